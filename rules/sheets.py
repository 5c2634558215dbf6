"""Tables for spreadsheets: what a person typed must never become a formula on somebody else's machine."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names and rows; the rows may be read once."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def iso(at: int | None) -> str | None:
    """UTC seconds as a sheet writes them."""
    return None if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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
