"""Topic moderators as a sheet: who looks after what, or did, and how that ended."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Whoever looks after a theme does so in every group, and has none in the sheet."""
    rows = tx.each(
        """
        SELECT field.id, whose.telegram_id, whose.name, field.name AS field, field.chat_group, chat_group.title,
        coalesce(ending, 'held') AS state, given_at, gave.telegram_id AS given_by, gave.name AS given_by_name, until, ended_at
        FROM topic_moderator AS field JOIN member AS whose ON whose.id = field.member
        JOIN member AS gave ON gave.id = field.given_by LEFT JOIN chat_group ON chat_group.id = field.chat_group
        ORDER BY field.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "topic_moderators",
        (
            Column("id"),
            Column("telegram_id"),
            beside("name"),
            Column("field"),
            Column("group_id"),
            beside("group_title"),
            Column("state", Cells.WORD, "export/field_"),
            moment("seated_at"),
            Column("asked_by"),
            beside("asked_by_name"),
            moment("seated_until"),
            moment("ended_at"),
        ),
        _rows,
    ),
)
