"""TDLib itself, asked through tdjson, as the judge of texts."""

import json

import tdjson

from sandbox.text.entities import Entity

NAMES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre_code",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji",
    "DateTime": "date_time",
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "BotCommand": "bot_command",
    "Url": "url",
    "EmailAddress": "email",
}


def execute(**request: object) -> dict:
    answer = tdjson.td_execute(json.dumps(request).encode())
    return json.loads(answer or b"{}")


execute(**{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def entity(told: dict) -> Entity:
    kind = told["type"]
    return Entity(
        NAMES[kind["@type"].removeprefix("textEntityType")],
        told["offset"],
        told["length"],
        url=kind.get("url", ""),
        user_id=kind.get("user_id", 0),
        language=kind.get("language", ""),
        custom_emoji_id=kind.get("custom_emoji_id", ""),
        unix_time=kind.get("unix_time"),
    )


def html(text: str) -> tuple[str, list[Entity]] | str:
    """Text and entities of a text in HTML, or the words of its refusal."""
    told = execute(**{"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}})
    if told["@type"] == "error":
        return told["message"].removeprefix("Can't parse entities: ")
    return told["text"], [entity(one) for one in told["entities"]]


def found(text: str) -> list[Entity]:
    """The entities TDLib finds by itself; time stamps and card numbers are not the Bot API's."""
    told = execute(**{"@type": "getTextEntities", "text": text})["entities"]
    return [entity(one) for one in told if one["type"]["@type"].removeprefix("textEntityType") in NAMES]


def disentangled(text: str) -> list[Entity]:
    """The entities of a text in HTML, put right as they are before sending (parseMarkdown does that, and no more here)."""
    parsed = execute(**{"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}})
    return [entity(one) for one in execute(**{"@type": "parseMarkdown", "text": parsed})["entities"]]


def cleaned(text: str) -> str:
    """The text without what Telegram takes out of every text."""
    return execute(**{"@type": "parseMarkdown", "text": {"@type": "formattedText", "text": text, "entities": []}})[
        "text"
    ]
