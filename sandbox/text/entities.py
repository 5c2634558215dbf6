"""Formatting entities: their wire form and the order in which Telegram lists them. Offsets count UTF-16 units."""

from dataclasses import dataclass

PRIORITY = [
    "blockquote",
    "expandable_blockquote",
    "pre",
    "pre_code",
    "code",
    "date_time",
    "text_link",
    "text_mention",
    "url",
    "email",
    "hashtag",
    "cashtag",
    "mention",
    "bot_command",
    "bank_card_number",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
]
RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}
RANK["text_mention"] = RANK["text_link"]
RANK["expandable_blockquote"] = RANK["blockquote"]
MOST = 100


@dataclass(slots=True, frozen=True)
class Entity:
    """A stretch of text and what it is."""

    type: str
    offset: int
    length: int
    url: str = ""
    user_id: int = 0
    language: str = ""
    custom_emoji_id: str = ""
    unix_time: int | None = None
    date_time_format: str = ""

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.offset + self.length

    def wire(self, users: dict[int, dict[str, object]]) -> dict[str, object]:
        """A MessageEntity; `users` writes those who are mentioned without a username."""
        body: dict[str, object] = {"type": self.type, "offset": self.offset, "length": self.length}
        if self.url:
            body["url"] = self.url
        if self.user_id:
            body["user"] = users[self.user_id]
        if self.language:
            body["language"] = self.language
        if self.custom_emoji_id:
            body["custom_emoji_id"] = self.custom_emoji_id
        if self.unix_time is not None:
            body["unix_time"] = self.unix_time
            body["date_time_format"] = self.date_time_format
        return body


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text) if text.isascii() else len(text) + sum(ord(c) > 0xFFFF for c in text)


def sliced(text: str, entity: Entity) -> str:
    """The stretch that an entity covers."""
    if text.isascii():
        return text[entity.offset : entity.end]
    return text.encode("utf-16-le")[2 * entity.offset : 2 * entity.end].decode("utf-16-le", "replace")


def in_order(entities: list[Entity]) -> list[Entity]:
    """By offset, the longer first, then as Telegram ranks the kinds."""
    return sorted(entities, key=lambda e: (e.offset, -e.length, RANK[e.type]))
