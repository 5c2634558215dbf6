"""The beginning of somebody's words, to be quoted in a line of a list."""

import unicodedata

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def one_line(text: str) -> str:
    """`text` in one line, without control, format and bidi characters."""
    shown = (" " if char in "\n\r\t\u2028\u2029" else char for char in unicodedata.normalize("NFC", text))
    return " ".join("".join(char for char in shown if unicodedata.category(char) not in _HIDDEN).split())


def snippet(text: str, limit: int) -> str:
    """The first `limit` characters of `text` in one line."""
    line = one_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
