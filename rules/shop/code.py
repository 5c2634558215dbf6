"""Codes as staff send them: pasted, or a table whose first column they are, whatever stands between its columns."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rules.refusals import Refusal
from rules.shop.reward import RewardKind

CODES_AT_ONCE = 5_000
CODE_LIMIT = 120
LEAST_COUNTED = 2
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DELIMITERS = re.compile("[\t,;|\uff0c\uff1b\u3001]")
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d`"
_QUOTED = re.compile(r'"([^"]*)"\s*(?:$|[\t,;|])')
_COUNTED = re.compile(r"(\d{1,5})\s*(?:[.)](?=\s|\D)|[\u3001\uff0e\uff09:\uff1a,\t;])\s*(?=\S)")
_BULLET = re.compile(r"^[-*\u2022\u00b7\u25cf]\s+")
_UNLIKELY = re.compile(r"\s|[\u3000-\u303f\u3400-\u9fff\uff01\uff1f]")


@dataclass(frozen=True, slots=True)
class CodesRead:
    """The codes, each once, and what was left out: doubles, headings, what is too long or more than goes at once.

    `beside` is an example of what stood in another column.
    """

    codes: tuple[str, ...]
    doubles: int = 0
    headings: int = 0
    refused: int = 0
    beside: str = ""

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
    rows = [cells for line in _uncounted(_UNSEEN.sub("", text).splitlines()) if any(cells := _cells(line))]
    headed = _is_heading(rows, known | numbers)
    column = _column(rows[0], known, numbers) if headed else 0
    cells = [cell for row in rows[headed:] if column < len(row) and (cell := _bare(row[column], known))]
    named = [cell for cell in cells if cell.casefold() not in known | numbers]
    fitting = [cell for cell in named if len(cell) <= CODE_LIMIT]
    once = tuple(dict.fromkeys(fitting))
    refused = len(named) - len(fitting) + len(once[CODES_AT_ONCE:])
    left_out = headed + len(cells) - len(named)
    return CodesRead(once[:CODES_AT_ONCE], len(fitting) - len(once), left_out, refused, _beside(rows[headed:], column))


def _beside(rows: Sequence[Sequence[str]], column: int) -> str:
    """The first that stands in another column than the codes, behind them."""
    return next((cell for row in rows if row[column : column + 1] != [""] for cell in row[column + 1 :] if cell), "")


def _uncounted(lines: Sequence[str]) -> list[str]:
    """The lines without numbers that plainly count them from 1 on, as a list has."""
    filled = [line.strip() for line in lines if line.strip()]
    counted = [_COUNTED.match(line) for line in filled]
    numbers = [int(found[1]) if found else 0 for found in counted]
    if len(filled) < LEAST_COUNTED or numbers != list(range(1, len(filled) + 1)):
        return filled
    return [line[found.end() :] for line, found in zip(filled, counted, strict=True) if found]


def _is_heading(rows: Sequence[Sequence[str]], known: set[str]) -> bool:
    """Whether the first row names its columns: it holds a heading that the next row does not have in that place."""
    following = rows[1] if len(rows) > 1 else ()
    return bool(rows) and any(
        cell.casefold() in known and following[place : place + 1] != [cell] for place, cell in enumerate(rows[0])
    )


def _column(first: Sequence[str], known: set[str], numbers: set[str]) -> int:
    """In which column of a table the codes are: below a heading of theirs, else the first that does not count."""
    named = [cell.casefold() for cell in first]
    theirs = next((place for place, cell in enumerate(named) if cell in known), None)
    if theirs is not None:
        return theirs
    return next((place for place, cell in enumerate(named) if cell not in numbers), 0)


def _cells(line: str) -> list[str]:
    """What stands between delimiters, or inside quotes that are closed before one."""
    rest, cells = line.replace("\u00a0", " ").strip(), []
    while (quoted := _QUOTED.match(rest)) and rest:
        cells.append(quoted[1])
        rest = rest[quoted.end() :]
    more = _DELIMITERS.split(rest) if rest or not cells else []
    return [cell.strip().strip(_QUOTES).strip() for cell in (*cells, *more)]


def _bare(cell: str, known: set[str]) -> str:
    """The code without a bullet, and without its name before a colon."""
    cell = _BULLET.sub("", cell)
    name, colon, code = cell.replace("\uff1a", ":").partition(":")
    return code.strip() if colon and name.strip().casefold() in known else cell
