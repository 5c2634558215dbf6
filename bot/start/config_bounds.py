"""What no setting may hold, whatever it is for: numbers that lead out of the calendar, and signs that nobody sees."""

import math
from collections.abc import Sequence
from itertools import zip_longest

from rules.reading.visible import seen

MOST = 1_000_000_000
# Of units that are reckoned with the calendar; and the largest number of an account.
BY_UNIT = {"days": 36_500, "hours": 876_000, "owners": 1 << 52}
TEXT_MOST = 4_000
TOO_MUCH = "must be at most {}"
NO_NUMBER = "must be a number such as 0.5"
UNSEEN = "holds a sign that nobody sees ({}); write it anew without it"
NOTHING = "must not be empty"
ONE_LINE = "must be on one line"
TOO_LONG = "has {} characters at most"
_MANY_LINES = ("covenant",)


def out_of_bounds(path: Sequence[str], number: float) -> str | None:
    """What is wrong with a number that is too much for any setting of its unit; None for nothing."""
    if not math.isfinite(number):
        return NO_NUMBER
    name = next((part for part in reversed(path) if not part.isdecimal()), "")
    most = BY_UNIT.get(name.rpartition("_")[2], MOST)
    return TOO_MUCH.format(most) if number > most else None


def unfit(path: Sequence[str], text: str) -> str | None:
    """What is wrong with a text that nobody sees whole, or that goes on over lines where it stands in one; None for nothing."""
    shown = text.replace("\n", "").replace("\t", " ")
    hidden = next((char for char, kept in zip_longest(shown, seen(shown)) if char != kept), None)
    if hidden is not None:
        return UNSEEN.format(f"U+{ord(hidden):04X}") if seen(shown).strip() else NOTHING
    if "\n" in text.strip() and path[0] not in _MANY_LINES:
        return ONE_LINE
    return TOO_LONG.format(TEXT_MOST) if len(text) > TEXT_MOST else None
