"""Whether the brand took back exactly what it had made up, whenever points came back: lived through once more."""

from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import owned
from rules.programme.programme import Programme
from rules.values import replace
from storage.engine.tx import Tx
from storage.ledger import ledger, recoveries
from storage.ledger.recoveries import MadeUp, Returned

Parts = dict[tuple[int, int], int]  # points by write-off and by the entry that had taken them


def _recoveries(tx: Tx, books: Books, programme: Programme) -> None:
    expected: Parts = {}
    for account in recoveries.accounts(tx):
        expected |= _lived(tx, account)
    for one in recoveries.everything(tx):
        entry = ledger.get(tx, one.entry)
        due = expected.pop((one.write_off, one.taken), 0)
        books.differ("recovery", one.entry, "points", due, entry.amount if entry else None)
    for (write_off, taken), due in expected.items():
        books.differ("write-off", write_off, f"taken back with the points of transfer {taken}", due, 0)


def _lived(tx: Tx, account: int) -> Parts:
    """What should have been taken back of the account, in the order in which points came back."""
    made_up, parts = recoveries.made_up(tx, account), Parts()
    for back in recoveries.returned(tx, account):
        made_up = _ended(tx, back, made_up, parts)
    return parts


def _ended(tx: Tx, back: Returned, made_up: list[MadeUp], parts: Parts) -> list[MadeUp]:
    """What is still made up once the brand has taken its part of what came back, which is added to `parts`."""
    taken = ledger.get(tx, back.taken)
    assert taken is not None, back
    own = ledger.by_key(tx, f"write_off:{taken.reverses}") if taken.reverses is not None else None
    since, left, after = (own or taken).id, taken.amount, []
    for one in made_up:
        part = min(one.left, left) if since <= one.entry < back.by else 0
        if part:
            parts[one.entry, taken.id] = part
        left -= part
        after.append(replace(one, left=one.left - part))
    return after


AUDIT = (_recoveries, owned("recovery", recoveries.strays))
