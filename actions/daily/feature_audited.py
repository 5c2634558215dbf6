"""Whether what is remembered of featured messages agrees with the ledger."""

from actions.daily.feature import RULE
from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.programme.programme import Programme
from storage.daily import features
from storage.engine.tx import Tx


def _features(tx: Tx, books: Books, programme: Programme) -> None:
    for one in features.everything(tx):
        if one.points:
            paid = Paid(RULE, one.member, one.points)
            stands = one.taken_back_at is None
            audit_rows.compare(tx, books, ("feature", str(one.id)), one.entry, paid, stands=stands)
        else:
            books.differ("feature", one.id, "entry", None, one.entry)


AUDIT = (_features, owned(RULE, features.strays))
