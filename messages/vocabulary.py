"""What people may call the fields of a form: words, so they stand beside the messages (`messages/<locale>/<noun>/form.toml`)."""

import tomllib
from functools import lru_cache

from messages.renderer import FOLDER
from rules.forms import Vocabulary
from rules.programme.programme import LOCALES

Words = dict[str, tuple[str, ...]]


@lru_cache(maxsize=64)
def vocabulary(noun: str, locale: str) -> Vocabulary:
    """The words for the form of `noun`: those of every locale are understood, `locale`'s are shown."""
    names: Words = {}
    choices: dict[str, Words] = {}
    for each in sorted(LOCALES, key=lambda other: other != locale):
        words = tomllib.loads((FOLDER / each / noun / "form.toml").read_text("utf-8"))
        _gather(names, words["fields"])
        for field, allowed in words.get("choices", {}).items():
            _gather(choices.setdefault(field, {}), allowed)
    return Vocabulary(names, choices)


def _gather(words: Words, more: dict[str, list[str]]) -> None:
    for key, known in more.items():
        words[key] = (*words.get(key, ()), *known)
