"""Whether events and their seats agree with the ledger's holds, and with each other."""

from collections import defaultdict

from actions.ledger.audit_books import Books, Hold
from actions.offers.seat_paid import RULE
from rules.ledger.ledger import Phase
from rules.offers.event import Event
from rules.offers.seat import TAKEN, Seat, SeatState
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.offers import events, seats


def _events(tx: Tx, books: Books, programme: Programme) -> None:
    """Seats against holds, and how many of each event are taken."""
    found = {event.id: event for event in events.everything(tx)}
    taken: defaultdict[int, int] = defaultdict(int)
    first: defaultdict[int, int] = defaultdict(int)
    for seat in seats.everything(tx):
        taken[seat.event] += seat.state in TAKEN
        first[seat.event] += seat.state in TAKEN and seat.first
        if seat.hold is not None:
            _held(books, found[seat.event], seat, seat.hold)
    for event in found.values():
        books.differ("event", event.id, "taken", taken[event.id], event.taken)
        books.differ("event", event.id, "taken by those who come first", first[event.id], event.taken_first)
    for number, hold in books.holds.items():
        if hold.rule == RULE:
            books.differ("hold", number, "has a seat", True, False)


def _held(books: Books, event: Event, seat: Seat, number: int) -> None:
    hold = books.holds.pop(number, None)
    if hold is None:
        books.differ("seat", seat.id, "hold", number, None)
        return
    books.differ("seat", seat.id, "price", hold.amount, seat.price)
    books.differ("seat", seat.id, "member", books.member_of.get(hold.debit), seat.member)
    books.differ("seat", seat.id, f"hold of one {seat.state}", True, _fits(books, event, seat, hold))


def _fits(books: Books, event: Event, seat: Seat, hold: Hold) -> bool:
    """Held before it begins, spent afterwards, given back to whoever has the seat no more."""
    refunded = hold.by in books.reversals
    if seat.state is not SeatState.SEATED:
        return hold.ended == Phase.VOID or refunded
    return hold.ended is None if event.begun_at is None else hold.ended == Phase.POST and not refunded


AUDIT = (_events,)
