"""Whether as many pieces are taken as were granted, and no more than there are."""

from collections import Counter

from actions.ledger.audit_books import Books
from rules.offers.application import HOLDING
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.offers import applications, resources


def _resources(tx: Tx, books: Books, programme: Programme) -> None:
    """What each resource says is taken, against its applications and its pieces."""
    holding = Counter(one.resource for one in applications.everything(tx) if one.state in HOLDING)
    for one in resources.everything(tx):
        books.differ("resource", one.id, "taken", holding[one.id], one.taken)
        if one.plan.pieces is not None:
            books.differ("resource", one.id, "pieces lent at most", min(one.taken, one.plan.pieces), one.taken)


AUDIT = (_resources,)
