"""JSON in and out, by the quick library; what that one refuses, such as half a character, by Python's own."""

import json
from typing import Any

import orjson


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
