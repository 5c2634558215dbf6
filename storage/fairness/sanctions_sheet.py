"""Sanctions as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx
from storage.fairness.cited import clause_title, titled

TITLE = 7  # the place of what the clause said


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT s.id, s.at, whose.telegram_id, whose.name, s.grade, s.length_s, s.clause, s.title, s.state, s.until,
        asked.telegram_id AS actor, asked.name AS actor_name, second.telegram_id AS decided_by,
        second.name AS decided_by_name, s.reason, s.ended_at, s.ended_for FROM sanction AS s
        JOIN member AS whose ON whose.id = s.member JOIN member AS asked ON asked.id = s.actor
        LEFT JOIN member AS second ON second.id = s.decided_by ORDER BY s.id
        """,
    )
    for row in rows:
        yield (*tuple(row)[:TITLE], titled(row), *tuple(row)[TITLE + 1 :])


SHEETS = (
    SheetSource(
        "sanctions",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("grade", Cells.WORD, "export/grade_"),
            Column("length_s", Cells.LENGTH, heading="length"),
            Column("clause"),
            clause_title(),
            Column("state", Cells.WORD, "export/sanction_"),
            moment("until"),
            Column("actor"),
            beside("actor_name"),
            Column("decided_by"),
            beside("decided_by_name"),
            beside("reason"),
            moment("ended_at"),
            beside("ended_for"),
        ),
        _rows,
    ),
)
