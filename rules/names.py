"""Display names are untrusted: one function cleans them, whatever they were meant to do to a chat."""

import unicodedata
from functools import lru_cache

LIMIT = 24
MARKS_PER_LETTER = 2
NAMELESS = "…"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_BLANK = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800"}


@lru_cache(maxsize=4096)
def clean_name(raw: str) -> str:
    """`raw` without control, format and bidi characters, with stacked marks and length limited; never empty."""
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", raw):
        category = unicodedata.category(char)
        if category in _HIDDEN or char in _BLANK:
            continue
        marks = marks + 1 if category.startswith("M") else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(char)
    name = " ".join("".join(kept).split())
    if len(name) > LIMIT:
        name = name[: LIMIT - 1].rstrip() + "…"
    return name or NAMELESS
