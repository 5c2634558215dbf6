"""Whether what is remembered of ideas agrees with the ledger."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.daily.idea import RULE
from rules.programme.programme import Programme
from storage.daily import ideas
from storage.engine.tx import Tx


def _ideas(tx: Tx, books: Books, programme: Programme) -> None:
    for one in ideas.everything(tx):
        if one.points:
            paid, stands = Paid(RULE, one.member, one.points), one.taken_back_at is None
            audit_rows.compare(tx, books, ("idea", str(one.id)), one.entry, paid, stands=stands)
        else:
            books.differ("idea", one.id, "entry", None, one.entry)


AUDIT = (_ideas, owned(RULE, ideas.strays))
