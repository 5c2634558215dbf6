"""Whether what staff gave and took agrees with the ledger."""

from actions.ledger import audit_rows, paying
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.fairness import grants
from storage.ledger import ledger


def _grants(tx: Tx, books: Books, programme: Programme) -> None:
    for one in grants.everything(tx):
        rule = "grant" if one.points > 0 else "deduction"
        entry = ledger.by_key(tx, paying.key_of(rule, one.member, one.id))
        books.differ("grant", one.id, "is in the ledger", one.given, entry is not None)
        if entry is not None:
            paid = Paid(rule, one.member, abs(one.points))
            audit_rows.compare(tx, books, ("grant", str(one.id)), entry.id, paid, stands=not one.undone)


AUDIT = (_grants,)
