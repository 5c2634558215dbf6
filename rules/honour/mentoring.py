"""Mentoring: a newcomer and who accompanies them, from the wish to the thanks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from rules.honour.first_step import FirstStep, missing
from rules.honour.mentor import Ways
from rules.refusals import Refusal
from rules.values import replace
from rules.works.challenge import SkillTrack

ANSWER_DAYS, MEETING_DAYS, WAITS_DAYS, GOES_ON_DAYS = 3, 7, 30, 14
LEAST_DAYS = 7
THANKS_MOST, NOTE_MOST, NOTES_MOST = 200, 200, 20
LEAST_CAR = 2


class MentoringState(StrEnum):
    """How far two have come.

    WISHING: the newcomer is telling what they would like. WAITING: on the open list. ASKED: a mentor is asked. MEETING: a
    mentor is willing, and the newcomer says how they want to meet. RUNNING: they know each other. OVER: it has ended.
    """

    WISHING = "wishing"
    WAITING = "waiting"
    ASKED = "asked"
    MEETING = "meeting"
    RUNNING = "running"
    OVER = "over"


class Ending(StrEnum):
    """Why it is over: all steps, its time, one of them wanted so, or nobody was free."""

    STEPS = "steps"
    TIME = "time"
    APART = "apart"
    UNMATCHED = "unmatched"


# From which states it may go to each.
MOVES: Mapping[MentoringState, frozenset[MentoringState]] = {
    MentoringState.WAITING: frozenset(MentoringState) - {MentoringState.OVER, MentoringState.WAITING},
    MentoringState.ASKED: frozenset({MentoringState.WAITING, MentoringState.RUNNING}),
    MentoringState.MEETING: frozenset({MentoringState.WAITING, MentoringState.ASKED}),
    MentoringState.RUNNING: frozenset({MentoringState.MEETING}),
    MentoringState.OVER: frozenset(MentoringState) - {MentoringState.OVER},
}
# Where somebody is named as the mentor, who has agreed to it or is asked.
NAMED = frozenset({MentoringState.ASKED, MentoringState.MEETING, MentoringState.RUNNING})


class Mentoring(Struct, frozen=True):
    """A newcomer's wish and what has become of it; times in UTC seconds.

    `mentor` accompanies them, or is meant to; `handed_by` did before. `since` is when it came to its state. It runs from
    `begun_at` to `ends_at`; `openly`: they were introduced in the group.
    """

    id: int
    newcomer: int
    ways: Ways
    state: MentoringState
    at: int
    since: int
    mentor: int | None = None
    handed_by: int | None = None
    begun_at: int | None = None
    ends_at: int | None = None
    ended_at: int | None = None
    ending: Ending | None = None
    openly: bool = False
    nudged: date | None = None

    @property
    def good(self) -> bool:
        """Whether it has come to its end, for which both are thanked."""
        return self.ending in (Ending.STEPS, Ending.TIME)

    def handed(self) -> "Mentoring":
        """The same, as it moves on from whoever accompanies them now."""
        return replace(self, handed_by=self.mentor)

    def other(self, member: int) -> int:
        """The other one of the two."""
        assert self.mentor is not None
        return self.mentor if member == self.newcomer else self.newcomer


class MentorCandidate(Struct, frozen=True):
    """A mentor who has room, and what speaks for them: shared tracks, the same car, the same language, few newcomers."""

    member: int
    name: str
    shares: tuple[SkillTrack, ...]
    same_car: bool
    same_language: bool
    load: int


@dataclass(eq=False)
class MentoringMoved(Refusal):
    """That is not possible (any more): how it stands now."""

    over = True

    state: MentoringState


@dataclass(eq=False)
class MentoringNotYours(Refusal):
    """It is about two others."""


@dataclass(eq=False)
class MentoringUnderWay(Refusal):
    """The newcomer has a mentor, or waits for one."""


@dataclass(eq=False)
class NewcomersOnly(Refusal):
    """Mentors are for those who came in the last `days`, and are no mentors themselves."""

    days: int


@dataclass(eq=False)
class MentorFull(Refusal):
    """`name` accompanies as many as one does at once, or is away; `own`: it is the caller."""

    name: str
    own: bool


@dataclass(eq=False)
class MentoringFullOfNotes(Refusal):
    """As much has been written down as there is room for."""

    most: int


@dataclass(eq=False)
class ThanksOut(Refusal):
    """What they said stands in the group already."""


def ended_by(found: Mentoring, taken: Collection[FirstStep], now: int) -> Ending | None:
    """Why it ends now (UTC seconds), if it does: its time is over, or every step taken once they have had a week."""
    assert found.begun_at is not None and found.ends_at is not None
    if found.ends_at <= now:
        return Ending.TIME
    week = now - found.begun_at >= LEAST_DAYS * 86_400
    return Ending.STEPS if week and not missing(taken) else None


def is_quiet(last: date, nudged: date | None, today: date, quiet_days: int) -> bool:
    """Whether one last heard of on a day has been quiet for so long, and their mentor does not know of this time."""
    return last <= today - timedelta(days=quiet_days) and (nudged is None or nudged < last)


def require_move(found: Mentoring, to: MentoringState) -> None:
    """It may go there. Raises MentoringMoved."""
    if found.state not in MOVES[to]:
        raise MentoringMoved(found.state)


def ranked(candidates: Iterable[MentorCandidate]) -> list[MentorCandidate]:
    """Whoever fits best first: who speaks their language, shares most with them, and has the fewest newcomers."""
    return sorted(candidates, key=_fit)


def _fit(one: MentorCandidate) -> tuple[bool, int, int, int]:
    return not one.same_language, -len(one.shares) - 2 * one.same_car, one.load, one.member


def shared(one: Ways, other: Ways) -> tuple[SkillTrack, ...]:
    """The tracks that both name."""
    return tuple(track for track in one.tracks if track in other.tracks)


def same_car(one: str, other: str) -> bool:
    """Whether two cars are the same model, one being written out more than the other."""
    mine, theirs = ("".join(car.casefold().split()) for car in (one, other))
    return min(len(mine), len(theirs)) >= LEAST_CAR and (mine in theirs or theirs in mine)
