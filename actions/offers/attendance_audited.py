"""Whether those who came were paid as the ledger says."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from actions.offers.attendance import RULE
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.offers import attendances


def _attendances(tx: Tx, books: Books, programme: Programme) -> None:
    for one in attendances.everything(tx):
        row = ("seat", str(one.seat))
        if one.entry is None:
            books.differ(*row, "points", 0, one.points)
        else:
            paid = Paid(RULE, one.member, one.points)
            audit_rows.compare(tx, books, row, one.entry, paid, stands=one.taken_back_at is None)


AUDIT = (_attendances, owned(RULE, attendances.strays))
