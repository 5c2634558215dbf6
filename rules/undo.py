"""Which entries an /undo means: numbers, ranges, or what the replied message led to."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


class Aftermath(StrEnum):
    """What else goes when an entry is taken back, or comes again; each has words `undo/also_<name>`."""

    REOPENED = "reopened"
    ACCEPTED_AGAIN = "accepted_again"
    ANSWER_STAYS = "answer_stays"
    UNTHANKED = "unthanked"
    THANKED_AGAIN = "thanked_again"
    DAY_MISSED = "day_missed"
    DAY_COUNTS = "day_counts"
    SHIELD_RETURNED = "shield_returned"
    HELP_UNCOUNTED = "help_uncounted"
    SHIELD_LOST = "shield_lost"
    MILESTONE_STAYS = "milestone_stays"
    VERDICT_STAYS = "verdict_stays"
    POST_STAYS = "post_stays"
    AWARD_GONE = "award_gone"
    AWARD_AGAIN = "award_again"


@dataclass(frozen=True, slots=True)
class Also:
    """One thing that goes with an entry: whose it is, and of the others what that kind has.

    `number` is of a question or a submission, `day` a day or week, `before` and `after` days in a row.
    """

    kind: Aftermath
    name: str
    number: int = 0
    day: str = ""
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class GivenBack:
    """Credit that a limit had refused because of the entry `undone`, paid now by `entry`.

    For the thanks of `giver`, or (`question`) for the answer accepted or the question asked there, on `day`.
    """

    entry: int
    undone: int
    member: int
    name: str
    points: int
    rule: str
    giver: str
    day: date
    question: int = 0


def linked(undone: int) -> str:
    """The reason of an entry that is paid because another one was taken back."""
    return f"↩ #{undone}"


@dataclass(eq=False)
class MovesWithOrder(Refusal):
    """The entry belongs to an order: points, piece and state move together, at the desk."""

    entry: int
    order: int


@dataclass(eq=False)
class EarnedAgain(Refusal):
    """The entry took back what has been earned anew since; given again, it would be paid twice."""

    entry: int


@dataclass(eq=False)
class ShareNeedsAnswer(Refusal):
    """The asker's share of question `number` can't be given again while none of its answers stands as accepted."""

    number: int
