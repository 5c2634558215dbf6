"""Who registered for which event, as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    """How somebody found an event stands in no row."""
    rows = tx.each(
        """
        SELECT event_seat.id, event.id AS event, event.title, event.starts_at, event.called_off_at, whose.telegram_id,
        whose.name, event_seat.state, event_seat.made_at, event_seat.price, came_at, event_seat.points, taken_back_at,
        missed_at FROM event_seat JOIN event ON event.id = event_seat.event JOIN member AS whose
        ON whose.id = event_seat.member ORDER BY event_seat.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "events",
        (
            Column("id"),
            Column("event"),
            Column("title"),
            moment("starts_at"),
            moment("called_off_at"),
            Column("telegram_id"),
            beside("name"),
            Column("state", Cells.WORD, "export/seat_"),
            moment("registered_at"),
            Column("price", heading="seat_price"),
            moment("came_at"),
            Column("earned"),
            moment("taken_back_at"),
            moment("missed_at"),
        ),
        _rows,
    ),
)
