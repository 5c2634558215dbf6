"""Which entries an /undo means: numbers, ranges, or what the replied message led to."""

import re
from dataclasses import dataclass

from rules.refusals import Refusal

MOST_ENTRIES = 50
_NUMBERS = re.compile(r"#?(\d{1,12})(?:\s*[-–~]\s*#?(\d{1,12}))?(?:[\s,，、]+|$)")


@dataclass(eq=False)
class UndoUnclear(Refusal):
    """No entry was named, neither by number nor by reply."""


@dataclass(eq=False)
class TooManyEntries(Refusal):
    """At most `most` entries are taken back at once."""

    most: int


@dataclass(eq=False)
class NothingCredited(Refusal):
    """The replied message has led to no entry that could be taken back."""


def entries_in(words: str) -> tuple[tuple[int, ...], str]:
    """The entry numbers at the beginning of `words`, and the rest. Raises TooManyEntries."""
    found: dict[int, None] = {}
    at = 0
    while match := _NUMBERS.match(words, at):
        first, last = int(match[1]), int(match[2] or match[1])
        if last - first >= MOST_ENTRIES or len(found) >= MOST_ENTRIES:
            raise TooManyEntries(MOST_ENTRIES)
        found.update(dict.fromkeys(range(first, last + 1)))
        at = match.end()
    return tuple(found), words[at:].strip()
