"""Whether everybody who stands on a step of trust was put there by a person."""

from actions.ledger.audit_books import Books
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.works import trust


def _steps(tx: Tx, books: Books, programme: Programme) -> None:
    """By confirming what was proposed, or by hand, as the log tells."""
    for member, vouched in trust.vouched(tx):
        books.differ("trust", str(member), "was decided by somebody", True, vouched)


AUDIT = (_steps,)
