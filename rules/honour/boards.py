"""Boards: who has gathered how much of what in which period. Equal scores share a rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec import Struct

from rules.periods import Span, before, period
from rules.programme.metrics import Metric
from rules.refusals import Refusal

PAGE = 10
PAGES = 10
# Counting further would cost every reader milliseconds: docs/decisions/0004-own-rank-by-counting.md
COUNTED_AT_MOST = 10_000
# An announcement made in the first days of a week, month or season speaks of the one that has just ended.
AFTERWARDS = timedelta(days=3)


class WhichBoard(Struct, frozen=True):
    """Which board somebody asks for; `last` means the period before the present one."""

    span: Span = Span.WEEK
    metric: Metric = Metric.POINTS
    last: bool = False

    def period(self, day: date) -> str:
        """The name of the period it covers, seen from `day`."""
        return before(self.span, day) if self.last else period(self.span, day)


class Score(Struct, frozen=True):
    """What a member has gathered."""

    member: int
    name: str
    score: int


class Place(Struct, frozen=True):
    """A line of a board."""

    rank: int
    member: int
    name: str
    score: int


class Standing(Struct, frozen=True):
    """A member's own place: the neighbours above and below, and what is missing to the one above.

    `beyond` says that the rank is at least that, not exactly.
    """

    place: Place
    above: Place | None
    below: Place | None
    missing: int
    beyond: bool = False


class Frozen(Struct, frozen=True):
    """A board as it was announced at `at` (UTC seconds)."""

    at: int
    places: tuple[Place, ...]


@dataclass(eq=False)
class NoSuchBoard(Refusal):
    """Nobody knows a board by the word that followed /top."""

    named: str


def ranked(scores: Sequence[Score]) -> tuple[Place, ...]:
    """Places of all scores sorted downwards; equal scores share a rank (1, 2, 2, 4)."""
    places: list[Place] = []
    for number, one in enumerate(scores, start=1):
        shared = bool(places) and places[-1].score == one.score
        places.append(Place(places[-1].rank if shared else number, one.member, one.name, one.score))
    return tuple(places)


def closing(span: Span, day: date) -> str:
    """The period that an announcement on `day` closes: the one that is ending, or has ended within the last days."""
    return period(span, day - AFTERWARDS)
