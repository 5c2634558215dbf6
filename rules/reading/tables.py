"""Tables as spreadsheets and people write them: lines of cells, whatever stands between the cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.refusals import Refusal

MOST_BYTES = 200_000
ENDINGS = (".csv", ".tsv", ".txt")
BOOKS = (".xlsx", ".xls", ".xlsm", ".ods", ".et", ".numbers")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROLS = {n: None for n in range(32) if chr(n) not in "\t\n"}
_SEPARATOR = re.compile(r"\s*sep=.\s*\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"\n]*)"')
_SPANNING = re.compile(r'(^|[\t,;|])"((?:[^"\n]|"")*(?:\n(?:[^"\n]|"")*){1,5})"([\t,;|]|$)', re.MULTILINE)
DELIMITERS = "\t,;|\uff0c\uff1b\u3001"
_DELIMITERS = re.compile(f"[{DELIMITERS}]")
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d`"
_COUNTED = re.compile(r"(\d{1,5})\s*(?:[.)](?=\s|\D)|[\u3001\uff0e\uff09:\uff1a,\t;])\s*(?=\S)")
_CIRCLED = re.compile("([①-⑳])\\s*(?=\\S)")
# As phones draw them, each in a box.
_BOXED = re.compile("(\\d)\ufe0f?\u20e3\\s*(?=\\S)")
_BULLET = re.compile(r"[-*+\u2013\u2014]\s+|[\u2022\u00b7\u25cf\u25cb\u25a0\u25a1\u25aa\u25e6]\s*")
LEAST_COUNTED = 2
# What a spreadsheet has turned into a formula's fault or a rounded number.
MANGLED = re.compile(r"\d(?:\.\d+)?E\+\d+|=.*|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|#{3,}", re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"\s*(?:$|[\t,;|])')


class TableFlaw(StrEnum):
    """Why a file can't be read as a table."""

    BOOK = "book"
    FORMAT = "format"
    LARGE = "large"
    EMPTY = "empty"
    UNREAD = "unread"


@dataclass(eq=False)
class TableUnread(Refusal):
    """The file of that name is no table that can be read, because of `flaw`."""

    name: str
    flaw: TableFlaw


def flaw_of(name: str, size: int) -> TableFlaw | None:
    """What can be said against a file by its name and its size in bytes."""
    said = name.lower()
    if said.endswith(BOOKS):
        return TableFlaw.BOOK
    if not said.endswith(ENDINGS):
        return TableFlaw.FORMAT
    if size > MOST_BYTES:
        return TableFlaw.LARGE
    return None if size else TableFlaw.EMPTY


def lines_of(text: str) -> list[str]:
    """The lines of a table without what can't be seen; a cell of several lines stands in one, unless it is all there is."""
    seen = "\n".join(_UNSEEN.sub("", text).replace("\u00a0", " ").splitlines()).translate(_CONTROLS)
    return _SPANNING.sub(_on_one_line, _AS_TEXT.sub(r'"\1"', _SEPARATOR.sub("", seen, count=1))).split("\n")


def uncounted(lines: Sequence[str]) -> list[str]:
    """The lines without numbers that plainly count them from 1 on, as a list has, and without the points before them;
    empty lines stay and count for nothing.
    """
    bare = [_unpointed(line.strip()) for line in lines]
    counted = [_counted(line) for line in bare]
    numbers = [_number(found[1]) if found else 0 for found, line in zip(counted, bare, strict=True) if line]
    if len(numbers) < LEAST_COUNTED or numbers != list(range(1, len(numbers) + 1)):
        return bare
    return [line[found.end() :] if found else "" for found, line in zip(counted, bare, strict=True)]


def _counted(line: str) -> re.Match[str] | None:
    return _COUNTED.match(line) or _CIRCLED.match(line) or _BOXED.match(line)


def _unpointed(line: str) -> str:
    point = _BULLET.match(line)
    return line[point.end() :] if point else line


def _number(written: str) -> int:
    return ord(written) - ord("①") + 1 if "①" <= written <= "⑳" else int(written)


def cells_of(line: str) -> list[str]:
    """What stands between delimiters, or inside quotes that are closed before one."""
    rest, cells = line.strip(), []
    while (quoted := _QUOTED.match(rest)) and rest:
        cells.append(quoted[1].replace('""', '"'))
        rest = rest[quoted.end() :]
    more = _DELIMITERS.split(rest) if rest or not cells else []
    return [cell.strip().strip(_QUOTES).strip() for cell in (*cells, *more)]


def _on_one_line(found: re.Match[str]) -> str:
    return found[0].replace("\n", " ") if found[1] or found[3] else found[0]
