"""Which groups something is meant for; nothing stands here of what is meant for all of them."""

from collections.abc import Iterable

from rules.audience import Meant
from storage.engine.tx import Tx


def chosen(tx: Tx, meant: Meant, number: int) -> frozenset[int]:
    """The groups it is meant for; none where it is meant for all."""
    rows = tx.all(
        "SELECT chat_group FROM audience WHERE meant = :meant AND number = :number", meant=meant.value, number=number
    )
    return frozenset(row.chat_group for row in rows)


def choose(tx: Tx, meant: Meant, number: int, groups: Iterable[int]) -> None:
    """It is meant for these groups, for all where none is named."""
    tx.run("DELETE FROM audience WHERE meant = :meant AND number = :number", meant=meant.value, number=number)
    tx.many(
        "INSERT INTO audience (meant, number, chat_group) VALUES (?, ?, ?)",
        ((meant.value, number, group) for group in groups),
    )
