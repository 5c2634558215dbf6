"""A submission whose points are taken back: what was decided about the work stays, and staff are told so; it counts for
nothing any more.
"""

from actions.ledger.reversals import Step, Unwinding, owner_of, quietly
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.people import Member
from storage import members
from storage.engine.tx import Tx
from storage.works import submissions


def _taken(kind: Aftermath) -> Step:
    """The verdict stays, and counts for nothing."""

    def step(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
        if not entry.subject.isdecimal():
            return ()
        number = int(entry.subject)
        submissions.undone(tx, number, entry.rule, back=False)
        return (Also(kind, members.get(tx, owner_of(tx, entry)).name, number=number),)

    return step


def _restored(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It counts again."""
    if entry.subject.isdecimal():
        submissions.undone(tx, int(entry.subject), entry.rule, back=True)
    return ()


UNWINDING = {
    "submission": Unwinding(take=_taken(Aftermath.VERDICT_STAYS), restore=quietly(_restored)),
    "featured": Unwinding(take=_taken(Aftermath.POST_STAYS), restore=quietly(_restored)),
}
