"""Coming to an event whose points are taken back, or given again: it counts with them."""

from actions.ledger.reversals import Unwinding, owner_of, quietly
from actions.offers.attendance import RULE
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.programme.conditions import Source
from storage import members, touched
from storage.engine.tx import Tx
from storage.offers import attendances


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """They are off the list of those who came."""
    return _moved(tx, entry, occasion.now, Aftermath.UNATTENDED)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """They are on the list again; who was put there meanwhile, for nothing, is paid for that."""
    if attendances.of_entry(tx, entry.id) is None and entry.subject.isdecimal():
        member = owner_of(tx, entry)
        if attendances.pay(tx, int(entry.subject), member, entry.at, entry.amount, entry.id):
            touched.mark(tx, Source.EVENTS, member)
        return ()
    return _moved(tx, entry, None, Aftermath.ATTENDED_AGAIN)


def _moved(tx: Tx, entry: Entry, at: int | None, kind: Aftermath) -> tuple[Also, ...]:
    found = attendances.of_entry(tx, entry.id)
    if found is None or found.came is (at is None):
        return ()
    attendances.take_back(tx, found.seat, at)
    touched.mark(tx, Source.EVENTS, found.member)
    return (Also(kind, members.get(tx, found.member).name, number=found.event),)


UNWINDING = {RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate))}
