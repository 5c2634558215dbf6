"""What the brand had made up for a member and took back with points that came back."""

from collections.abc import Iterator

from msgspec import Struct

from storage.engine.tx import Tx
from storage.ledger import ledger


class MadeUp(Struct, frozen=True):
    """A write-off and what of it has not been taken back."""

    entry: int
    left: int


class Recovery(Struct, frozen=True):
    """The entry that took back from the write-off; `taken` had taken the points that came back then."""

    entry: int
    write_off: int
    taken: int


class Returned(Struct, frozen=True):
    """The points that the entry `taken` had taken came back by the entry `by`."""

    by: int
    taken: int


def outstanding(tx: Tx, member: int, since: int) -> list[MadeUp]:
    """What the brand has made up for `member` by the entry `since` or later ones and not taken back, oldest first."""
    rows = tx.all(
        """
        SELECT made.id, made.amount - coalesce(sum(back.amount), 0) AS remaining FROM transfer AS made
        LEFT JOIN recovery ON recovery.write_off = made.id LEFT JOIN transfer AS back ON back.id = recovery.entry
        WHERE made.credit = :account AND made.id >= :since AND made.rule = 'write_off'
        GROUP BY made.id, made.amount ORDER BY made.id
        """,
        account=ledger.account_of(tx, member),
        since=since,
    )
    return [MadeUp(row.id, int(row.remaining)) for row in rows if row.remaining > 0]


def add(tx: Tx, recovery: Recovery) -> None:
    """Remember what the entry took back, and with which points."""
    tx.run(
        "INSERT INTO recovery (entry, write_off, taken) VALUES (:entry, :write_off, :taken)",
        entry=recovery.entry,
        write_off=recovery.write_off,
        taken=recovery.taken,
    )


def recovered(tx: Tx, taken: int) -> int:
    """How many of the points that the entry `taken` had taken went to the brand when they came back."""
    points: int = tx.value(
        "SELECT coalesce(sum(amount), 0) FROM recovery JOIN transfer ON transfer.id = recovery.entry WHERE taken = :taken",
        taken=taken,
    )
    return int(points)


def everything(tx: Tx) -> Iterator[Recovery]:
    """Every recovery in the order of the ledger, for the audit."""
    for row in tx.each("SELECT entry, write_off, taken FROM recovery ORDER BY entry"):
        yield Recovery(*row)


def accounts(tx: Tx) -> list[int]:
    """The accounts for which the brand has ever made something up."""
    rows = tx.all("SELECT DISTINCT credit FROM transfer WHERE rule = 'write_off' ORDER BY credit")
    return [row.credit for row in rows]


def returned(tx: Tx, account: int) -> list[Returned]:
    """Everything of the account that came back, in the order in which it did: of orders, and of what was taken."""
    rows = tx.all(
        """
        SELECT ended.id, ended.settles AS taken FROM transfer AS ended
        WHERE ended.debit = :account AND ended.phase IN ('void', 'expire')
        UNION ALL
        SELECT back.id, coalesce(gone.settles, gone.id) AS taken FROM transfer AS back
        JOIN transfer AS gone ON gone.id = back.reverses WHERE back.credit = :account ORDER BY 1
        """,
        account=account,
    )
    return [Returned(row.id, row.taken) for row in rows]


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of the rule that no row knows."""
    query = "SELECT id FROM transfer WHERE rule = :rule AND id NOT IN (SELECT entry FROM recovery) ORDER BY id"
    for row in tx.each(query, rule=rule):
        yield row.id


def made_up(tx: Tx, account: int) -> list[MadeUp]:
    """Everything that the brand has made up for the account, oldest first, as if nothing of it had been taken back."""
    query = "SELECT id, amount FROM transfer WHERE credit = :account AND rule = 'write_off' ORDER BY id"
    return [MadeUp(row.id, row.amount) for row in tx.all(query, account=account)]
