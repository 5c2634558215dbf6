"""Accepting an answer: whom it pays, and why it sometimes pays nobody."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import Member
from rules.programme.programme import Programme
from rules.refusals import Refusal

HOUR_S = 3600


class Unpaid(StrEnum):
    """Why an accepted answer pays nothing: to both of them (the first three), or to that person."""

    SAME_PERSON = "same_person"
    PLANTED = "planted"
    ASKER_CAP = "asker_cap"
    SUSPENDED = "suspended"
    COVENANT = "covenant"
    LEFT = "left"


class Acceptance(Struct, frozen=True):
    """The `n`-th acceptance of a question. An entry is None where nothing was paid, `withheld` says why the answer's."""

    question: int
    n: int
    message: int
    topic: int | None
    answerer: int
    asker: int
    at: int
    answer_entry: int | None
    asker_entry: int | None
    withheld: Unpaid | None


class Shares(Struct, frozen=True):
    """Why answerer and asker get nothing; None for whom gets their points."""

    answerer: Unpaid | None
    asker: Unpaid | None


@dataclass(eq=False)
class NotAnAnswer(Refusal):
    """The message is no answer to a question, as far as can be seen."""


@dataclass(eq=False)
class NoAnswerYet(Refusal):
    """Nobody has replied to question `number` so far."""

    number: int


@dataclass(eq=False)
class AlreadyAccepted(Refusal):
    """An answer to question `number` has been accepted; another one only after taking that back."""

    number: int


@dataclass(eq=False)
class NothingAccepted(Refusal):
    """No answer to question `number` stands as accepted."""

    number: int


@dataclass(eq=False)
class TooLateToTakeBack(Refusal):
    """Accepting can be taken back within `hours` hours; for question `number` they have passed."""

    number: int
    hours: int


@dataclass(eq=False)
class PointsSpent(Refusal):
    """The points that question `number` has paid are spent; only a moderator can still take them back."""

    number: int


def shares(asker: Member, answerer: Member, registrar: int, paid_today: int, programme: Programme, now: int) -> Shares:
    """Who is paid for an accepted answer, when `paid_today` of that asker's have paid on this day."""
    if asker.id == answerer.id:
        return Shares(Unpaid.SAME_PERSON, Unpaid.SAME_PERSON)
    if answerer.id == registrar:
        return Shares(Unpaid.PLANTED, Unpaid.PLANTED)
    if paid_today >= programme.questions.accepted_from_one_asker_day:
        return Shares(Unpaid.ASKER_CAP, Unpaid.ASKER_CAP)
    return Shares(_barred(answerer, programme, now), _barred(asker, programme, now))


def require_in_time(acceptance: Acceptance, hours: int, now: int) -> None:
    """Raise TooLateToTakeBack once `hours` have passed."""
    if now - acceptance.at > hours * HOUR_S:
        raise TooLateToTakeBack(acceptance.question, hours)


def _barred(member: Member, programme: Programme, now: int) -> Unpaid | None:
    if member.home is None:
        return Unpaid.LEFT
    if member.suspended(now):
        return Unpaid.SUSPENDED
    if member.covenant_version < programme.brand.covenant_version:
        return Unpaid.COVENANT
    return None
