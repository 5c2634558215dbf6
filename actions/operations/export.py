"""Exports for staff in chat: a file in private, and a line in the audit log."""

from dataclasses import dataclass
from itertools import islice

from msgspec import Struct

from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Refusal
from rules.sheets import Cell, Column
from storage import audits
from storage.engine.tx import Tx
from storage.operations import exports

MOST_ROWS = 20_000


class Exported(Struct, frozen=True):
    """The rows of a sheet, as of `day`."""

    sheet: str
    day: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(eq=False)
class TooManyRows(Refusal):
    """More than `most` rows are better exported on the server's command line."""

    sheet: str
    most: int


def export(tx: Tx, by: Member, name: str, occasion: Occasion) -> Exported:
    """The sheet, for people. Raises TooManyRows."""
    source = exports.sheets()[name]
    rows = tuple(islice(source.rows(tx, occasion.programme, occasion.day), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise TooManyRows(name, MOST_ROWS)
    audits.record(tx, occasion.now, by.id, "data.export", None, None, sheet=name)
    return Exported(name, occasion.day.isoformat(), source.columns, rows)
