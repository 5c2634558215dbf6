"""An application for a resource and what becomes of it: granted, handed over, back again."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.offers.resource import ResourceKind
from rules.reading.form_fields import Field, Form, Shape
from rules.refusals import Refusal

PURPOSE_LEAST, PURPOSE_MOST = 10, 300
WORDS_MOST = 300
LONGER_DAYS_MOST = 60
DAY_S = 86_400

# When it is handed over or takes place, and what else there is to know.
GRANT_FORM: Form = (
    Field("day", Shape.MOMENT, required=True),
    Field("words", Shape.TEXT, least=2, most=WORDS_MOST),
)


class ApplicationState(StrEnum):
    """WAITING for staff; GRANTED a piece; OUT: a piece that comes back is with the member. The others are ends: with the
    member for good (USED), back again, lost, left to them (KEPT), not this time, taken back by the member or by staff.
    """

    WAITING = "waiting"
    GRANTED = "granted"
    OUT = "out"
    USED = "used"
    RETURNED = "returned"
    LOST = "lost"
    KEPT = "kept"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CALLED_OFF = "called_off"


LIVE = (ApplicationState.WAITING, ApplicationState.GRANTED, ApplicationState.OUT)
# Those that have a piece, now or for good.
HOLDING = frozenset(
    {
        ApplicationState.GRANTED,
        ApplicationState.OUT,
        ApplicationState.USED,
        ApplicationState.LOST,
        ApplicationState.KEPT,
    }
)
# Those who had it in their hands: what they make may be made with it.
HANDED = frozenset(
    {
        ApplicationState.OUT,
        ApplicationState.USED,
        ApplicationState.RETURNED,
        ApplicationState.LOST,
        ApplicationState.KEPT,
    }
)
_ENDS: frozenset[ApplicationState] = frozenset()
MOVES: dict[ApplicationState, frozenset[ApplicationState]] = {
    ApplicationState.WAITING: frozenset(
        {ApplicationState.GRANTED, ApplicationState.DECLINED, ApplicationState.WITHDRAWN}
    ),
    ApplicationState.GRANTED: frozenset(
        {ApplicationState.OUT, ApplicationState.USED, ApplicationState.WITHDRAWN, ApplicationState.CALLED_OFF}
    ),
    ApplicationState.OUT: frozenset({ApplicationState.RETURNED, ApplicationState.LOST, ApplicationState.KEPT}),
    ApplicationState.USED: _ENDS,
    ApplicationState.RETURNED: _ENDS,
    ApplicationState.LOST: _ENDS,
    ApplicationState.KEPT: _ENDS,
    ApplicationState.DECLINED: _ENDS,
    ApplicationState.WITHDRAWN: _ENDS,
    ApplicationState.CALLED_OFF: _ENDS,
}


class Application(Struct, frozen=True):
    """What a member asks a resource for, and what came of it. Moments in UTC seconds.

    `day` is the one agreed, `due` until when it comes back, with the last minute of that day; `words` are the last that
    staff said. So many `longer` days more are asked for, with the reason `longer_why`.
    """

    id: int
    resource: int
    member: int
    state: ApplicationState
    purpose: str
    made_at: int
    day: int | None = None
    due: int | None = None
    words: str = ""
    longer: int | None = None
    longer_why: str = ""

    @property
    def timed(self) -> bool:
        """Whether the day agreed has an hour: one without ends with its last minute, on any clock a 14th, 29th, 44th or 59th."""
        return self.day is not None and self.day // 60 % 15 != 14

    def overdue(self, now: int) -> bool:
        """Whether it should be back by now."""
        return self.state is ApplicationState.OUT and self.due is not None and now > self.due + 59


@dataclass(eq=False)
class PurposeTooShort(Refusal):
    """So few characters say too little: at least so many are needed."""

    length: int
    least: int


@dataclass(eq=False)
class AlreadyApplied(Refusal):
    """The member has an application for it that has not ended."""

    over = True

    title: str


@dataclass(eq=False)
class ApplicationMoved(Refusal):
    """Somebody has decided it, or taken it back, meanwhile."""

    over = True


@dataclass(eq=False)
class LongerUnclear(Refusal):
    """How many days more, at most so many, and why, could not be told."""

    most: int


@dataclass(eq=False)
class LongerAsked(Refusal):
    """More days have been asked for before, and staff have not answered."""

    over = True


def require_move(state: ApplicationState, to: ApplicationState) -> None:
    """Raise ApplicationMoved unless it may go there from where it is."""
    if to not in MOVES[state]:
        raise ApplicationMoved


def handed(kind: ResourceKind) -> ApplicationState:
    """What an application is once its piece was handed over."""
    return ApplicationState.OUT if kind is ResourceKind.LEND else ApplicationState.USED


def back_by(handed_at: int, days: int, zone: str) -> int:
    """The last minute of the day so many days later, by the clock of that zone (UTC seconds)."""
    day = datetime.fromtimestamp(handed_at, ZoneInfo(zone)).date() + timedelta(days=days)
    return int(datetime.combine(day, time(23, 59), ZoneInfo(zone)).timestamp())


def later_by(due: int, days: int, zone: str) -> int:
    """The same minute of the clock there, so many days later."""
    at = datetime.fromtimestamp(due, ZoneInfo(zone))
    return int(datetime.combine(at.date() + timedelta(days=days), at.time(), ZoneInfo(zone)).timestamp())
