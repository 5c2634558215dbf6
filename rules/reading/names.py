"""Display names are untrusted: one function cleans them, whatever they were meant to do to a chat."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

from rules.reading.heard import pattern
from rules.reading.visible import BLANKS, seen, shortened

LIMIT = 24
MARKS_PER_LETTER = 2
NAMELESS = "…"
_WORD = re.compile(r"\S+")
_CLEAN = re.compile(r"[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*")  # most names: nothing of them could be cleaned
# Further people behind the one who is named, whom nothing may pass over.
_FURTHER = re.compile(
    rf"(?:[\s,，、;；&+]|{pattern('persons', 'also')})*@[A-Za-z0-9_]{{4,32}}(?![A-Za-z0-9_])", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def clean_name(raw: str) -> str:
    """`raw` without what can't be seen, with stacked marks and length limited; never empty."""
    return raw if len(raw) <= LIMIT and _CLEAN.fullmatch(raw) else cleaned(raw)


def cleaned(raw: str) -> str:
    """The same, whatever stands in it."""
    kept: list[str] = []
    marks = 0
    for char in seen(unicodedata.normalize("NFC", raw)):
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if char not in BLANKS and marks <= MARKS_PER_LETTER:
            kept.append(char)
    return shortened(" ".join("".join(kept).split()), LIMIT) or NAMELESS


def folded(raw: str) -> str:
    """A name as names are compared and sought: cleaned, of one width and one case."""
    return unicodedata.normalize("NFKC", clean_name(raw)).casefold()


def begins_further(words: str) -> bool:
    """Whether an @name stands first, or one that is joined to whoever was named before."""
    return _FURTHER.match(words) is not None


def is_cut(name: str) -> bool:
    """Whether that is only how a longer name begins, which others may begin with as well."""
    return name.endswith("…")


def split_name(words: str, begins: Callable[[str], bool]) -> tuple[str, str]:
    """A name at the beginning of `words`, and what is said after it: that `begins` with a word of its own."""
    for found in _WORD.finditer(words):
        if begins(found[0]):
            return words[: found.start()].strip(), words[found.start() :]
    return words.strip(), ""


def told_apart(people: Sequence[tuple[str, str | None, int]]) -> list[str]:
    """Beside each name, @name and Telegram id: what tells them from those who are called the same; "" where none is."""
    alike = Counter(folded(name) for name, _, _ in people)
    marks = [f"@{username}" if username else f"ID {telegram_id}" for _, username, telegram_id in people]
    return [mark if alike[folded(one[0])] > 1 else "" for one, mark in zip(people, marks, strict=True)]


def after_name(words: str, name: str) -> str | None:
    """What follows in `words`, which begin with that name; None when they don't, or when the name goes on."""
    sought = folded(name)
    for end in range(1, min(len(words), 4 * LIMIT) + 1):
        if folded(words[:end]) == sought and _ends(words, end):
            return words[end:].lstrip(" ,，:：")
    return None


def _ends(words: str, end: int) -> bool:
    """Whether a name may end there: before a space, or before the first digit or sign after letters."""
    following = words[end : end + 1]
    if not following or following.isspace() or following in ",，:：":
        return True
    return (following.isdigit() or following in "+-＋－") and not words[end - 1].isdigit()


def is_id(who: str) -> bool:
    """Whether that is how Telegram numbers accounts."""
    return who.isdecimal() and 5 <= len(who) <= 16
