"""What staff were asked about steps of trust, as a sheet."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _rows(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT asked.id, asked.at, whose.telegram_id, whose.name, asked.stood_on, asked.step, asked.state, asked.until,
        settled.telegram_id AS settled_by, settled.name AS settled_by_name, asked.settled_at, asked.reason
        FROM trust_proposal AS asked JOIN member AS whose ON whose.id = asked.member
        LEFT JOIN member AS settled ON settled.id = asked.settled_by ORDER BY asked.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "trust",
        (
            Column("id"),
            moment("at"),
            Column("telegram_id"),
            beside("name"),
            Column("stood_on", Cells.WORD, "export/trust_"),
            Column("step", Cells.WORD, "export/trust_"),
            Column("state", Cells.WORD, "export/proposal_"),
            moment("until"),
            Column("settled_by"),
            beside("settled_by_name"),
            moment("settled_at"),
            Column("reason"),
        ),
        _rows,
    ),
)
