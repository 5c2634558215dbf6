"""What answers a press in a popup has room for 200 characters, however long the names and titles in it are."""

import ast
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import handlers
from bot.letters.answers import TOAST_LIMIT
from bot.letters.cutting import bare
from rules.markup import units
from rules.programme.programme import LOCALES
from rules.reading.names import LIMIT
from rules.values import composed, parts, replace
from tests.messages.repertoire import outcome_for, repertoire, scene_of, speech_in, template_of

TITLE, NUMBER = 60, 9_999
# Which of several it is, is decided by a function.
DECIDED = {"_told": {"checkin/done", "checkin/read_late"}}


def _popups() -> Iterator[str]:
    """Every template that is named where a popup is made."""
    for path in sorted(Path(handlers.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Toast":
                yield from _named(node.args[0])


def _named(said: ast.expr) -> set[str]:
    literals = {one.value for one in ast.walk(said) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    if isinstance(said, ast.Call) and isinstance(said.func, ast.Name):
        return DECIDED[said.func.id]
    return literals


POPUPS = frozenset(_popups())
SHOWN = [heading for heading in sorted(repertoire()) if template_of(heading) in POPUPS]


def _words(value: str, name: str) -> str:
    """As long as people may make it; keys and dates are as they are."""
    if not value or value[0].isdigit() or (value.isascii() and value.islower()):
        return value
    return value.ljust(LIMIT if name == "name" or name.endswith("_name") else TITLE, "长")


def _longest(value: Any, name: str = "") -> Any:
    """The value with the longest plausible words, and with large numbers of points."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return _words(value, name)
    if isinstance(value, int) and not isinstance(value, bool | Enum) and name in ("points", "balance", "free", "left"):
        return NUMBER
    if composed(value):
        return replace(value, **{name: _longest(part, name) for name, part in parts(value).items()})  # type: ignore[type-var]
    return tuple(_longest(one, name) for one in value) if type(value) is tuple else value


def test_every_popup_has_samples() -> None:
    assert {template_of(heading) for heading in SHOWN} == POPUPS
    assert len(POPUPS) > 20


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("heading", SHOWN)
def test_it_fits_with_the_longest_plausible_values(heading: str, locale: str) -> None:
    sample = repertoire()[heading]
    outcome = _longest(outcome_for(locale, sample))
    said = bare(speech_in(locale).render(locale, template_of(heading), outcome, scene_of(sample)))
    assert units(said) <= TOAST_LIMIT, said
