"""Submissions as a sheet, each with its last version and what was decided about it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from rules.links import message_link
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT submission.id, submission.made_at, author.telegram_id, author.name, submission.challenge, challenge.title,
        stage, standing, submission.version, handed.text, chat_group.chat_id, handed.message,
        (SELECT count(*) FROM submission_file AS file WHERE file.submission = submission.id
        AND file.version = submission.version) AS files, reader.telegram_id AS reviewer, reader.name AS reviewer_name,
        review.at AS reviewed_at, chips, words FROM submission
        JOIN member AS author ON author.id = submission.member JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version AS handed ON handed.submission = submission.id AND handed.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = handed.chat_group
        LEFT JOIN review ON review.submission = submission.id AND review.version = submission.version
        LEFT JOIN member AS reader ON reader.id = review.reviewer ORDER BY submission.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            row.made_at,
            row.telegram_id,
            row.name,
            row.challenge,
            row.title,
            row.stage,
            row.standing,
            row.version,
            row.text,
            row.files,
            _link(row),
            row.reviewer,
            row.reviewer_name,
            row.reviewed_at,
            row.chips,
            row.words,
        )


def _link(row: Any) -> str | None:
    """Where the work stands in its group; none for one that was handed in privately."""
    return message_link(row.chat_id, row.message) if row.chat_id is not None and row.message is not None else None


SHEETS = (
    SheetSource(
        "submissions",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("challenge"),
            Column("title"),
            Column("stage", Cells.WORD, "export/stage_"),
            Column("state", Cells.WORD, "export/work_"),
            Column("version"),
            beside("text"),
            beside("files"),
            beside("link"),
            Column("reviewer"),
            beside("reviewer_name"),
            moment("reviewed_at"),
            Column("chips", Cells.WORDS, "review/", raw=False),
            Column("feedback"),
        ),
        _rows,
    ),
)
