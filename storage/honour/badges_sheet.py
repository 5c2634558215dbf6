"""Badges as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, inside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT whose.telegram_id, whose.name, badge.badge, badge.state, badge.at, gave.telegram_id AS given_by,
        gave.name AS given_by_name, badge.reason, settled.telegram_id AS settled_by, settled.name AS settled_by_name,
        badge.settled_at FROM badge JOIN member AS whose ON whose.id = badge.member
        LEFT JOIN member AS gave ON gave.id = badge.given_by
        LEFT JOIN member AS settled ON settled.id = badge.settled_by ORDER BY badge.member, badge.at, badge.badge
        """
    )
    titles = {badge.key: str(badge.title) for badge in programme.badges}
    for row in rows:
        telegram_id, name, key, *rest = row
        yield (telegram_id, name, key, titles.get(key, key), *rest)


SHEETS = (
    SheetSource(
        "badges",
        (
            Column("telegram_id"),
            beside("name"),
            inside("badge"),
            beside("badge_title"),
            Column("state", Cells.WORD, "export/badge_"),
            moment("at"),
            Column("given_by"),
            beside("given_by_name"),
            Column("reason"),
            Column("settled_by"),
            beside("settled_by_name"),
            moment("settled_at"),
        ),
        _rows,
    ),
)
