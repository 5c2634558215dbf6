"""Buttons written down, to be made when the words that carry them are sent."""

import json

from handlers.effects import Button, Copy, Keyboard, Link
from rules.values import spread

KINDS: dict[str, type[Button | Link | Copy]] = {kind.__name__: kind for kind in (Button, Link, Copy)}


def written(keyboard: Keyboard) -> str:
    """A keyboard as text; what labels speak of becomes plain values."""
    rows = [[{"kind": type(button).__name__, **spread(button)} for button in row] for row in keyboard]
    return json.dumps(rows, ensure_ascii=False)


def read(text: str) -> Keyboard:
    """The keyboard that was written down."""
    return tuple(tuple(_button(dict(fields)) for fields in row) for row in json.loads(text))


def _button(fields: dict[str, object]) -> Button | Link | Copy:
    kind = KINDS[str(fields.pop("kind"))]
    return kind(**fields)  # type: ignore[arg-type]  # what `written` made of that very class
