"""Quotation marks inside quotation marks: what a template quotes has ‘ ’ where its own words hold “ ”."""

import re
from collections.abc import Iterator
from typing import Any

from jinja2.ext import Extension

PIECES = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|“|”|\n)", re.DOTALL)
PRINTED = re.compile(r"\{\{(?!-)\s*(.*?)\s*(?<!-)\}\}", re.DOTALL)
INNER = str.maketrans("“”", "‘’")


def inner(value: Any) -> Any:
    """The value with inner quotation marks; escaped where it was, and untouched where it is no text."""
    return type(value)(str(value).translate(INNER)) if isinstance(value, str) and "“" in value else value


class InnerQuotes(Extension):
    """Whatever a template prints between “ and ” on a line goes through `inner`; what writes such marks itself does not."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source as it is compiled; no line of it moves."""
        return "".join(_quoted(source))


def _quoted(source: str) -> Iterator[str]:
    open_ = False
    for piece in PIECES.split(source):
        if piece in ("“", "”", "\n"):
            open_ = piece == "“"
        plain = piece.startswith("{{") and "“" not in piece and "”" not in piece
        yield PRINTED.sub(r"{{ (\1)|inner }}", piece) if open_ and plain else piece
