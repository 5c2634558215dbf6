"""An idea whose points are taken back, or given again: it leaves the topic's list, or stands there again."""

from actions.daily.idea import paid_out
from actions.ledger.reversals import Unwinding, quietly
from rules.daily.idea import RULE
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, EarnedAgain
from rules.occasion import Occasion
from storage import members
from storage.daily import ideas
from storage.engine.tx import Tx


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is listed no more."""
    idea = ideas.of_entry(tx, entry.id)
    if idea is None or idea.taken_back_at is not None:
        return ()
    ideas.take_back(tx, idea, occasion.now)
    return (Also(Aftermath.UNLISTED, members.get(tx, idea.member).name),)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is listed again. Raises EarnedAgain where as many as a day pays were paid meanwhile."""
    idea = ideas.of_entry(tx, entry.id)
    if idea is None or idea.taken_back_at is None:
        return ()
    theirs = occasion.seen_from(members.get(tx, idea.member).timezone)
    if idea.points and paid_out(tx, idea.member, idea.day, theirs):
        raise EarnedAgain(entry.id)
    ideas.take_back(tx, idea, None)
    return (Also(Aftermath.LISTED_AGAIN, members.get(tx, idea.member).name),)


UNWINDING = {RULE: Unwinding(take=quietly(withdraw), restore=quietly(reinstate))}
