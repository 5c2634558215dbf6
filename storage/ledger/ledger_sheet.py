"""The ledger as a sheet: every entry that a member's points know of."""

from collections.abc import Iterator
from datetime import date

from rules.mydata import Untold
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, inside, moment
from storage.declarations import STAYS, Own, SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """`amount` is what the entry changes the points to spend by, so that a member's amounts add up to their points."""
    rows = tx.each(
        """
        SELECT transfer.id, transfer.at, owner.telegram_id, owner.name, rule, transfer.key, by.telegram_id AS actor,
        by.name AS actor_name, reason, transfer.chat_group AS group_id, chat_group.title AS group_title, reverses,
        CASE phase WHEN 'post' THEN 0 WHEN 'hold' THEN -amount WHEN 'single' THEN
        CASE WHEN credit = account.id THEN amount ELSE -amount END ELSE amount END AS amount
        FROM transfer JOIN account ON account.id IN (debit, credit) AND account.member IS NOT NULL
        JOIN member AS owner ON owner.id = account.member LEFT JOIN member AS by ON by.id = transfer.actor
        LEFT JOIN chat_group ON chat_group.id = transfer.chat_group
        ORDER BY transfer.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            row.at,
            row.telegram_id,
            row.name,
            row.rule,
            row.amount,
            row.key,
            row.actor,
            row.actor_name,
            row.reason,
            row.group_id,
            row.group_title,
            row.reverses,
        )


SHEETS = (
    SheetSource(
        "ledger",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("rule", Cells.WORD, "points/"),
            Column("amount"),
            inside("key"),
            Column("actor"),
            beside("actor_name"),
            Column("reason"),
            Column("group_id"),
            beside("group_title"),
            Column("reverses"),
        ),
        _rows,
    ),
)

OWN = (
    Own("account", fate=STAYS),
    Own(
        "transfer",
        "",
        whose=(
            "(debit > 4 AND debit = (SELECT id FROM account WHERE member = :member)) OR credit = (SELECT "
            "id FROM account WHERE member = :member)"
        ),
        but=("key", "fingerprint", "hash"),
        fate=STAYS,
    ),
    Own("transfer", "actor", untold=Untold.ELSEWHERE, fate=STAYS),
)
