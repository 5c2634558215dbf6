"""Titles of the tracks that were given, and taken back, as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT held.id, whose.telegram_id, whose.name, held.track, held.title, held.given_at, held.reason,
        giver.telegram_id AS given_by, giver.name AS given_by_name, held.taken_at, held.taken_for
        FROM track_title AS held JOIN member AS whose ON whose.id = held.member
        JOIN member AS giver ON giver.id = held.given_by ORDER BY held.id
        """
    )
    for row in rows:
        called = programme.track_titles.called(row.title)
        yield (*row[:4], called, *row[5:])


SHEETS = (
    SheetSource(
        "track_titles",
        (
            Column("id"),
            Column("telegram_id"),
            beside("name"),
            Column("track", Cells.WORD, "challenge/track_"),
            Column("track_title"),
            moment("given_at"),
            Column("reason"),
            Column("given_by"),
            beside("given_by_name"),
            moment("taken_at"),
            Column("taken_for"),
        ),
        _rows,
    ),
)
