"""Nominations: a member says who should have an award, and why."""

from dataclasses import dataclass

from msgspec import Struct

from rules.lengths import within
from rules.refusals import Refusal

REASON_LEAST, REASON_LIMIT = 4, 300


@dataclass(eq=False)
class NoNominations(Refusal):
    """Nobody can be nominated at the moment."""


class Made(Struct, frozen=True):
    """Somebody whom a member nominates in that round, and why."""

    round: int
    nominee: int
    name: str
    reason: str


@dataclass(eq=False)
class NotTakenNow(Refusal):
    """Nobody is nominated for that award at the moment; for these they are."""

    title: str
    taken: tuple[str, ...]


@dataclass(eq=False)
class ReasonForNomination(Refusal):
    """Why, is asked, in so many characters at least; with an example for that award."""

    award: str
    least: int


@dataclass(eq=False)
class NominatedYourself(Refusal):
    """Others nominate."""


@dataclass(eq=False)
class NotInTheRunning(Refusal):
    """Staff, people who want to be named nowhere, and those who are in no group of ours get no awards."""

    name: str


@dataclass(eq=False)
class NominatedEnough(Refusal):
    """One may nominate so many different people for an award."""

    most: int


def require_reason(reason: str, award: str) -> str:
    """The reason as it is kept, for the award of that title. Raises ReasonForNomination, WordsTooLong."""
    said = within(" ".join(reason.split()), REASON_LIMIT)
    if len(said) < REASON_LEAST:
        raise ReasonForNomination(award, REASON_LEAST)
    return said
