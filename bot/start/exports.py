"""What the command line exports: sheets for people or programs, and the hall of honour as a web page."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from actions.honour.hall import whole
from messages.sheets import for_people
from messages.web import page
from rules.programme.programme import Programme
from rules.sheets import as_csv, as_json
from storage.engine.tx import Tx
from storage.operations.exports import sheet, sheets

HALL = "hall"
EXPORTED = (*sheets(), HALL)


class Form(StrEnum):
    """How a sheet is written."""

    CSV = "csv"
    JSON = "json"


class Asked(Struct, frozen=True):
    """One of EXPORTED: a sheet, `raw` for programs or for people, or a page in that `locale`."""

    name: str
    raw: bool
    form: Form
    locale: str


def lines(tx: Tx, asked: Asked, programme: Programme, today: date) -> Iterator[str]:
    """What was asked for as of that day, piece by piece."""
    if asked.name == HALL:
        yield page(asked.locale, HALL, programme.brand.name, today, whole(tx))
        return
    source, brand, name = sheets()[asked.name], programme.brand, asked.name
    rows = source.rows(tx, programme, today)
    raw = (
        sheet(tx, name, programme, today)
        if asked.raw
        else for_people(source.columns, rows, brand.locale, brand.timezone)
    )
    yield from as_csv(raw) if asked.form is Form.CSV else as_json(raw)
