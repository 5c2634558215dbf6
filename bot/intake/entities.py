"""What an entity of a message marks; Telegram counts in units of UTF-16."""

from typing import Any

Json = dict[str, Any]


def cut(text: str, entity: Json) -> str:
    """The words it marks."""
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def start(text: str, entity: Json) -> int:
    """Where they begin, in characters."""
    return len(cut(text, {"offset": 0, "length": entity["offset"]}))
