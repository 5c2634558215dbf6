"""Display names are untrusted: one function cleans them, whatever they were meant to do to a chat."""

import unicodedata
from functools import lru_cache

from rules.visible import seen, shortened

LIMIT = 24
MARKS_PER_LETTER = 2
NAMELESS = "…"
_BLANK = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}


@lru_cache(maxsize=4096)
def clean_name(raw: str) -> str:
    """`raw` without what can't be seen, with stacked marks and length limited; never empty."""
    kept: list[str] = []
    marks = 0
    for char in seen(unicodedata.normalize("NFC", raw)):
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if char not in _BLANK and marks <= MARKS_PER_LETTER:
            kept.append(char)
    return shortened(" ".join("".join(kept).split()), LIMIT) or NAMELESS
