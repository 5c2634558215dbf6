"""Whether the best assists agree with the ledger."""

from actions.ledger import paying
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import owned
from rules.programme.programme import Programme
from storage.engine.tx import Tx
from storage.honour import best_assists
from storage.ledger import ledger


def _awards(tx: Tx, books: Books, programme: Programme) -> None:
    for one in best_assists.everything(tx):
        key = paying.key_of("best_assist", one.member, f"{one.group}:{one.week}")
        entry = ledger.by_key(tx, key)
        if entry is not None:
            stands = not one.taken_back
            books.differ("best assist", f"{one.group}:{one.week}", "award stands", stands, books.stands(entry.id))


AUDIT = (_awards, owned("best_assist", best_assists.strays))
