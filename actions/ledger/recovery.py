"""Points that come back belong to the brand first, as far as it has made up for their being gone.

What was spent is made up by the brand when the earning is taken back (`write_off`). Once the spending is undone too,
the same points would be there twice. So whatever comes back - of an order, or because a taking was taken back - first
ends what was written off since it had gone; what was written off before has nothing to do with it.
"""

from actions.ledger import paying
from rules.ledger.ledger import Entry, House
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from storage import members
from storage.engine.tx import Tx
from storage.ledger import ledger, recoveries
from storage.ledger.recoveries import MadeUp, Recovery


def due(tx: Tx, member: int, taken: Entry) -> int:
    """How many of the points that the entry `taken` took from the member would be the brand's if they came back now."""
    return min(taken.amount, sum(one.left for one in _made_up(tx, member, taken)))


def recover(tx: Tx, member: int, taken: Entry, occasion: Occasion, actor: Member | None, reason: str | None) -> int:
    """The points that `taken` had taken have just come back: the brand takes its part of them, oldest first; how many.

    What is left is forfeit where nobody is there any more to have it.
    """
    left = due(tx, member, taken)
    before = left
    for one in _made_up(tx, member, taken):
        if part := min(one.left, left):
            cause = paying.caused(f"recovery:{taken.id}:{one.entry}", "recovery", occasion, actor=actor, reason=reason)
            entry = ledger.take(tx, member, part, replace(cause, message=None), House.ISSUE)
            recoveries.add(tx, Recovery(entry.id, one.entry, taken.id))
            left -= part
    if members.get(tx, member).forgotten:
        paying.forfeit(tx, member, occasion, taken.id)
    return before


def _made_up(tx: Tx, member: int, taken: Entry) -> list[MadeUp]:
    """What has been written off since the points were gone, and so that they could be taken."""
    own = ledger.by_key(tx, f"write_off:{taken.reverses}") if taken.reverses is not None else None
    return recoveries.outstanding(tx, member, own.id if own else taken.id)
