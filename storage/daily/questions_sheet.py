"""Questions as a sheet, each with who answered it."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import WHO_DID_IT, Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT question.id, asked_at, by.telegram_id, by.name, question.chat_group AS group_id,
        chat_group.title AS group_title, state, text, helper.telegram_id AS answerer, helper.name AS answerer_name,
        acceptance.at AS accepted_at FROM question JOIN chat_group ON chat_group.id = question.chat_group
        JOIN member AS by ON by.id = question.asker
        LEFT JOIN acceptance ON acceptance.question = question.id AND taken_back_at IS NULL
        LEFT JOIN member AS helper ON helper.id = acceptance.answerer ORDER BY question.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            row.asked_at,
            row.telegram_id,
            row.name,
            row.group_id,
            row.group_title,
            row.state,
            row.text,
            row.answerer,
            row.answerer_name,
            row.accepted_at,
        )


SHEETS = (
    SheetSource(
        "questions",
        (
            *WHO_DID_IT,
            Column("state", Cells.WORD, "export/question_"),
            Column("text"),
            Column("answerer"),
            beside("answerer_name"),
            moment("accepted_at"),
        ),
        _rows,
    ),
)
