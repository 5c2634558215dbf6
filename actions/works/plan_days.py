"""What time does to open challenges: an agreed day comes or goes by, what was asked for waits for an answer."""

from collections.abc import Callable

from msgspec import Struct

from rules.ends import is_within, minute_of
from rules.note import Retold, WaitingNote
from rules.occasion import DAY_S, Occasion
from storage import members
from storage.engine.tx import Tx
from storage.works import plan_days
from storage.works.plan_days import PlanDay

AT_ONCE, SHOWN = 200, 10
DAYS_AHEAD = 2
HOUR_S = 3_600


class PlanDue(Struct, frozen=True):
    """The day agreed for a pitch, by number and title of its challenge, and who delivers; `late`: it has gone by."""

    submission: int
    challenge: int
    title: str
    member: int
    name: str
    due: int
    late: bool


class AskLate(Struct, frozen=True):
    """What the author of a pitch has waited for since then (UTC seconds), longer than was promised."""

    submission: int
    what: str
    name: str
    since: int


def about(submission: int) -> str:
    """What the note that reminds the author is about."""
    return f"plan_day:{submission}"


def day_comes(tx: Tx, occasion: Occasion) -> list[PlanDue]:
    """Whose agreed day is at most two days ahead, by their own calendar; each is named once."""
    now = occasion.now
    found = plan_days.due_comes(tx, now, now + (DAYS_AHEAD + 1) * DAY_S, AT_ONCE)
    return _told(tx, "due", [one for one in found if _near(tx, one, occasion)], occasion)


def gone_by(tx: Tx, occasion: Occasion) -> list[PlanDue]:
    """Whose agreed day has gone by; each is named once."""
    return _told(tx, "gone", plan_days.gone_by(tx, minute_of(occasion.now), AT_ONCE), occasion)


def coming(tx: Tx, occasion: Occasion) -> tuple[PlanDue, ...]:
    """What staff await: agreed days of the next two days, and those that have gone by."""
    found = plan_days.ahead(tx, occasion.now + DAYS_AHEAD * DAY_S, SHOWN)
    return tuple(_due(tx, one, occasion) for one in found)


def asks_late(tx: Tx, occasion: Occasion) -> tuple[AskLate, ...]:
    """What authors have waited for longer than the brand promises for reviews."""
    before = occasion.now - occasion.programme.reviews.within_hours * HOUR_S
    found = plan_days.asks_waiting(tx, before, SHOWN)
    return tuple(AskLate(one.submission, one.what, members.get(tx, one.member).name, one.since) for one in found)


def _near(tx: Tx, one: PlanDay, occasion: Occasion) -> bool:
    zone = members.get(tx, one.member).timezone or occasion.programme.brand.timezone
    return is_within(one.due, occasion.now, DAYS_AHEAD, zone)


def _told(tx: Tx, what: str, found: list[PlanDay], occasion: Occasion) -> list[PlanDue]:
    for one in found:
        plan_days.reminded(tx, one.submission, what)
    return [_due(tx, one, occasion) for one in found]


def _due(tx: Tx, one: PlanDay, occasion: Occasion) -> PlanDue:
    name, late = members.get(tx, one.member).name, one.due < minute_of(occasion.now)
    return PlanDue(one.submission, one.challenge, one.title, one.member, name, one.due, late)


def _still_awaited(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While nothing is delivered and the challenge goes on, in the words of the day."""
    found = plan_days.undelivered(tx, int(note.subject))
    if found is None:
        return False
    one = _due(tx, found, occasion)
    return Retold("plan/day_gone" if one.late else "plan/day_comes", one)


STILL_TRUE: dict[str, Callable[[Tx, WaitingNote, Occasion], Retold | bool]] = {"plan_day": _still_awaited}
