"""Submissions as a sheet, each with its last version and what was decided about it."""

from collections.abc import Iterator
from datetime import date

from rules.links import message_link
from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT submission.id, submission.made_at, author.telegram_id, author.name, submission.challenge, challenge.title,
        stage, standing, submission.version, handed.text,
        (SELECT count(*) FROM submission_file AS file WHERE file.submission = submission.id
        AND file.version = submission.version) AS files, chat_group.chat_id, handed.message,
        reader.telegram_id AS reviewer, reader.name AS reviewer_name, review.at AS reviewed_at, chips, words,
        showcase.posted_at, posted_in.chat_id AS channel, posted.message AS post,
        showcase.caption, showcase.withdrawn_at, showcase.reason FROM submission
        JOIN member AS author ON author.id = submission.member JOIN challenge ON challenge.id = submission.challenge
        JOIN submission_version AS handed ON handed.submission = submission.id AND handed.version = submission.version
        LEFT JOIN chat_group ON chat_group.id = handed.chat_group
        LEFT JOIN review ON review.submission = submission.id AND review.version = submission.version
        LEFT JOIN member AS reader ON reader.id = review.reviewer
        LEFT JOIN showcase ON showcase.kind = 'work' AND showcase.number = submission.id
        LEFT JOIN chat_group AS posted_in ON posted_in.id = (SELECT min(hung.chat_group) FROM showcase_channel AS hung
        WHERE hung.kind = 'work' AND hung.number = submission.id)
        LEFT JOIN posted ON posted.name = 'showcase:work:' || submission.id || ':' || posted_in.id ORDER BY submission.id
        """,
    )
    for row in rows:
        whole = tuple(row)
        post = None if row.withdrawn_at else _link(row.channel, row.post)
        yield (*whole[:11], _link(row.chat_id, row.message), *whole[13:19], post, *whole[21:])


def _link(chat_id: int | None, message: int | None) -> str | None:
    """Where it stands in its group or channel; none for what was handed in privately, or is not there."""
    return message_link(chat_id, message) if chat_id is not None and message is not None else None


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
            Column("featured_at", Cells.TIME, raw=False),
            beside("channel_link"),
            beside("caption"),
            Column("taken_out_at", Cells.TIME, raw=False),
            beside("taken_out_because"),
        ),
        _rows,
    ),
)
