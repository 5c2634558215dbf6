"""The ledger as a whole, for the audit and the seals: its chain, its accounts, its totals."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from rules.ledger.ledger import GENESIS, fingerprint
from storage.engine.tx import Tx
from storage.ledger.ledger import COLUMNS


def last_hash(tx: Tx) -> bytes:
    """The hash of the newest row, where the chain goes on."""
    found: bytes | None = tx.value("SELECT hash FROM transfer ORDER BY id DESC LIMIT 1")
    return found or GENESIS


def hash_of(tx: Tx, entry: int) -> bytes:
    """The hash of that row; where the chain begins before the first one, empty for one that is not there."""
    found: bytes | None = tx.value("SELECT hash FROM transfer WHERE id = :entry", entry=entry)
    return found or (b"" if entry else GENESIS)


class Account(Struct, frozen=True):
    """An account as it is cached; `member` is None for one of the house."""

    id: int
    kind: str
    member: int | None
    posted: int
    held: int


class ChainLink(Struct, frozen=True):
    """A row as the chain sees it: what it says, and the two hashes that stand beside it."""

    said: dict[str, Any]
    fingerprint: bytes
    hash: bytes


def links(tx: Tx) -> Iterator[ChainLink]:
    """Every row in order, for the audit."""
    names = COLUMNS.replace("chat_group", "group").split(", ")
    for row in tx.each(f"SELECT {COLUMNS}, fingerprint, hash FROM transfer ORDER BY id"):
        yield ChainLink(dict(zip(names, row[:-2], strict=True)), row.fingerprint, row.hash)


def accounts(tx: Tx) -> Iterator[Account]:
    """Every account."""
    for row in tx.each("SELECT id, kind, member, posted, held FROM account ORDER BY id"):
        yield Account(*row)


def print_of(said: dict[str, Any]) -> bytes:
    """The fingerprint that belongs to what a row says."""
    legs = [said[name] for name in ("debit", "credit", "amount", "phase", "settles", "reverses", "contribution")]
    return fingerprint({"legs": legs, "why": [said[name] for name in ("key", "rule", "actor", "reason", "group")]})


def totals(tx: Tx, after: int) -> tuple[int, int]:
    """How many rows there are after the row `after`, and how many points they moved."""
    row = tx.one(
        "SELECT count(*) AS n, coalesce(sum(CASE WHEN phase IN ('single', 'post') THEN amount END), 0) AS moved FROM transfer"
        " WHERE id > :after",
        after=after,
    )
    return row.n, row.moved
