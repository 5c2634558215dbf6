"""The rules by which was paid: each version whole, under its fingerprint, since it was first in force."""

from collections.abc import Iterator

from storage.engine.tx import Tx


def keep(tx: Tx, version: str, body: str, now: int) -> bool:
    """Keep a version; False when it is kept already."""
    kept = tx.run(
        "INSERT INTO programme (version, since, body) VALUES (:version, :now, :body) ON CONFLICT DO NOTHING",
        version=version,
        now=now,
        body=body,
    )
    return kept > 0


def everything(tx: Tx) -> Iterator[tuple[str, str]]:
    """Version and body of all that are kept, the oldest first."""
    for row in tx.each("SELECT version, body FROM programme ORDER BY since, version"):
        yield row.version, row.body
