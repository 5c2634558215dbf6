"""What time does to events: seats of who is gone or has not confirmed go on, reserved ones become everybody's, one begins."""

from collections.abc import Iterator

from msgspec import Struct

from actions.offers import seat_paid
from actions.offers.event import known
from actions.offers.seat import AT_ONCE, SeatEnded, SeatOffered, end, ended, move_up
from rules.occasion import Occasion
from rules.offers.event import Event
from rules.offers.seat import Seat, SeatState
from storage import members
from storage.engine.tx import Tx
from storage.offers import events, seats

EVENTS_AT_ONCE = 5
HOPING = (SeatState.WAITING, SeatState.OFFERED)


class EventsKept(Struct, frozen=True):
    """Who lost a seat that was theirs or kept for them, who is asked now, and who waited until the event began."""

    ended: tuple[SeatEnded, ...]
    offered: tuple[SeatOffered, ...]


def look_after(tx: Tx, occasion: Occasion) -> EventsKept:
    """Everything whose time has come, each once."""
    gone = [_gone(tx, seat, occasion) for seat in seats.gone(tx, occasion.now, AT_ONCE)]
    begun = [one for event in events.to_begin(tx, occasion.now, EVENTS_AT_ONCE) for one in _begin(tx, event, occasion)]
    lapsed = list(_lapse(tx, occasion))
    offered = [one for number in seats.awaited_events(tx, occasion.now) for one in move_up(tx, number, occasion)]
    return EventsKept((*gone, *begun, *lapsed), tuple(offered))


def _lapse(tx: Tx, occasion: Occasion) -> Iterator[SeatEnded]:
    for seat in seats.unanswered(tx, occasion.now, AT_ONCE):
        event = known(tx, seat.event)
        points = end(tx, event, seat, SeatState.LAPSED, occasion, None, event.plan.title)
        yield SeatEnded(seat.member, event.id, event.plan.title, SeatState.LAPSED, points)


def _gone(tx: Tx, seat: Seat, occasion: Occasion) -> SeatEnded:
    """Nobody keeps a seat, or a place in line, who can't take it: the points come back, and the next one is asked below."""
    event, member = known(tx, seat.event), members.get(tx, seat.member)
    points = end(tx, event, seat, SeatState.GONE, occasion, None, event.plan.title)
    suspended = bool(member.suspended(occasion.now))
    return SeatEnded(seat.member, event.id, event.plan.title, SeatState.GONE, points, suspended=suspended)


def _begin(tx: Tx, event: Event, occasion: Occasion) -> Iterator[SeatEnded]:
    """What was held is spent; whoever still waits is told that none became free."""
    for seat in seats.among(tx, event.id, HOPING):
        yield ended(tx, event, seat, SeatState.UNPLACED, occasion, None, event.plan.title)
    for seat in seats.among(tx, event.id, (SeatState.SEATED,)):
        seat_paid.post(tx, event, seat, occasion)
    events.begin(tx, event.id, occasion.now)
