"""Orders as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.money import Money, decimal
from rules.programme.programme import Programme
from rules.sheets import Cell, iso
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """`cost` is what the piece cost the brand when it was ordered, or costs today where nobody had said so then."""
    rows = tx.each(
        """
        SELECT o.id, placed_at, telegram_id, o.reward, o.title, o.price, state, sent_at, ended_at,
        coalesce(o.cost, reward.cost) AS cost, coalesce(o.currency, reward.currency) AS currency FROM shop_order AS o
        JOIN member ON member.id = o.member JOIN reward ON reward.id = o.reward ORDER BY o.id
        """,
    )
    for row in rows:
        placed, sent, ended = iso(row.placed_at), iso(row.sent_at), iso(row.ended_at)
        cost = decimal(Money(row.cost, row.currency)) if row.currency else None
        yield (
            row.id,
            placed,
            row.telegram_id,
            row.reward,
            row.title,
            row.price,
            row.state,
            sent,
            ended,
            cost,
            row.currency,
        )


SHEETS = (
    SheetSource(
        "orders",
        ("id", "at", "telegram_id", "reward", "title", "price", "state", "sent_at", "ended_at", "cost", "currency"),
        _rows,
    ),
)
