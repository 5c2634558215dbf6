"""Codes as staff send them: pasted, or a table whose first column they are, whatever stands between its columns."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from rules.refusals import Refusal

CODES_AT_ONCE = 5_000
CODE_LIMIT = 120
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DELIMITERS = re.compile("[\t,;|\uff0c\uff1b\u3001]")
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d`"
_UNLIKELY = re.compile(r"\s|[\u3000-\u303f\u3400-\u9fff\uff01\uff1f]")


@dataclass(frozen=True, slots=True)
class CodesRead:
    """The codes, each once, and what was left out: doubles, headings, what is too long or more than goes at once."""

    codes: tuple[str, ...]
    doubles: int = 0
    headings: int = 0
    refused: int = 0

    @property
    def unlikely(self) -> tuple[str, ...]:
        """Those that do not look like codes: with spaces or Chinese characters inside, as sentences have."""
        return tuple(code for code in self.codes if _UNLIKELY.search(code))


@dataclass(eq=False)
class ImportGone(Refusal):
    """Those codes are not waiting to be taken in any more: they were, or others were sent for the same reward."""


@dataclass(eq=False)
class NothingUnused(Refusal):
    """There are no codes left that could be withdrawn: they were handed out or withdrawn before."""


def codes_in(text: str, headings: Collection[str]) -> CodesRead:
    """What `text` says: the first cell of each line that has one, without what can't be seen and stray quotes."""
    known = {heading.casefold() for heading in headings}
    cells = [cell for line in _UNSEEN.sub("", text).splitlines() if (cell := _first_cell(line))]
    named = [cell for cell in cells if cell.casefold() not in known]
    fitting = [cell for cell in named if len(cell) <= CODE_LIMIT]
    once = tuple(dict.fromkeys(fitting))
    refused = len(named) - len(fitting) + len(once[CODES_AT_ONCE:])
    return CodesRead(once[:CODES_AT_ONCE], len(fitting) - len(once), len(cells) - len(named), refused)


def _first_cell(line: str) -> str:
    """What stands before the first delimiter, or inside quotes that are closed before one."""
    line = line.replace("\u00a0", " ").strip()
    quoted = re.match(r'"([^"]*)"\s*(?:$|[\t,;|])', line)
    cell = quoted[1] if quoted else _DELIMITERS.split(line, maxsplit=1)[0]
    return cell.strip().strip(_QUOTES).strip()
