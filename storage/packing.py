"""JSON in and out, by the quick library; what that one refuses, such as half a character, by Python's own."""

import json
from typing import Any

import orjson

NUL = "\\u0000"  # as it stands in a JSON text


def packed(value: object) -> str:
    """Plain data as JSON text that any database and Telegram take."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value)


def unpacked(text: str | bytes) -> Any:
    """The plain data of a JSON text. Raises ValueError."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


def storable(value: Any) -> Any:
    """Plain data without the one character that not every database takes and nobody sees."""
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, dict):
        return {key: storable(item) for key, item in value.items()}
    return [storable(item) for item in value] if isinstance(value, list) else value
