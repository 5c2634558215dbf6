"""What people may say: words, so they stand beside the messages (`messages/<locale>/<noun>/words.toml`).

`[commands]` are said as a whole message, `[private]` too but in private only, `[stems]` stand anywhere in what is said to
the bot and leads nowhere (`换 地址`: both parts, in any order), `[openings]` before a colon, `[tags]` as a
hashtag, `[fields]` and `[choices.<field>]` in a form or after a command. Those of every locale are understood.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from messages.calendar import FOLDER
from messages.form_lines import our_lines
from rules.programme.wording import LOCALES
from rules.reading.form_fields import Vocabulary
from rules.reading.nearest import keys, same
from rules.reading.typed import typed

_FAMILY = re.compile("<[a-z_]+>")

Words = dict[str, tuple[str, ...]]


class Around(Struct, frozen=True):
    """What people put `before` and `behind` a word by which something is done, and before one of what is `shown`.

    Patterns: what stands `beside` it on either side, such as a greeting, and how often it was done by now (`counted`).
    What is shown may be asked for, with words before or behind (`asked_before`, `asked_behind`): 我有多少积分, 排行榜呢.
    """

    before: tuple[str, ...]
    behind: tuple[str, ...]
    beside: tuple[str, ...]
    counted: tuple[str, ...]
    shown: tuple[str, ...]
    asked_before: tuple[str, ...]
    asked_behind: tuple[str, ...]


@lru_cache(maxsize=64)
def vocabulary(noun: str, locale: str) -> Vocabulary:
    """What the fields and choices of `noun` may be called: `locale`'s words are shown, all are understood."""
    names: Words = {}
    choices: dict[str, Words] = {}
    for each in sorted(LOCALES, key=lambda other: other != locale):
        for words in _files(each, noun):
            _gather(names, words.get("fields", {}))
            for field, allowed in words.get("choices", {}).items():
                _gather(choices.setdefault(field, {}), allowed)
    return Vocabulary(names, choices, our_lines(noun, frozenset(name for known in names.values() for name in known)))


def meant(noun: str, field: str, word: str) -> str | None:
    """The choice of that field that people mean by `word`, in any language."""
    return _meanings(noun, field).get(same(word))


@cache
def _meanings(noun: str, field: str) -> dict[str, str]:
    return keys(vocabulary(noun, LOCALES[0]).choices.get(field, {}))


def all_meant(noun: str, field: str, word: str) -> tuple[str, ...]:
    """Every choice of that field that people may mean by `word`, in any language."""
    said = typed(word)
    choices = vocabulary(noun, LOCALES[0]).choices.get(field, {})
    return tuple(key for key, names in choices.items() if said in map(typed, names))


@cache
def around() -> Around:
    """What may stand around the words of each command (`messages/<locale>/around.toml`)."""
    found = [tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*/around.toml"))]
    return Around(*(tuple(word for words in found for word in words[name]) for name in Around.__struct_fields__))


@cache
def spoken() -> Words:
    """What may be said for each command, as a whole message."""
    return _of_all("commands")


@cache
def spoken_first_in(locale: str) -> Words:
    """What may be said for each command, as a whole message: first what one says in `locale`."""
    return _of_all("commands", locale)


@cache
def privately() -> Words:
    """What may be said for each command in private, where nobody else is spoken to."""
    return _of_all("private")


@cache
def stems() -> Words:
    """What tells, in a sentence to the bot, that each command may be meant; `<name>` stands for a family of words."""
    return {key: tuple(map(_spelled_out, told)) for key, told in _of_all("stems").items()}


def _spelled_out(stem: str) -> str:
    """A stem with every word of the families in it: `<want>…换` is `想…换|要…换`."""
    parts = (one.split("|") for one in stem.split())
    return " ".join("|".join(word for one in part for word in _of_family(one)) for part in parts)


def _of_family(one: str) -> tuple[str, ...]:
    """What stands for one alternative of a part: each word of the family that it names, in its place."""
    named = _FAMILY.search(one)
    return (one,) if named is None else tuple(_FAMILY.sub(word, one) for word in _families()[named[0][1:-1]])


@cache
def _families() -> Words:
    """What is called in many ways (`messages/<locale>/families.toml`)."""
    found: Words = {}
    for file in sorted(FOLDER.glob("*/families.toml")):
        _gather(found, tomllib.loads(file.read_text("utf-8")))
    return found


@cache
def opening() -> Words:
    """What may open a message that is meant for each command, before a colon."""
    return _of_all("openings")


@cache
def tagged() -> Words:
    """The hashtags of each command."""
    return _of_all("tags")


def _of_all(table: str, first: str = LOCALES[0]) -> Words:
    found: Words = {}
    for locale in sorted(LOCALES, key=lambda other: other != first):
        for words in _files(locale, "*"):
            _gather(found, words.get(table, {}))
    return found


def _files(locale: str, noun: str) -> Iterator[dict[str, Any]]:
    for file in sorted(FOLDER.glob(f"{locale}/{noun}/words.toml")):
        yield tomllib.loads(file.read_text("utf-8"))


def _gather(words: Words, more: dict[str, list[str]]) -> None:
    for key, known in more.items():
        words[key] = (*words.get(key, ()), *known)
