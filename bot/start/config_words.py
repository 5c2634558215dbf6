"""Words of the brand that one language lacks while it has others: a hint, for people read the first one instead."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from bot.start.config_lines import called
from rules.programme.programme import Programme
from rules.programme.wording import LOCALES, Wording
from rules.values import composed, parts


class Unsaid(Struct, frozen=True):
    """The setting at `key` has no words in that locale, though others have."""

    key: str
    locale: str


def unsaid(programme: Programme) -> list[Unsaid]:
    """Every word that lacks a locale which another word has; the brand's own language counts as one that is had."""
    words = dict(_words(programme, ()))
    had = {locale for wording in words.values() for locale in wording.by_locale} | {programme.brand.locale}
    return [
        Unsaid(called(path), locale)
        for path, wording in words.items()
        for locale in LOCALES
        if locale in had and not _said(wording, locale, programme.brand.locale)
    ]


def _said(wording: Wording, locale: str, own: str) -> bool:
    """One text for everybody is in the brand's own language, unless it can be read in each."""
    return locale in wording.by_locale or (not wording.by_locale and (locale == own or wording.isascii()))


def _words(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Wording]]:
    if isinstance(value, Wording):
        yield path, value
    elif composed(value):
        for name, part in parts(value).items():
            yield from _words(part, (*path, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _words(item, (*path, str(n)))
