"""Orders as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.money import Money, decimal
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """`cost` is what the piece cost the brand when it was ordered, or costs today where nobody had said so then."""
    rows = tx.each(
        """
        SELECT o.id, placed_at, buyer.telegram_id, buyer.name, o.reward, o.title, o.price, state, sent_at, ended_at,
        staff.name AS staff, note, reason,
        coalesce(o.cost, reward.cost) AS cost, coalesce(o.currency, reward.currency) AS currency FROM shop_order AS o
        JOIN member AS buyer ON buyer.id = o.member
        LEFT JOIN member AS staff ON staff.id = o.claimed_by JOIN reward ON reward.id = o.reward ORDER BY o.id
        """,
    )
    for row in rows:
        cost = decimal(Money(row.cost, row.currency)) if row.currency else None
        yield (
            row.id,
            row.placed_at,
            row.telegram_id,
            row.name,
            row.reward,
            row.title,
            row.price,
            row.state,
            row.sent_at,
            row.ended_at,
            cost,
            row.currency,
            row.staff,
            row.note,
            row.reason,
        )


SHEETS = (
    SheetSource(
        "orders",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("reward"),
            Column("title"),
            Column("price"),
            Column("state", Cells.WORD, "export/order_"),
            moment("sent_at"),
            moment("ended_at"),
            Column("cost"),
            Column("currency"),
            beside("staff"),
            beside("note"),
            beside("reason"),
        ),
        _rows,
    ),
)
