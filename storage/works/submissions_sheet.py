"""Submissions as a sheet, each with what was decided about its last version."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, iso
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT submission.id, submission.made_at, author.telegram_id, challenge, title, stage, standing, submission.version,
        reader.telegram_id AS reviewer, review.at AS reviewed_at, words FROM submission
        JOIN member AS author ON author.id = submission.member JOIN challenge ON challenge.id = submission.challenge
        LEFT JOIN review ON review.submission = submission.id AND review.version = submission.version
        LEFT JOIN member AS reader ON reader.id = review.reviewer ORDER BY submission.id
        """,
    )
    for row in rows:
        yield (
            row.id,
            iso(row.made_at),
            row.telegram_id,
            row.challenge,
            row.title,
            row.stage,
            row.standing,
            row.version,
            row.reviewer,
            iso(row.reviewed_at),
            row.words,
        )


SHEETS = (
    SheetSource(
        "submissions",
        (
            "id",
            "at",
            "telegram_id",
            "challenge",
            "title",
            "stage",
            "state",
            "version",
            "reviewer",
            "reviewed_at",
            "feedback",
        ),
        _rows,
    ),
)
