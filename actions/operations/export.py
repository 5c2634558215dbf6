"""Exports for staff in chat: a file in private, and a line in the audit log."""

from dataclasses import dataclass

from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import Refusal
from rules.sheets import SheetName, as_csv
from storage import audits
from storage.engine.tx import Tx
from storage.operations import exports

MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Exported:
    """A sheet as CSV, made on `day`."""

    sheet: SheetName
    day: str
    content: str


@dataclass(eq=False)
class TooManyRows(Refusal):
    """More than `most` rows are better exported on the server's command line."""

    sheet: str
    most: int


def export(tx: Tx, by: Member, name: SheetName, occasion: Occasion) -> Exported:
    """The sheet as CSV. Raises TooManyRows."""
    if exports.count(tx, name) > MOST_ROWS:
        raise TooManyRows(name, MOST_ROWS)
    sheet = exports.sheet(tx, name, occasion.programme, occasion.day)
    content = "".join(as_csv(sheet))
    audits.record(tx, occasion.now, by.id, "data.export", None, None, sheet=name.value)
    return Exported(name, occasion.day.isoformat(), content)
