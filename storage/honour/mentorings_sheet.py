"""Newcomers and their mentors as a sheet: who, since when, until when. Neither words nor reasons."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT mentoring.id, at, newcomer.telegram_id, newcomer.name, mentoring.tracks, state, begun_at,
        mentor.telegram_id AS mentor, mentor.name AS mentor_name, ended_at
        FROM mentoring JOIN member AS newcomer ON newcomer.id = mentoring.newcomer
        LEFT JOIN member AS mentor ON mentor.id = mentoring.mentor AND begun_at IS NOT NULL
        WHERE state <> 'wishing' AND (state <> 'over' OR begun_at IS NOT NULL) ORDER BY mentoring.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "mentorings",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("tracks", Cells.WORDS, "challenge/track_"),
            Column("state", Cells.WORD, "export/mentoring_"),
            moment("begun_at"),
            Column("mentor"),
            beside("mentor_name"),
            moment("ended_at"),
        ),
        _rows,
    ),
)
