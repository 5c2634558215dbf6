"""A share whose points are taken back, or given again: its place in the day and the week goes with it."""

from actions.daily.share import days_of_week
from actions.ledger import lineage
from actions.ledger.reversals import Unwinding, quietly, together
from rules.daily.share import ShareKind, full
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, EarnedAgain
from rules.occasion import Occasion
from storage import members
from storage.daily import shares
from storage.engine.tx import Tx
from storage.ledger import ledger


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The share counts no more, and leaves its place to another; what it showed is still not shared anew."""
    share = shares.of_entry(tx, entry.id)
    if share is None or share.taken_back_at is not None:
        return ()
    shares.take_back(tx, share.id, occasion.now)
    return (Also(Aftermath.UNSHARED, members.get(tx, share.member).name, day=share.day.isoformat()),)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """The share counts again. Raises EarnedAgain where others have its place in the day or the week meanwhile."""
    share = shares.of_entry(tx, entry.id)
    if share is None or share.taken_back_at is None:
        return ()
    theirs = occasion.seen_from(members.get(tx, share.member).timezone)
    if full(days_of_week(tx, share.member, share.day, theirs), share.day, occasion.programme.sharing):
        raise EarnedAgain(entry.id)
    shares.take_back(tx, share.id, None)
    return (Also(Aftermath.SHARED_AGAIN, members.get(tx, share.member).name, day=share.day.isoformat()),)


def others(tx: Tx, entry: Entry) -> tuple[int, ...]:
    """What else the same share has paid, as far as it stands."""
    return tuple(one for one in _others(tx, entry) if lineage.stands(tx, one))


def others_again(tx: Tx, entry: Entry, reversal: Entry) -> tuple[int, ...]:
    """What was taken back together with `entry`: the reversals of what else the same share has paid."""
    last = (ledger.get(tx, lineage.last(tx, one)) for one in _others(tx, entry))
    return tuple(one.id for one in last if one is not None and together(one, reversal))


def _others(tx: Tx, entry: Entry) -> tuple[int, ...]:
    share = shares.of_entry(tx, entry.id)
    return tuple(one for one in share.entries if one != entry.id) if share else ()


_SHARE = Unwinding(take=quietly(withdraw), restore=quietly(reinstate), along=others, along_again=others_again)
UNWINDING = {kind.rule: _SHARE for kind in ShareKind}
