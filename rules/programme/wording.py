"""The brand's own words, where people read them in their language."""

import json
import re
from collections.abc import Mapping, Sequence

LOCALES = ("zh", "en")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


class Wording(str):
    """Words of the brand: the same for everybody, or by locale. As a text, they are those of the first locale.

    Whoever puts them into a message takes `spoken(locale)`; a reader whose language has none reads the first.
    """

    by_locale: Mapping[str, str]

    def __new__(cls, everywhere: str = "", **by_locale: str) -> "Wording":
        """Either one text for everybody, or one for each locale that is named."""
        known = {locale: by_locale[locale] for locale in LOCALES if locale in by_locale}
        words = super().__new__(cls, next(iter(known.values()), everywhere))
        words.by_locale = known
        return words

    def spoken(self, locale: str) -> str:
        """The words in that locale."""
        return self.by_locale.get(locale, str(self))

    def __eq__(self, other: object) -> bool:
        return str(self) == other and self.by_locale == getattr(other, "by_locale", self.by_locale)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


def spoken(words: str, locale: str) -> str:
    """The words in that locale, where they are anybody's own."""
    return words.spoken(locale) if isinstance(words, Wording) else words


def each_of(words: str) -> tuple[str, ...]:
    """The words in every locale in which there are some."""
    by_locale = words.by_locale if isinstance(words, Wording) else {}
    return (str(words), *by_locale.values())


def kept(words: str) -> str:
    """As a row keeps them, with every language."""
    by_locale = words.by_locale if isinstance(words, Wording) else {}
    return json.dumps(by_locale, ensure_ascii=False) if by_locale else str(words)


def as_kept(text: str) -> Wording:
    """The words that a row keeps."""
    return Wording(**json.loads(text)) if text.startswith('{"') else Wording(text)


def written_in(words: str, locales: Sequence[str] = LOCALES) -> str:
    """Which of these locales the words are in: a Chinese character tells, where there is more than one."""
    if len(locales) == 1:
        return locales[0]
    return "zh" if _HAN.search(words) else "en"
