"""A submission whose points are taken back: what was decided about the work stays, and staff are told so."""

from actions.ledger.reversals import Step, Unwinding, owner_of
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also
from rules.occasion import Occasion
from rules.people import Member
from storage import members
from storage.engine.tx import Tx


def _told(kind: Aftermath) -> Step:
    """A step that changes nothing but has something to say about the submission."""

    def step(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
        number = entry.subject
        name = members.get(tx, owner_of(tx, entry)).name
        return (Also(kind, name, number=int(number)),) if number.isdecimal() else ()

    return step


UNWINDING = {
    "submission": Unwinding(take=_told(Aftermath.VERDICT_STAYS)),
    "featured": Unwinding(take=_told(Aftermath.POST_STAYS)),
}
