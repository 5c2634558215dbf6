"""Appeals as a sheet, without what was said in them: that is forgotten a month after the decision."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx
from storage.fairness.cited import clause_title, titled

TITLE = 8  # the place of what the clause said


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT appeal.id, appeal.at, whose.telegram_id, whose.name, appeal.sanction, s.grade, s.length_s, s.clause, s.title,
        appeal.state, by.telegram_id AS decided_by, by.name AS decided_by_name, appeal.decided_at, s.until, appeal.answer
        FROM appeal JOIN sanction AS s ON s.id = appeal.sanction JOIN member AS whose ON whose.id = appeal.member
        LEFT JOIN member AS by ON by.id = appeal.decided_by ORDER BY appeal.id
        """,
    )
    for row in rows:
        yield (*tuple(row)[:TITLE], titled(row), *tuple(row)[TITLE + 1 :])


SHEETS = (
    SheetSource(
        "appeals",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("sanction"),
            Column("grade", Cells.WORD, "export/grade_"),
            Column("length_s", Cells.LENGTH, heading="length"),
            Column("clause"),
            clause_title(),
            Column("state", Cells.WORD, "export/appeal_"),
            Column("decided_by"),
            beside("decided_by_name"),
            moment("decided_at"),
            moment("until"),
            Column("answer", heading="why_it_stands"),
        ),
        _rows,
    ),
)
