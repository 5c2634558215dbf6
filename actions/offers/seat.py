"""Taking a seat at an event, giving it back, and who is next: each step once, in the transaction that causes it."""

from msgspec import Struct

from actions.offers import seat_paid
from actions.offers.event import comes_first, known
from actions.offers.event_reminder import about
from rules.ends import over_at
from rules.occasion import Occasion
from rules.offers.event import Event, require_ahead, require_open
from rules.offers.seat import (
    TAKEN,
    AlreadySeated,
    NoSeat,
    Seat,
    SeatNotKept,
    SeatState,
    SpeaksThere,
    kept_until,
    require_move,
)
from rules.people import Member
from rules.refusals import NotStarted
from storage import members, notes
from storage.engine.tx import Tx
from storage.offers import attendances, events, seats

AT_ONCE = 200


class SeatOffered(Struct, frozen=True):
    """A seat has become free for the `member`, who has waited: it is kept for them `until` then (UTC seconds)."""

    member: int
    id: int
    title: str
    starts_at: int
    until: int
    price: int


class SeatEnded(Struct, frozen=True):
    """A registration has ended: how, and how many points came back; who is next for the seat, if it was one.

    `suspended`: one that is GONE has ended since a sanction lasts until the event begins.
    """

    member: int
    id: int
    title: str
    state: SeatState
    points: int
    offered: tuple[SeatOffered, ...] = ()
    suspended: bool = False


def offer(event: int, member: int) -> str:
    """The name of the message that offers the member a seat."""
    return f"seat_offer:{event}:{member}"


def register(tx: Tx, number: int, member: Member, occasion: Occasion) -> Seat:
    """Take a seat, whose points are held, or wait for one.

    Raises EventUnknown, SpeaksThere, what is against registering now, AlreadySeated, NotStarted, NotEnoughPoints.
    """
    event = known(tx, number)
    if event.spoken_by == member.id:
        raise SpeaksThere(event.plan.title)
    first = comes_first(tx, event, member, occasion)
    require_open(event, occasion, first=first)
    if (mine := seats.live(tx, number, member.id)) is not None:
        raise AlreadySeated(event.plan.title, waiting=mine.state is not SeatState.SEATED)
    if not members.get(tx, member.id).reachable:
        raise NotStarted(f"event-{number}")
    if not events.take(tx, number, _reserved(event, occasion), first=first):
        return _wait(tx, event, member, occasion, first=first)
    hold = seat_paid.hold(tx, event, member, occasion)
    price = event.plan.price
    return seats.add_seated(tx, number, member.id, occasion.now, first=first, price=price, hold=hold)


def _wait(tx: Tx, event: Event, member: Member, occasion: Occasion, *, first: bool) -> Seat:
    """Whoever missed an event comes after the others on this one list."""
    later = attendances.excuse(tx, member.id) or any(one.later for one in seats.of_member(tx, event.id, member.id))
    return seats.add_waiting(tx, event.id, member.id, occasion.now, first=first, later=later)


def confirm(tx: Tx, number: int, member: Member, occasion: Occasion) -> Seat:
    """The member wants the seat that is kept for them. Raises AlreadySeated, SeatNotKept, NotEnoughPoints."""
    event = known(tx, number)
    mine = seats.live(tx, event.id, member.id)
    if mine is None:
        raise SeatNotKept(event.plan.title)
    if mine.state is SeatState.SEATED:
        raise AlreadySeated(event.plan.title, waiting=False)
    if mine.until is None or over_at(mine.until) <= occasion.now:
        raise SeatNotKept(event.plan.title)
    require_ahead(event, occasion.now)
    seated = seats.seat(tx, mine, event.plan.price, seat_paid.hold(tx, event, member, occasion))
    assert seated, mine
    return _own(tx, event, member)


def leave(tx: Tx, number: int, member: Member, occasion: Occasion) -> SeatEnded:
    """Give the seat, or the place in line, to somebody else. Raises EventUnknown, EventBegun, EventCalledOff, NoSeat."""
    event = known(tx, number)
    mine = _own(tx, event, member)
    require_ahead(event, occasion.now)
    return ended(tx, event, mine, SeatState.LEFT, occasion, member, event.plan.title)


def ended(
    tx: Tx, event: Event, seat: Seat, to: SeatState, occasion: Occasion, actor: Member | None, reason: str
) -> SeatEnded:
    """The registration ends so: its points come back, and its seat goes to the next in line."""
    points = end(tx, event, seat, to, occasion, actor, reason)
    offered = move_up(tx, event.id, occasion) if seat.state in TAKEN else ()
    return SeatEnded(seat.member, event.id, event.plan.title, to, points, offered)


def end(tx: Tx, event: Event, seat: Seat, to: SeatState, occasion: Occasion, actor: Member | None, reason: str) -> int:
    """The registration ends so; the points that came back to the member."""
    require_move(seat, to, event.plan.title)
    moved = seats.move(tx, seat, to, occasion.now)
    assert moved, seat
    notes.withdraw(tx, about(event.id), seat.member)
    if seat.state in TAKEN:
        events.give_back(tx, event.id, first=seat.first)
    return seat_paid.release(tx, event, seat, occasion, actor, reason)


def move_up(tx: Tx, number: int, occasion: Occasion) -> tuple[SeatOffered, ...]:
    """Seats that are free are kept for those who have waited longest, one for each, until nobody waits or none is left."""
    offered = []
    while (seat := _next(tx, known(tx, number), occasion)) is not None:
        offered.append(_offer(tx, known(tx, number), seat, occasion))
    return tuple(offered)


def _next(tx: Tx, event: Event, occasion: Occasion) -> Seat | None:
    """For whom a seat is free."""
    if event.called_off_at is not None or occasion.handled_at >= event.plan.starts_at:
        return None
    reserved = _reserved(event, occasion)
    if not event.free(reserved, first=True):
        return None
    return seats.next_in_line(tx, event.id, occasion.now, first=not event.free(reserved, first=False))


def _offer(tx: Tx, event: Event, seat: Seat, occasion: Occasion) -> SeatOffered:
    taken = events.take(tx, event.id, _reserved(event, occasion), first=seat.first)
    until = kept_until(occasion.handled_at, event.plan.starts_at, occasion.programme.events.confirm_hours)
    moved = seats.move(tx, seat, SeatState.OFFERED, occasion.now, until)
    assert taken and moved, seat
    return SeatOffered(seat.member, event.id, event.plan.title, event.plan.starts_at, until, event.plan.price)


def _reserved(event: Event, occasion: Occasion) -> int:
    return event.reserved(occasion.now, occasion.programme.events.release_hours)


def _own(tx: Tx, event: Event, member: Member) -> Seat:
    mine = seats.live(tx, event.id, member.id)
    if mine is None:
        raise NoSeat(event.plan.title)
    return mine
