"""Codes as staff send them: pasted, or a table whose first column they are, whatever stands between its columns."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from msgspec import Struct

from rules.reading.tables import MANGLED, cells_of, lines_of, uncounted
from rules.refusals import Refusal
from rules.shop.reward import RewardKind

CODES_AT_ONCE = 5_000
CODE_LIMIT = 120
DIGITS_KEPT = 15
LEAST_ROUNDED = 3
# So much of a code is shown to staff: enough to tell it apart, never most of it.
END_SHOWN = 4
_FURTHER = re.compile(r"\s*(?:[(\uff08].*|[:\uff1a])$")
# The letters, figures and signs of ASCII as an East Asian keyboard may write them.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_UNLIKELY = re.compile(r"\s|[\u3000-\u303f\u3400-\u9fff\uff01\uff1f]")


class CodesRead(Struct, frozen=True):
    """The codes, each once, and what was left out: doubles, headings, what is too long or more than goes at once.

    `mangled` is no code any more, for a spreadsheet has turned it into a formula's fault or a rounded number, such as
    `broken`; `beside` is an example of what stood in another column.
    """

    codes: tuple[str, ...]
    doubles: int = 0
    headings: int = 0
    refused: int = 0
    beside: str = ""
    mangled: int = 0
    broken: str = ""

    @property
    def unlikely(self) -> tuple[str, ...]:
        """Those that do not look like codes: with spaces or Chinese characters inside, as sentences have."""
        return tuple(code for code in self.codes if _UNLIKELY.search(code))


@dataclass(eq=False)
class NoCodes(Refusal):
    """The reward is of a `kind` that hands out no codes; its stock is a number that staff write."""

    reward: int
    kind: RewardKind


@dataclass(eq=False)
class ImportGone(Refusal):
    """Those codes are not waiting to be taken in any more: they were, or others were sent for the same reward."""


@dataclass(eq=False)
class NothingUnused(Refusal):
    """There are no codes left that could be withdrawn: they were handed out or withdrawn before."""


def codes_in(text: str, headings: Collection[str], counts: Collection[str] = ()) -> CodesRead:
    """What `text` says: a cell of each line that has one, without what can't be seen, stray quotes, numbers before it.

    It is the first one, or that below one of `headings`, and not that below one of `counts`, which number the lines.
    """
    known = {heading.casefold() for heading in headings}
    numbers = {heading.casefold() for heading in counts}
    rows = [cells for line in uncounted(lines_of(text)) if any(cells := cells_of(line))]
    headed = _is_heading(rows, known | numbers)
    column = _column(rows, known, numbers) if headed else _coded(rows)
    cells = [cell for row in rows[headed:] if column < len(row) and (cell := _bare(row[column], known))]
    named = [cell for cell in cells if not _called(cell, known | numbers)]
    unheaded = not headed and _speaks_of(named)
    return _read(named[unheaded:], headed + len(cells) - len(named) + unheaded, _beside(rows[headed:], column))


def _read(cells: Sequence[str], headings: int, beside: str) -> CodesRead:
    """What of the cells goes into stock, and what does not."""
    broken = _broken(cells)
    fitting = [cell for cell in cells if len(cell) <= CODE_LIMIT and cell not in broken]
    once = tuple(dict.fromkeys(fitting))
    mangled = [cell for cell in cells if cell in broken]
    refused = len(cells) - len(mangled) - len(fitting) + len(once[CODES_AT_ONCE:])
    doubles = len(fitting) - len(once)
    return CodesRead(once[:CODES_AT_ONCE], doubles, headings, refused, beside, len(mangled), "".join(mangled[:1]))


def _broken(cells: Sequence[str]) -> set[str]:
    """What spreadsheets have made of a code, from which it can't be told any more."""
    long = [cell for cell in cells if cell.isdecimal() and len(cell) > DIGITS_KEPT]
    rounded = [cell for cell in long if not cell[DIGITS_KEPT:].strip("0")]
    several = len(rounded) >= LEAST_ROUNDED and len(rounded) == len(long)
    return {cell for cell in cells if MANGLED.fullmatch(cell)} | set(rounded if several else ())


def _speaks_of(cells: Sequence[str]) -> bool:
    """Whether the first of them is a heading in words that nobody has told us: it is no code, and all others may be."""
    return len(cells) > 1 and bool(_UNLIKELY.search(cells[0])) and not any(map(_UNLIKELY.search, cells[1:]))


def _beside(rows: Sequence[Sequence[str]], column: int) -> str:
    """The first that stands in another column than the codes, behind them."""
    return next((cell for row in rows if row[column : column + 1] != [""] for cell in row[column + 1 :] if cell), "")


def _called(cell: str, known: Collection[str]) -> bool:
    """Whether the cell is one of these headings, with a colon or something in brackets behind it or not."""
    return _FURTHER.sub("", cell.casefold()) in known


def _is_heading(rows: Sequence[Sequence[str]], known: set[str]) -> bool:
    """Whether the first row names its columns: it holds a heading that the next row does not have in that place."""
    following = rows[1] if len(rows) > 1 else ()
    return bool(rows) and any(
        _called(cell, known) and following[place : place + 1] != [cell] for place, cell in enumerate(rows[0])
    )


def _column(rows: Sequence[Sequence[str]], known: set[str], numbers: set[str]) -> int:
    """In which column of a headed table the codes are: below a heading of theirs, else the first that does not count."""
    theirs = next((place for place, cell in enumerate(rows[0]) if _called(cell, known)), None)
    if theirs is not None:
        return theirs
    return next((place for place, cell in enumerate(rows[0]) if not _called(cell, numbers)), 0)


def _coded(rows: Sequence[Sequence[str]]) -> int:
    """In which column they are without a heading: the first, unless it is all words and another one has none."""
    columns = [[cell for cell in column if cell] for column in zip(*rows, strict=False)]
    if not columns or not all(map(_UNLIKELY.search, columns[0])):
        return 0
    return next((place for place, column in enumerate(columns) if not any(map(_UNLIKELY.search, column))), 0)


def _bare(cell: str, known: set[str]) -> str:
    """The code without its name before a colon, in one width; a line that is drawn is none."""
    if not (any(map(str.isalnum, cell)) or MANGLED.fullmatch(cell)):
        return ""
    if not _UNLIKELY.search(narrow := cell.translate(_WIDE)):
        cell = narrow
    name, colon, code = cell.replace("\uff1a", ":").partition(":")
    return code.strip() if colon and name.strip().casefold() in known else cell


def end_of(code: str) -> str:
    """How a code ends: its last characters, at most half of them."""
    return code[-min(END_SHOWN, max(len(code) // 2, 1)) :]
