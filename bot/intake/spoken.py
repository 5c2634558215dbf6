"""A message of the Bot API: whose words, and what is marked, shown or attached to them."""

from bot.intake import entities
from bot.intake.attachments import CONTENT
from bot.intake.fields import ANONYMOUS_ADMIN, Json, number, the_person
from handlers.call import Media, Mention, Message, Origin, Sender
from rules.markup import TAGS, Span

CHANNEL_BOT = 136817688
TELEGRAM = 777000
MENTIONS = ("mention", "text_mention")
# How the Bot API calls what a span leads to, or is.
DETAILS = ("url", "language", "custom_emoji_id", "unix_time")
FILES = ("video", "animation", "document", "audio", "voice")
# What a message may hold besides words; one that holds nothing of all this is a note of Telegram's own.
CONTENTS = (
    *("photo", *FILES, "video_note", "sticker", "story", "paid_media", "poll", "contact", "venue", "location"),
    *("dice", "game", "invoice", "successful_payment", "passport_data", "checklist", "text", "caption"),
)


def sender_of(message: Json) -> Sender:
    """Whose words they are; Telegram has peculiar senders."""
    author = message.get("from")
    id = author["id"] if author else None
    if message.get("is_automatic_forward") or id == TELEGRAM:
        return Sender.LINKED_CHANNEL
    if behind := message.get("sender_chat"):
        return Sender.ANONYMOUS_ADMIN if behind["id"] == message["chat"]["id"] else Sender.CHANNEL
    if author is None or id == CHANNEL_BOT:
        return Sender.CHANNEL
    if id == ANONYMOUS_ADMIN:
        return Sender.ANONYMOUS_ADMIN
    return Sender.BOT if author["is_bot"] else Sender.PERSON


def media_of(message: Json) -> Media | None:
    """The picture or file in it."""
    if photo := message.get("photo"):
        return Media("photo", photo[-1]["file_id"], photo[-1]["file_unique_id"])
    # An animation comes as a document too, for old apps; a video never does.
    for kind in FILES:
        if file := message.get(kind):
            name, size = file.get("file_name"), file.get("file_size", 0)
            return Media(kind, file["file_id"], file["file_unique_id"], name, file.get(CONTENT), size=size)
    return None


def text_of(message: Json) -> str:
    """Its words, or those below its picture."""
    text: str = message.get("text") or message.get("caption") or ""
    return text


def entities_of(message: Json) -> list[Json]:
    """What is marked in them."""
    return message.get("entities") or message.get("caption_entities") or []


def topic_of(message: Json) -> int | None:
    """The topic of a forum where it stands."""
    return number(message["message_thread_id"]) if message.get("is_topic_message") else None


def message_of(message: Json) -> Message:
    """All of it in our own words."""
    sender = sender_of(message)
    text = text_of(message)
    parts = [(entity, entity["type"], entities.cut(text, entity)) for entity in entities_of(message)]
    return Message(
        id=number(message["message_id"]),
        text=text,
        author=the_person(message["from"]) if sender in (Sender.PERSON, Sender.BOT) else None,
        sender=sender,
        topic=topic_of(message),
        holds=_holds(message),
        media=media_of(message),
        album=message.get("media_group_id"),
        links=tuple(entity.get("url") or cut for entity, kind, cut in parts if kind in ("url", "text_link")),
        spans=tuple(_span(text, entity, cut) for entity, kind, cut in parts if kind in TAGS),
        mentions=tuple(_mention(text, entity, cut) for entity, kind, cut in parts if kind in MENTIONS),
        forwarded="forward_origin" in message or "via_bot" in message,
        edited="edit_date" in message,
        at=number(message["date"]),
        covered=bool(message.get("has_media_spoiler")),
        above=bool(message.get("show_caption_above_media")),
        pieces=tuple((number(id), words) for id, words in message.get("pieces", ())),
        origin=_origin(message["forward_origin"]) if "forward_origin" in message else None,
    )


def _origin(origin: Json) -> Origin:
    """Whoever hides behind their name in what is passed on, and a chat, is nobody whom we could know."""
    user = origin.get("sender_user")
    return Origin(the_person(user) if user and not user["is_bot"] else None)


def _span(text: str, entity: Json, cut: str) -> Span:
    start, user = entities.start(text, entity), entity.get("user")
    detail = next((entity[key] for key in DETAILS if key in entity), "")
    form = entity.get("date_time_format", "")
    return Span(
        entity["type"], start, start + len(cut), f"tg://user?id={number(user['id'])}" if user else str(detail), form
    )


def _mention(text: str, entity: Json, cut: str) -> Mention:
    start = entities.start(text, entity)
    person = the_person(entity["user"]) if entity["type"] == "text_mention" else None
    return Mention(start, start + len(cut), person, None if person else cut.removeprefix("@"))


def says_something(message: Json) -> bool:
    """Whether a person speaks there, and not Telegram."""
    return not message.keys().isdisjoint(CONTENTS)


def _holds(message: Json) -> str:
    """What a message is besides words; words stand alone."""
    return "text" if "text" in message else next((content for content in CONTENTS if content in message), "text")
