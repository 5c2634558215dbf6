"""Public results as a sheet, one row for each report."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT result_report.id, result_report.at, author.telegram_id, author.name, submission.id AS submission,
        challenge.title, result.link, result_report.day, reads, likes, comments, result_report.state,
        checker.telegram_id AS staff, checker.name AS staff_name FROM result_report
        JOIN result ON result.id = result_report.result JOIN submission ON submission.id = result.submission
        JOIN challenge ON challenge.id = submission.challenge JOIN member AS author ON author.id = submission.member
        LEFT JOIN member AS checker ON checker.id = result_report.settled_by ORDER BY result_report.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "results",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("submission"),
            beside("title", "of_challenge"),
            Column("link"),
            Column("day", heading="told_on"),
            Column("reads"),
            Column("likes"),
            Column("comments"),
            Column("state", Cells.WORD, "export/result_"),
            Column("checked_by"),
            beside("checked_by_name"),
        ),
        _rows,
    ),
)
