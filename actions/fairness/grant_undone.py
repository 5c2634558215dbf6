"""A grant or a deduction that is taken back, or given again."""

from actions.ledger.reversals import Unwinding, quietly
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Also
from rules.occasion import Occasion
from storage.engine.tx import Tx
from storage.fairness import grants


def _followed(tx: Tx, entry: Entry, occasion: Occasion, *, back: bool) -> tuple[Also, ...]:
    """It leaves the limits of what one person may give in a day, or counts to them again."""
    if entry.subject.isdecimal():
        grants.undo(tx, int(entry.subject), None if back else occasion.now)
    return ()


_EITHER = Unwinding(
    take=quietly(lambda tx, entry, occasion: _followed(tx, entry, occasion, back=False)),
    restore=quietly(lambda tx, entry, occasion: _followed(tx, entry, occasion, back=True)),
)
UNWINDING = {"grant": _EITHER, "deduction": _EITHER}
