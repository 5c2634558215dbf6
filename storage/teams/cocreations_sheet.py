"""Co-creation briefs with their answers as a sheet; while a brief takes answers, the brief alone."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """Answers stand here once they stand side by side for everybody, in the order in which they came."""
    rows = tx.each(
        """
        SELECT cocreation.id AS brief, title, made_at, deadline, prize, answer.id, whose.telegram_id, whose.name,
        answer.at, answer.text, CASE WHEN answer.id IS NULL THEN NULL ELSE (SELECT count(*) FROM cocreation_file
        WHERE cocreation_file.answer = answer.id) END AS files, won_at, answer.reason, answer.points, taken_back_at,
        case_at, unexpected FROM cocreation
        LEFT JOIN cocreation_answer AS answer ON answer.cocreation = cocreation.id AND cocreation.asked_at IS NOT NULL
        LEFT JOIN member AS whose ON whose.id = answer.member ORDER BY cocreation.id, answer.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "cocreations",
        (
            Column("brief"),
            Column("title"),
            moment("made_at"),
            moment("deadline"),
            Column("prize"),
            Column("answer"),
            Column("telegram_id"),
            beside("name"),
            moment("answered_at"),
            Column("text"),
            beside("files"),
            moment("prized_at"),
            Column("reason"),
            Column("paid"),
            moment("taken_back_at"),
            moment("case_at"),
            Column("unexpected"),
        ),
        _rows,
    ),
)
