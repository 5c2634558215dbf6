"""Votes: who may is declared, everybody has one and may change it until the end; then the result stands for ever."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal

CHOICES_LEAST = 2


class Verdict(StrEnum):
    """What a closed ballot says: one choice, several with equally many votes, or too few votes to say anything."""

    DECIDED = "decided"
    TIED = "tied"
    TOO_FEW = "too_few"


class Ballot(Struct, frozen=True):
    """A vote between `choices` (numbered from 1) by those of at least that `level`, until `closes_at` (UTC seconds)."""

    id: int
    choices: int
    level: str
    quorum: int
    closes_at: int
    closed: bool


class Count(Struct, frozen=True):
    """How many votes a choice has."""

    choice: int
    votes: int


class Result(Struct, frozen=True):
    """A ballot as it closed: `turnout` of `eligible` voted. `leading` are the choices with the most votes."""

    verdict: Verdict
    counts: tuple[Count, ...]
    leading: tuple[int, ...]
    turnout: int
    eligible: int
    quorum: int


@dataclass(eq=False)
class BallotClosed(Refusal):
    """The time to vote is over."""


@dataclass(eq=False)
class NoVote(Refusal):
    """The vote is for members from that level on, by its `title`; with none: for members who are not of the staff."""

    title: str


def result(counts: Iterable[Count], eligible: int, quorum: int) -> Result:
    """What these counts say. Votes below the `quorum`, or none at all, decide nothing."""
    ordered = tuple(sorted(counts, key=lambda count: (-count.votes, count.choice)))
    most = ordered[0].votes if ordered else 0
    leading = tuple(count.choice for count in ordered if count.votes == most)
    turnout = sum(count.votes for count in ordered)
    return Result(_verdict(turnout, leading, quorum), ordered, leading, turnout, eligible, quorum)


def counted(choices: int, votes: Iterable[int]) -> tuple[Count, ...]:
    """How many votes each of the choices has, also those that have none."""
    cast = Counter(votes)
    return tuple(Count(choice, cast[choice]) for choice in range(1, choices + 1))


def _verdict(turnout: int, leading: tuple[int, ...], quorum: int) -> Verdict:
    if turnout < max(quorum, 1):
        return Verdict.TOO_FEW
    return Verdict.DECIDED if len(leading) == 1 else Verdict.TIED
