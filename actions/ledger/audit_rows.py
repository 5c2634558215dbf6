"""What a feature's rows say of the entries that paid them, compared with the ledger."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from actions.ledger.audit_books import Books
from rules.ledger.ledger import Entry
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.ledger import ledger

# A feature declares its checks in its module's AUDIT; each notes in the books what does not agree, and reads only.
Check = Callable[[Tx, Books, Programme], None]


class Paid(Struct, frozen=True):
    """What a row says of the entry that paid it."""

    rule: str
    member: int
    points: int | None = None


def compare(tx: Tx, books: Books, row: tuple[str, str], entry: int | None, paid: Paid, *, stands: bool) -> None:
    """Compare what a row says with the entry it names."""
    found = ledger.get(tx, entry) if entry is not None else None
    if found is None:
        books.differ(*row, "entry", paid.rule, None)
        return
    books.differ(*row, f"rule of transfer {found.id}", paid.rule, found.rule)
    books.differ(*row, f"member of transfer {found.id}", paid.member, _whose(books, found))
    if paid.points is not None:
        books.differ(*row, f"points of transfer {found.id}", paid.points, found.amount)
    books.differ(*row, f"transfer {found.id} stands", stands, books.stands(found.id))


def owned(rule: str, strays: Callable[[Tx, str], Iterator[int]]) -> Check:
    """The check that every entry of a rule belongs to a row of its feature; `strays` names those that do not."""

    def check(tx: Tx, books: Books, programme: Programme) -> None:
        for entry in strays(tx, rule):
            if books.stands(entry):
                books.differ("transfer", entry, f"belongs to a row of {rule}", True, False)

    return check


def _whose(books: Books, entry: Entry) -> int | None:
    return books.member_of.get(entry.credit) or books.member_of.get(entry.debit)
