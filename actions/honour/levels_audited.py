"""Whether everybody stands on the level that their contribution reaches."""

from actions.honour.ladder import in_force
from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage import standings
from storage.engine.tx import Tx
from storage.ledger import promotions


def _levels(tx: Tx, books: Books, programme: Programme) -> None:
    """The level that the contribution reaches; a higher one is kept only from before the ladder was changed."""
    ladder, levels = in_force(tx), programme.levels
    if not ladder.is_that_of(levels):
        return
    reached_at = {(one.member, one.level): one.reached_at for one in promotions.everything(tx)}
    for one in standings.everybody(tx):
        reached = levels.reached(one.contribution).key
        kept = (
            levels.higher(one.level, reached) and reached_at.get((one.member, one.level), ladder.since) < ladder.since
        )
        if not kept:
            books.differ("member", one.member, "level", reached, one.level or levels[0].key)


AUDIT = (_levels,)
