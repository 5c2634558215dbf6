"""Whether members are suspended just as long as what is in force says."""

from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.fairness import silences


def _suspensions(tx: Tx, books: Books, programme: Programme) -> None:
    for one in silences.suspensions(tx):
        books.differ("member", one.member, "suspended until", one.in_force, one.cached)


AUDIT = (_suspensions,)
