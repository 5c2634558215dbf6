"""Nominations: a member says who should have an award, and why."""

from dataclasses import dataclass

from rules.lengths import within
from rules.refusals import Refusal

REASON_LEAST, REASON_LIMIT = 4, 300


@dataclass(eq=False)
class NoNominations(Refusal):
    """Nobody can be nominated at the moment."""


@dataclass(eq=False)
class ReasonForNomination(Refusal):
    """Why, is asked."""


@dataclass(eq=False)
class NotInTheRunning(Refusal):
    """Staff, people who want to be named nowhere, and those who are in no group of ours get no awards."""

    name: str


@dataclass(eq=False)
class NominatedEnough(Refusal):
    """One may nominate so many different people for an award."""

    most: int


def require_reason(reason: str) -> str:
    """The reason as it is kept. Raises ReasonForNomination, WordsTooLong."""
    said = within(" ".join(reason.split()), REASON_LIMIT)
    if len(said) < REASON_LEAST:
        raise ReasonForNomination
    return said
