"""Whether what is remembered of shares agrees with the ledger."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.daily.share import Share, ShareKind
from rules.programme.programme import Programme
from storage.daily import shares
from storage.engine.tx import Tx


def _shares(tx: Tx, books: Books, programme: Programme) -> None:
    for share in shares.everything(tx):
        _paid(tx, books, share, share.kind, share.points, share.entry)
        _paid(tx, books, share, share.further_kind or share.kind, share.further_points, share.further_entry)


def _paid(tx: Tx, books: Books, share: Share, kind: ShareKind, points: int, entry: int | None) -> None:
    if not points:
        books.differ("share", share.id, "entry", None, entry)
        return
    paid = Paid(kind.rule, share.member, points)
    audit_rows.compare(tx, books, ("share", str(share.id)), entry, paid, stands=share.taken_back_at is None)


AUDIT = (_shares, *(owned(kind.rule, shares.strays) for kind in ShareKind))
