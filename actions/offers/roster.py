"""The list of an event as staff see it: who has a seat, who came; taking somebody off it."""

from msgspec import Struct

from actions.offers.event import known
from actions.offers.event_feedback import Marks, marks
from actions.offers.seat import SeatEnded, ended
from rules.occasion import Occasion
from rules.offers.attendance import DOORS_S
from rules.offers.seat import SeatGone, SeatState
from rules.pages import Page, page_of
from rules.people import Member
from storage import audits, members
from storage.engine.tx import Tx
from storage.offers import attendances, seats

IN_ROSTER = 12


class Listed(Struct, frozen=True):
    """One with a seat, and whether they came."""

    seat: int
    name: str
    came: bool


class Roster(Struct, frozen=True):
    """A page of those with a seat; so many came, are asked whether they want one, and wait. `open`: it can be ticked."""

    id: int
    title: str
    people: tuple[Listed, ...]
    page: Page
    came: int
    offered: int
    waiting: int
    open: bool
    marks: Marks


def see(tx: Tx, number: int, page: int, occasion: Occasion) -> Roster:
    """That page of the list. Raises EventUnknown."""
    event = known(tx, number)
    at = page_of(page, seats.count(tx, number, SeatState.SEATED), IN_ROSTER)
    found = attendances.of_event(tx, number, IN_ROSTER, at.before)
    people = tuple(Listed(one.seat, members.get(tx, one.member).name, one.came) for one in found)
    return Roster(
        id=number,
        title=event.plan.title,
        people=people,
        page=at,
        came=attendances.count_came(tx, number),
        offered=seats.count(tx, number, SeatState.OFFERED),
        waiting=seats.count(tx, number, SeatState.WAITING),
        open=occasion.now >= event.plan.starts_at - DOORS_S,
        marks=marks(tx, number),
    )


def removing(tx: Tx, seat: int) -> tuple[str, str]:
    """Whose seat at which event it is. Raises SeatGone."""
    found = attendances.get(tx, seat)
    if found is None:
        raise SeatGone
    return members.get(tx, found.member).name, known(tx, found.event).plan.title


def remove(tx: Tx, seat: int, staff: Member, occasion: Occasion) -> SeatEnded:
    """Staff take somebody off the list; the points come back, even those that were spent. Raises SeatGone."""
    found = attendances.get(tx, seat)
    mine = seats.live(tx, found.event, found.member) if found else None
    if mine is None or mine.state is not SeatState.SEATED:
        raise SeatGone
    event = known(tx, mine.event)
    audits.record(tx, occasion.now, staff.id, "event.remove", mine.member, event=event.id)
    return ended(tx, event, mine, SeatState.REMOVED, occasion, staff, event.plan.title)
