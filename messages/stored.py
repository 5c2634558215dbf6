"""An outcome as text and back, for words that are only found when they are needed."""

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import orjson

from messages.calendar import Scene
from messages.renderer import Speech
from rules.programme.wording import Wording
from rules.values import composed, parts

DAY = "@day"
WORDS = "@words"
OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS


def _simpler(value: object) -> object:
    if isinstance(value, Wording):
        return {WORDS: dict(value.by_locale)} if value.by_locale else str(value)
    if composed(value):
        return parts(value)
    if type(value) is date:
        return {DAY: value.isoformat()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be kept for later")


def _as_it_was(found: dict[str, Any]) -> Any:
    if found.keys() == {WORDS}:
        return Wording(**found[WORDS])
    return date.fromisoformat(found[DAY]) if found.keys() == {DAY} else found


_ENCODER = json.JSONEncoder(default=_simpler, ensure_ascii=False, separators=(",", ":"))


def stored(outcome: object) -> str:
    """`outcome` as JSON. Raises TypeError for what is no plain data."""
    try:
        return orjson.dumps(outcome, default=_simpler, option=OPTIONS).decode()
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
