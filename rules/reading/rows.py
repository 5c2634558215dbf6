"""Rows under headings, as spreadsheets write them: cells that may span lines, each row with the line where it begins."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from rules.reading.tables import DELIMITERS

_NAMED = re.compile(r"sep=(.)", re.IGNORECASE)


class TableRow(Struct, frozen=True):
    """The cells of a row, and the line of the file on which it begins (from 1)."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """The cell in that place, empty where the row ends before it."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(eq=False)
class QuoteLeftOpen(Exception):
    """A cell that begins with a quotation mark on that line has none at its end."""

    line: int


def rows_of(text: str, heads: Callable[[str], bool]) -> tuple[TableRow, ...]:
    """The filled rows; the columns are apart by what makes most headings of the first one. Raises QuoteLeftOpen."""
    before, rest = _without_name(text)
    delimiter = before or _delimiter(rest, heads)
    skipped = 1 if before else 0
    return tuple(row for row in _read(rest, delimiter, skipped) if any(row.cells))


def has_headings(text: str, heads: Callable[[str], bool], least: int) -> bool:
    """Whether the first line is a row of at least so many headings."""
    _, rest = _without_name(text)
    return _headings(_first(rest), _delimiter(rest, heads), heads) >= least


def letter(place: int) -> str:
    """How a spreadsheet calls the column in that place (from 0)."""
    return chr(ord("A") + place) if place < 26 else f"A{letter(place - 26)}"


def _without_name(text: str) -> tuple[str, str]:
    """What the file says stands between columns, as Excel writes it into the first line, and the rest."""
    first, _, rest = text.partition("\n")
    named = _NAMED.fullmatch(first.strip())
    return (named[1], rest) if named else ("", text)


def _first(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")


def _delimiter(text: str, heads: Callable[[str], bool]) -> str:
    return max(DELIMITERS, key=lambda one: _headings(_first(text), one, heads))


def _headings(line: str, delimiter: str, heads: Callable[[str], bool]) -> int:
    return sum(heads(_bare(cell).strip('"')) for cell in line.split(delimiter))


def _read(text: str, delimiter: str, skipped: int) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as unread:
            raise QuoteLeftOpen(line + skipped) from unread
        if cells is None:
            return
        yield TableRow(line + skipped, tuple(_bare(cell) for cell in cells))


def _bare(cell: str) -> str:
    """The cell without spaces and what can't be seen around it."""
    return cell.strip().strip("\u00ad\u200b\u200e\u200f\u2060\ufeff\u00a0").strip()
