"""A grant or a deduction that is taken back, or given again."""

from actions.ledger.reversals import Unwinding, quietly
from rules.fairness.grant import AgainByAnother, needs_second
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Also
from rules.occasion import Occasion
from rules.people import Member
from storage.engine.tx import Tx
from storage.fairness import grants


def _taken(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It leaves the limits of what one person may give in a day."""
    if entry.subject.isdecimal():
        grants.undo(tx, int(entry.subject), occasion.now)
    return ()


def _given_again(tx: Tx, entry: Entry, occasion: Occasion, actor: Member) -> tuple[Also, ...]:
    """It counts to those limits again. Raises AgainByAnother where its giver has given that room on."""
    if not entry.subject.isdecimal():
        return ()
    grants.undo(tx, int(entry.subject), None)
    one = grants.alone(tx, int(entry.subject))
    if one is None or one.actor != actor.id:
        return ()
    theirs = occasion.seen_from(actor.timezone)
    given = grants.given_alone(tx, one.actor, one.member, *theirs.span_of(theirs.day_at(one.at)))
    if needs_second(0, *given, occasion.programme.grants):
        raise AgainByAnother(entry.id)
    return ()


_EITHER = Unwinding(take=quietly(_taken), restore=_given_again)
UNWINDING = {"grant": _EITHER, "deduction": _EITHER}
