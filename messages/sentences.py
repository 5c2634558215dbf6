"""What the command line says, in the brand's language: sentences are written in English and looked up in the others.

A `{}` stands for what differs each time, in the order in which it comes; `{0}`, `{1}` put it where the language wants it.
"""

import re
import tomllib
from functools import cache
from re import Pattern

from messages.calendar import FOLDER


def sentence(locale: str, english: str) -> str:
    """The sentence in that language; as it is where the language has none for it."""
    for pattern, said in _known(locale):
        if found := pattern.fullmatch(english):
            return said.format(*(sentence(locale, part) for part in found.groups()))
    return english


@cache
def _known(locale: str) -> tuple[tuple[Pattern[str], str], ...]:
    file = FOLDER / locale / "sentences" / "sentences.toml"
    written: dict[str, str] = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return tuple((_pattern(english), said) for english, said in written.items())


def _pattern(english: str) -> Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL)
