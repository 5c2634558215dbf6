"""What the command line says, in the brand's language: sentences are written in English and looked up in the others.

A `{}` stands for what differs each time, in the order in which it comes; `{0}`, `{1}` put it where the language wants it.
"""

import re
import tomllib
from functools import cache
from re import Pattern
from typing import Any

from messages.calendar import FOLDER


def sentence(locale: str, english: str, about: str = "") -> str:
    """The sentence in that language; as it is where the language has none for it.

    `about` names the table of words that are said like this there alone, such as `audit`.
    """
    for pattern, said in _known(locale, about):
        if found := pattern.fullmatch(english):
            return said.format(*(sentence(locale, part, about) for part in found.groups()))
    return english


@cache
def _known(locale: str, about: str) -> tuple[tuple[Pattern[str], str], ...]:
    file = FOLDER / locale / "sentences" / "sentences.toml"
    written: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    said = written.get(about, {}) if about else written
    return tuple((_pattern(english), words) for english, words in said.items() if isinstance(words, str))


def _pattern(english: str) -> Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL)
