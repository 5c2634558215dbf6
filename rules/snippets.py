"""The beginning of somebody's words, to be quoted in a line of a list."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from rules.reading.visible import seen, shortened

APART = 12


def one_line(text: str) -> str:
    """`text` in one line, without what can't be seen."""
    shown = (" " if char in "\n\r\t\u2028\u2029" else char for char in unicodedata.normalize("NFC", text))
    return " ".join(seen("".join(shown)).split())


def snippet(text: str, limit: int) -> str:
    """The first `limit` characters of `text` in one line."""
    return shortened(one_line(text), limit)


def told_apart(titled: Sequence[tuple[str, str]]) -> list[str]:
    """The titles of what has these words; one that stands there more than once with the beginning of the words."""
    many = Counter(title for title, _ in titled)
    begun = [(title, snippet(words, APART) if many[title] > 1 else "") for title, words in titled]
    return [f"{title} · {begins}" if begins else title for title, begins in begun]
