"""Entries of the ledger that no thank has led to, for the audit."""

from collections.abc import Iterator

from storage.engine.tx import Tx


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no thank names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM thanks WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id
