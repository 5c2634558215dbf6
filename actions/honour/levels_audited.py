"""Whether everybody stands on the level that their contribution reaches."""

from actions.honour.levels import in_force
from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage import members
from storage.engine.tx import Tx
from storage.ledger import promotions


def _levels(tx: Tx, books: Books, programme: Programme) -> None:
    """The level that the contribution reaches; a higher one is kept only from before the ladder was changed."""
    since = in_force(tx, programme)
    if since is None:
        return
    reached_at = {(one.member, one.level): one.reached_at for one in promotions.everything(tx)}
    for one in members.standings(tx):
        reached = programme.levels.reached(one.contribution)
        kept = one.level > reached and reached_at.get((one.member, one.level), since) < since
        if not kept:
            books.differ("member", one.member, "level", reached, one.level)


AUDIT = (_levels,)
