"""An outcome as text and back, for words that are only found when they are needed."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import orjson

from messages.calendar import Scene
from messages.renderer import Speech

DAY = "@day"


def _simpler(value: object) -> object:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if type(value) is date:
        return {DAY: value.isoformat()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} can't be kept for later")


def _as_it_was(found: dict[str, Any]) -> Any:
    return date.fromisoformat(found[DAY]) if found.keys() == {DAY} else found


_ENCODER = json.JSONEncoder(default=_simpler, ensure_ascii=False, separators=(",", ":"))


def stored(outcome: object) -> str:
    """`outcome` as JSON. Raises TypeError for what is no plain data."""
    try:
        return orjson.dumps(outcome, default=_simpler, option=orjson.OPT_PASSTHROUGH_DATETIME).decode()
    except TypeError:  # what it can't, such as half a character, Python's own encoder may
        return _ENCODER.encode(outcome)


def kept_words(locale: str, template: str, outcome: object, header: str | None, scene: Scene) -> str:
    """A message as its template, what it speaks about and the scene, to be put into words by `put_words`."""
    return stored({"locale": locale, "template": template, "about": outcome, "header": header, "scene": scene})


def put_words(speech: Speech, kept: str) -> tuple[str, str | None]:
    """The words that `kept_words` kept, and those of the header over several such messages."""
    words = recalled(kept)
    header = speech.render(words["locale"], words["header"]) if words["header"] else None
    return speech.render(words["locale"], words["template"], words["about"], Scene(**words["scene"])), header


def recalled(text: str) -> Any:
    """What `stored` made of an outcome, as plain data that a template can speak about."""
    return json.loads(text, object_hook=_as_it_was)
