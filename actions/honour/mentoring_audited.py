"""Whether every term of a mentor was confirmed by a person, or renewed by the mentor as the brand allows."""

from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.honour import mentors


def _terms(tx: Tx, books: Books, programme: Programme) -> None:
    """As offers and the log tell."""
    for member, vouched in mentors.vouched(tx):
        books.differ("mentor", str(member), "was decided by somebody", True, vouched)


AUDIT = (_terms,)
