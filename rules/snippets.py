"""The beginning of somebody's words, to be quoted in a line of a list."""

import unicodedata

from rules.visible import seen, shortened


def one_line(text: str) -> str:
    """`text` in one line, without what can't be seen."""
    shown = (" " if char in "\n\r\t\u2028\u2029" else char for char in unicodedata.normalize("NFC", text))
    return " ".join(seen("".join(shown)).split())


def snippet(text: str, limit: int) -> str:
    """The first `limit` characters of `text` in one line."""
    return shortened(one_line(text), limit)
