"""The ledger as a sheet: every entry that a member's points know of."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, iso
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """`amount` is what the entry changes the points to spend by, so that a member's amounts add up to their points."""
    rows = tx.each(
        """
        SELECT transfer.id, transfer.at, owner.telegram_id, rule, transfer.key, by.telegram_id AS actor, reason,
        chat_group, reverses, CASE phase WHEN 'post' THEN 0 WHEN 'hold' THEN -amount WHEN 'single' THEN
        CASE WHEN credit = account.id THEN amount ELSE -amount END ELSE amount END AS amount
        FROM transfer JOIN account ON account.id IN (debit, credit) AND account.member IS NOT NULL
        JOIN member AS owner ON owner.id = account.member LEFT JOIN member AS by ON by.id = transfer.actor
        ORDER BY transfer.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            iso(row.at),
            row.telegram_id,
            row.rule,
            row.amount,
            row.key,
            row.actor,
            row.reason,
            row.chat_group,
            row.reverses,
        )


SHEETS = (
    SheetSource(
        "ledger", ("id", "at", "telegram_id", "rule", "amount", "key", "actor", "reason", "group_id", "reverses"), _rows
    ),
)
