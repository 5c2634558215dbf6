"""Who applied for which resource, and what became of it, as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT resource_application.id, resource.id AS resource, resource.title, whose.telegram_id, whose.name,
        resource_application.state, purpose, resource_application.made_at, handed_at, due, ended_at,
        (SELECT count(*) FROM resource_made WHERE application = resource_application.id) AS works
        FROM resource_application JOIN resource ON resource.id = resource_application.resource
        JOIN member AS whose ON whose.id = resource_application.member ORDER BY resource_application.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "resources",
        (
            Column("id"),
            Column("resource"),
            Column("title"),
            Column("telegram_id"),
            beside("name"),
            Column("state", Cells.WORD, "export/application_"),
            Column("purpose"),
            moment("at"),
            moment("handed_at"),
            moment("due"),
            moment("ended_at"),
            Column("works"),
        ),
        _rows,
    ),
)
