"""A best assist whose points are taken back, or given again."""

from actions.ledger.reversals import Unwinding, owner_of, quietly
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from storage import members
from storage.engine.tx import Tx
from storage.honour import best_assists


def _followed(tx: Tx, entry: Entry, occasion: Occasion, *, back: bool) -> tuple[Also, ...]:
    """The award of the week goes with its points, or comes again."""
    group, _, week = entry.subject.partition(":")
    member = members.get(tx, owner_of(tx, entry))
    taken_at = None if back else occasion.now
    if not group.isdecimal() or not best_assists.take_back(tx, int(group), week, member.id, taken_at):
        return ()
    return (Also(Aftermath.AWARD_AGAIN if back else Aftermath.AWARD_GONE, member.name, int(group), week),)


UNWINDING = {
    "best_assist": Unwinding(
        take=quietly(lambda tx, entry, occasion: _followed(tx, entry, occasion, back=False)),
        restore=quietly(lambda tx, entry, occasion: _followed(tx, entry, occasion, back=True)),
    )
}
