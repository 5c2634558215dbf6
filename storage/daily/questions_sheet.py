"""Questions as a sheet, each with who answered it."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, iso
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT question.id, asked_at, by.telegram_id, question.chat_group, state, text, helper.telegram_id AS answerer,
        acceptance.at AS accepted_at FROM question JOIN member AS by ON by.id = question.asker
        LEFT JOIN acceptance ON acceptance.question = question.id AND taken_back_at IS NULL
        LEFT JOIN member AS helper ON helper.id = acceptance.answerer ORDER BY question.id
        """,
    )
    for row in rows:
        asked, accepted = iso(row.asked_at), iso(row.accepted_at)
        yield row.id, asked, row.telegram_id, row.chat_group, row.state, row.text, row.answerer, accepted


SHEETS = (
    SheetSource(
        "questions", ("id", "at", "telegram_id", "group_id", "state", "text", "answerer", "accepted_at"), _rows
    ),
)
