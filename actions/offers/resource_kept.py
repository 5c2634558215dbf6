"""What time does to what was granted: a day comes, a thing is to be back, a thing should have been back."""

from collections.abc import Callable

from msgspec import Struct

from actions.offers.application import ApplicationSeen, about, lapse, seen
from actions.works import plan_days
from actions.works.plan_days import AskLate, PlanDue
from rules.ends import is_within
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.application import DAY_S, Application, ApplicationState
from storage import members
from storage.engine.tx import Tx
from storage.offers import applications

AT_ONCE, SHOWN = 200, 15
DAY_AHEAD = 1


class Overdue(Struct, frozen=True):
    """A thing that should have been back at `due` (UTC seconds): in which application, its title, and who has it."""

    id: int
    title: str
    name: str
    due: int


class Unanswered(Struct, frozen=True):
    """An application that waits for staff since then (UTC seconds): for what, and whose."""

    id: int
    title: str
    name: str
    since: int


class Late(Struct, frozen=True):
    """What staff should look after: things that should have been back, applications without an answer, what authors of open
    challenges wait for, and the days agreed with them that come or have gone by.
    """

    overdue: tuple[Overdue, ...]
    unanswered: tuple[Unanswered, ...]
    asks: tuple[AskLate, ...] = ()
    days: tuple[PlanDue, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is anything."""
        return bool(self.overdue or self.unanswered or self.asks or self.days)


def left(tx: Tx, occasion: Occasion) -> list[ApplicationSeen]:
    """Applications of those who are in no group of ours any more end, unless they have the thing; each of them once."""
    return [lapse(tx, one, occasion) for one in applications.left(tx, AT_ONCE)]


def day_comes(tx: Tx, occasion: Occasion) -> list[ApplicationSeen]:
    """Whose agreed day is tomorrow, or today, as their own calendar has it; each is named once."""
    found = applications.day_comes(tx, occasion.now + 2 * DAY_S, AT_ONCE)
    return _told(
        tx, "day", [one for one in found if one.day and _near(tx, one, one.day, DAY_AHEAD, occasion)], occasion
    )


def due_comes(tx: Tx, occasion: Occasion) -> list[ApplicationSeen]:
    """Whose thing is to be back in so few days that the brand reminds them; each is named once."""
    days = occasion.programme.resources.remind_days
    found = applications.due_comes(tx, occasion.now + (days + 1) * DAY_S, AT_ONCE)
    return _told(tx, "due", [one for one in found if one.due and _near(tx, one, one.due, days, occasion)], occasion)


def missed(tx: Tx, occasion: Occasion) -> list[ApplicationSeen]:
    """Whose thing should have been back by now; each is named once."""
    return _told(tx, "overdue", applications.missed(tx, occasion.now - 59, AT_ONCE), occasion)


def late(tx: Tx, occasion: Occasion) -> Late:
    """What should have been back, what is out longest first, who has waited for an answer for too long, what is agreed."""
    out = (seen(tx, one.id, occasion) for one in applications.overdue(tx, occasion.now - 59, SHOWN))
    before = occasion.now - occasion.programme.resources.answer_days * DAY_S
    waiting = applications.unanswered(tx, before, SHOWN)
    return Late(
        tuple(Overdue(one.id, one.plan.title, one.name, one.due or 0) for one in out),
        tuple(_unanswered(tx, one, occasion) for one in waiting),
        plan_days.asks_late(tx, occasion),
        plan_days.coming(tx, occasion),
    )


def _unanswered(tx: Tx, one: Application, occasion: Occasion) -> Unanswered:
    shown = seen(tx, one.id, occasion)
    return Unanswered(one.id, shown.plan.title, shown.name, one.made_at)


def _near(tx: Tx, one: Application, at: int, days: int, occasion: Occasion) -> bool:
    zone = members.get(tx, one.member).timezone or occasion.programme.brand.timezone
    return is_within(at, occasion.now, days, zone)


def _told(tx: Tx, what: str, found: list[Application], occasion: Occasion) -> list[ApplicationSeen]:
    for one in found:
        applications.told(tx, one.id, what)
    return [seen(tx, one.id, occasion) for one in found]


def _still_so(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it is granted or out, in the words of the day."""
    one = seen(tx, int(note.subject), occasion)
    if one.state is ApplicationState.OUT:
        return Retold("resource/overdue" if one.overdue else "resource/due", one)
    return one.state is ApplicationState.GRANTED and Retold("resource/day", one)


STILL_TRUE: dict[str, Callable[[Tx, WaitingNote, Occasion], Retold | bool]] = {about(0).partition(":")[0]: _still_so}
