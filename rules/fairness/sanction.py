"""Sanctions: a warning, a mute or a suspension, always for a clause of the covenant and with a reason."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.fairness.covenant import Cited
from rules.occasion import DAY_S
from rules.programme.sanctions import MOST_DAYS, FairOrder
from rules.refusals import Refusal

HOUR_S = 3_600


class Grade(StrEnum):
    """How grave it is. A mute keeps from writing in the groups; a suspension besides from earning and redeeming."""

    WARNING = "warning"
    MUTE = "mute"
    SUSPENSION = "suspension"


# What each weighs on its day when the next one is proposed.
WEIGHTS = {Grade.WARNING: 1, Grade.MUTE: 2, Grade.SUSPENSION: 4}
COMMANDS = {Grade.WARNING: "warn", Grade.MUTE: "mute", Grade.SUSPENSION: "suspend"}
# Seconds at least and at most; Telegram takes less than half a minute, or more than a year, for ever.
BOUNDS = {Grade.WARNING: (0, 0), Grade.MUTE: (300, 7 * DAY_S), Grade.SUSPENSION: (HOUR_S, MOST_DAYS * DAY_S)}


class SanctionState(StrEnum):
    """Proposed to somebody else of the staff first, or in force at once; a warning is over with being given."""

    PROPOSED = "proposed"
    RUNNING = "running"
    OVER = "over"
    LIFTED = "lifted"
    DECLINED = "declined"
    LAPSED = "lapsed"


class Tally(Struct, frozen=True):
    """How many sanctions of a member stand, and how many were taken back."""

    standing: int
    lifted: int = 0

    @property
    def given(self) -> int:
        """How many were given at all."""
        return self.standing + self.lifted


class Measure(Struct, frozen=True):
    """A grade, and for how many seconds (0: a warning)."""

    grade: Grade
    length_s: int = 0


class Sanction(Struct, frozen=True):
    """One sanction. `until` is when it ends (UTC seconds), `conflict` whether the one who asked for it was in the conflict.

    `group` and `message` are what it is for; `decided_by` is who decided where it was not the `actor`,
    `given_at` when (UTC seconds).
    """

    id: int
    member: int
    actor: int
    measure: Measure
    cited: Cited
    reason: str
    at: int
    state: SanctionState
    until: int | None
    group: int | None
    message: int | None
    conflict: bool
    decided_by: int | None
    ended_for: str | None
    given_at: int

    @property
    def given_by(self) -> int:
        """Who answers for it."""
        return self.decided_by or self.actor


@dataclass(eq=False)
class LengthOutOfBounds(Refusal):
    """That is shorter than `least_s` or longer than `most_s` seconds."""

    grade: Grade
    least_s: int
    most_s: int


@dataclass(eq=False)
class NoSuchClause(Refusal):
    """The covenant has `clauses` of them."""

    clauses: int


@dataclass(eq=False)
class ClauseFirst(Refusal):
    """Nothing is given without a clause of the covenant: it is chosen by button."""


@dataclass(eq=False)
class StaffStandOutside(Refusal):
    """`name` is of the staff: what is between them is not for the bot."""

    name: str


@dataclass(eq=False)
class InConflict(Refusal):
    """Whoever was in the conflict with `name` decides nothing about them."""

    name: str


@dataclass(eq=False)
class OtherDecides(Refusal):
    """Whoever asked for it does not decide it."""


@dataclass(eq=False)
class NobodyElseDecides(Refusal):
    """Somebody else has to decide it, and there is no staff group where they could be asked. `conflict`: because of one."""

    conflict: bool


@dataclass(eq=False)
class SanctionDecided(Refusal):
    """It was decided, lapsed or lifted before."""


@dataclass(eq=False)
class NothingToLift(Refusal):
    """Nothing is in force against `name`, and no warning stands."""

    name: str


def weight(history: Iterable[tuple[Grade, int]], now: int, half_life_days: int) -> float:
    """What (grade, UTC seconds) of the past weigh together `now`: half as much after each half-life."""
    return sum(WEIGHTS[grade] * math.pow(0.5, max(now - at, 0) / (half_life_days * DAY_S)) for grade, at in history)


def proposal(load: float, order: FairOrder) -> Measure:
    """What is proposed to one whose past weighs that much."""
    if load >= 2 * order.suspend_at:
        return Measure(Grade.SUSPENSION, max(order.alone_days, order.suspend_days) * DAY_S)
    if load >= order.suspend_at:
        return Measure(Grade.SUSPENSION, order.suspend_days * DAY_S)
    return Measure(Grade.MUTE, order.mute_hours * HOUR_S) if load >= order.mute_at else Measure(Grade.WARNING)


def measure(grade: Grade, length_s: int | None, proposed: Measure, order: FairOrder) -> Measure:
    """What is asked for; without a length the proposed one, else the usual one. Raises LengthOutOfBounds."""
    usual = {Grade.WARNING: 0, Grade.MUTE: order.mute_hours * HOUR_S, Grade.SUSPENSION: order.suspend_days * DAY_S}
    length = length_s if length_s is not None else proposed.length_s if proposed.grade is grade else usual[grade]
    least, most = BOUNDS[grade]
    if not least <= length <= most:
        raise LengthOutOfBounds(grade, least, most)
    return Measure(grade, length)


def needs_second(asked_for: Measure, order: FairOrder) -> bool:
    """Whether it is too long for one person to decide."""
    return asked_for.grade is Grade.SUSPENSION and asked_for.length_s > order.alone_days * DAY_S


def in_conflict(answers: int, order: FairOrder, *, addressed: bool) -> bool:
    """Whether somebody is a side of it: the message was `addressed` to them, or the other answered them so often lately."""
    return addressed or answers >= order.conflict_answers
