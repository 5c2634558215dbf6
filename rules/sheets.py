"""Tables for spreadsheets: what a person typed must never become a formula on somebody else's machine."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct

from rules.programme.wording import spoken

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
Cell = str | int | None


class Cells(StrEnum):
    """What the cells of a column hold: as it is; UTC seconds; a length in seconds; a word of ours, which has a label; several."""

    PLAIN = "plain"
    TIME = "time"
    LENGTH = "length"
    WORD = "word"
    WORDS = "words"


class Column(Struct, frozen=True):
    """A column. Programs find those that are `raw` under their stable names, people those that are `shown` with a heading.

    `labels` is what stands before a word in the name of its label; `heading` names the heading where sheets mean different
    things by that name.
    """

    name: str
    cells: Cells = Cells.PLAIN
    labels: str = ""
    raw: bool = True
    shown: bool = True
    heading: str = ""


def moment(name: str) -> Column:
    """A column of moments."""
    return Column(name, Cells.TIME)


def beside(name: str, heading: str = "") -> Column:
    """What only people need: a name beside an id, a title, a text."""
    return Column(name, raw=False, heading=heading)


def inside(name: str) -> Column:
    """What only programs need, such as the key of something that people know by the title beside it."""
    return Column(name, shown=False)


# What stands first where each row is something that a member did in a group.
WHO_DID_IT = (
    Column("id"),
    moment("at"),
    Column("telegram_id"),
    beside("name"),
    Column("group_id"),
    beside("group_title"),
)


class Sheet(Struct, frozen=True):
    """Column names and rows; the rows may be read once."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def iso(at: int | None) -> str | None:
    """UTC seconds as a sheet writes them."""
    return None if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def for_programs(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], locale: str) -> Sheet:
    """The sheet under its stable names, with times in ISO 8601 and the brand's words in its own `locale`."""
    kept = [(place, column.cells) for place, column in enumerate(columns) if column.raw]
    plain = (tuple(_written(row[place], cells, locale) for place, cells in kept) for row in rows)
    return Sheet(tuple(column.name for column in columns if column.raw), plain)


def _written(cell: Cell, cells: Cells, locale: str) -> Cell:
    if cells is Cells.TIME and isinstance(cell, int):
        return iso(cell)
    return spoken(cell, locale) if isinstance(cell, str) else cell


def safe(cell: Cell) -> Cell:
    """A cell that Excel shows as text: what would begin a formula is quoted, NUL is dropped; numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    quoted = f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
    return quoted.replace("\0", "")


def as_csv(sheet: Sheet) -> Iterator[str]:
    """The sheet as CSV with a byte order mark, line by line."""
    line = io.StringIO()
    writer = csv.writer(line)
    yield BYTE_ORDER_MARK
    for row in _with_header(sheet):
        writer.writerow([safe(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def as_json(sheet: Sheet) -> Iterator[str]:
    """The sheet as a JSON list of objects, line by line."""
    yield "["
    between = "\n"
    for row in sheet.rows:
        yield between + json.dumps(dict(zip(sheet.columns, row, strict=True)), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def _with_header(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    yield sheet.columns
    yield from sheet.rows
