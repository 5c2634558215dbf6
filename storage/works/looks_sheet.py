"""First looks as a sheet: who asked when and who answered. Drafts, and what was said of them, stay between the two."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT look.id, look.at, author.telegram_id, author.name, look.challenge, challenge.title, look.standing,
        look.settled_at, reader.telegram_id AS reviewer, reader.name AS reviewer_name FROM look
        JOIN member AS author ON author.id = look.member JOIN challenge ON challenge.id = look.challenge
        LEFT JOIN member AS reader ON reader.id = look.reader AND look.standing = 'answered' ORDER BY look.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "looks",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("challenge"),
            beside("title"),
            Column("state", Cells.WORD, "export/look_"),
            moment("ended_at"),
            Column("reviewer"),
            beside("reviewer_name"),
        ),
        _rows,
    ),
)
