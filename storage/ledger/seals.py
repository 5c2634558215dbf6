"""Seals: what the ledger was at the end of a day, so that no later hand can rewrite it unseen."""

from collections.abc import Iterator

from msgspec import Struct

from storage.engine.tx import Tx


class Seal(Struct, frozen=True):
    """The ledger as it stood: rows so far, points they moved, and the hash of the last."""

    day: str
    transfers: int
    moved: int
    hash: bytes


def put(tx: Tx, seal: Seal, now: int) -> bool:
    """Keep the seal of a day; False when it has one."""
    return (
        tx.run(
            "INSERT INTO seal (day, transfers, moved, hash, sealed_at) VALUES (:day, :transfers, :moved, :hash, :now)"
            " ON CONFLICT DO NOTHING",
            day=seal.day,
            transfers=seal.transfers,
            moved=seal.moved,
            hash=seal.hash,
            now=now,
        )
        > 0
    )


def last(tx: Tx) -> Seal | None:
    """The newest seal."""
    row = tx.one("SELECT day, transfers, moved, hash FROM seal ORDER BY day DESC LIMIT 1")
    return Seal(*row) if row else None


def before(tx: Tx, day: str) -> Seal | None:
    """The newest seal of a day before `day`."""
    row = tx.one("SELECT day, transfers, moved, hash FROM seal WHERE day < :day ORDER BY day DESC LIMIT 1", day=day)
    return Seal(*row) if row else None


def between(tx: Tx, first: str, last: str) -> list[Seal]:
    """The seals of the days from `first` to `last`, oldest first."""
    rows = tx.all(
        "SELECT day, transfers, moved, hash FROM seal WHERE day BETWEEN :first AND :last ORDER BY day",
        first=first,
        last=last,
    )
    return [Seal(*row) for row in rows]


def everything(tx: Tx) -> Iterator[Seal]:
    """Every seal, oldest first."""
    for row in tx.each("SELECT day, transfers, moved, hash FROM seal ORDER BY day"):
        yield Seal(*row)
