"""What a seat costs: held while it is to come, posted when the event begins, given back when the seat is."""

from actions.ledger.paying import caused
from actions.ledger.recovery import recover
from rules.ledger.ledger import Cause, Entry, Phase
from rules.occasion import Occasion
from rules.offers.event import Event
from rules.offers.seat import Seat
from rules.people import Member
from rules.values import replace
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.offers import seats

RULE = "event_seat"


def hold(tx: Tx, event: Event, member: Member, occasion: Occasion) -> int | None:
    """Hold what a seat costs today; None for one that costs nothing. Raises NotEnoughPoints."""
    if not event.plan.price:
        return None
    nth = sum(seat.hold is not None for seat in seats.of_member(tx, event.id, member.id))
    cause = _cause(f"{RULE}:{member.id}:{event.id}:{nth}", occasion, None, event.plan.title)
    return ledger.hold(tx, member.id, event.plan.price, cause).id


def post(tx: Tx, event: Event, seat: Seat, occasion: Occasion) -> None:
    """The event begins: the points are spent."""
    if seat.hold is not None:
        _settle(tx, seat, Phase.POST, occasion, None, event.plan.title)


def release(tx: Tx, event: Event, seat: Seat, occasion: Occasion, actor: Member | None, reason: str) -> int:
    """The points come back, whether they were spent already or not; how many of them to the member."""
    if seat.hold is None:
        return 0
    if event.begun_at is None:
        _settle(tx, seat, Phase.VOID, occasion, actor, reason)
    else:
        ledger.refund(tx, seat.hold, _cause(f"refund:{seat.hold}", occasion, actor, reason))
    return seat.price - recover(tx, seat.member, _held(tx, seat.hold), occasion, actor, reason)


def _settle(tx: Tx, seat: Seat, phase: Phase, occasion: Occasion, actor: Member | None, reason: str) -> None:
    assert seat.hold is not None, seat
    settled = ledger.settle(tx, seat.hold, phase, _cause(f"settle:{seat.hold}", occasion, actor, reason))
    assert settled.amount == seat.price, seat


def _held(tx: Tx, hold: int) -> Entry:
    found = ledger.get(tx, hold)
    assert found is not None, hold
    return found


def _cause(key: str, occasion: Occasion, actor: Member | None, reason: str) -> Cause:
    """It is of no message: what was pressed is the announcement, which many press."""
    return replace(caused(key, RULE, occasion, actor=actor, reason=reason), message=None)
