"""Batches: points for many people at once, such as those who came to an event, given and taken back as a whole."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.fairness.grant import MOST_POINTS, measures
from rules.reading.heard import heard, pattern
from rules.reading.numbers import named, whole
from rules.reading.tables import lines_of, uncounted
from rules.reading.visible import shortened
from rules.refusals import Refusal

MOST_PEOPLE = 50
_LINE = re.compile(r"(?P<who>.*?)[\s,，;；:：]+(?P<points>[^\s,，;；:：]+)")
_HEADING = frozenset(heard("batch", "headings").split())
# A comma in the points parts columns or thousands: `@lin,1,200` is not guessed, while `@lin 1,200` is one number, as a
# cell in quotes is.
_THOUSANDS = re.compile(
    r"(?P<who>.*[^\s,，;；:：])(?:\s+|\s*[;；:：]\s*)(?P<points>\d{1,3}(?:[,，]\d{3})+[^\s,，;；:：\d]*)"
)
_LONELY = re.compile(r"(?:\A|[\s,，;；:：])\d{1,3}\Z")
_QUOTED = re.compile(r'"(\d{1,3}(?:[,，]\d{3})+)"')
_EITHER = re.compile(r"[\s,，;；:：]\d{1,3}[,，:：.]\d+\Z")
_BATCH = re.compile(rf"\s*(?:{pattern('batch', 'batch')})", re.IGNORECASE)
# Columns that are empty in every row, as spreadsheets leave them behind.
_BETWEEN = " \t,，;；"
_BESIDE = " \t\n,，:："


class BatchState(StrEnum):
    """A batch is looked at first; above the limits of one person it is proposed to a second one."""

    DRAFTED = "drafted"
    PROPOSED = "proposed"
    GIVEN = "given"
    DECLINED = "declined"
    LAPSED = "lapsed"


class BatchFlaw(StrEnum):
    """What is wrong with a line of the list."""

    POINTS = "points"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    TWICE = "twice"
    OWN = "own"


class BatchLine(Struct, frozen=True):
    """A line of the list: its number, who is named, and how many points; None when that is no number that is allowed."""

    line: int
    who: str
    points: int | None


class Batch(Struct, frozen=True):
    """A batch of `actor`, for that reason: members and their points."""

    id: int
    actor: int
    reason: str
    state: BatchState
    lines: tuple[tuple[int, int], ...]

    @property
    def points(self) -> int:
        """All of it together."""
        return sum(points for _, points in self.lines)


@dataclass(eq=False)
class TooManyPeople(Refusal):
    """A batch has at most `most` people."""

    most: int


@dataclass(eq=False)
class NoSuchBatch(Refusal):
    """There is no batch of that number that was given."""

    number: int


@dataclass(eq=False)
class BatchDecided(Refusal):
    """It was given or declined before."""


def lines_in(text: str) -> list[BatchLine]:
    """The people and points of a list or a table, one a line. Raises TooManyPeople."""
    first, *further = [_unquoted(line) for line in lines_of(text)]
    lines = ["", *uncounted(further)] if _is_heading(first) else uncounted([first, *further])
    found = [_line(n, line) for n, line in enumerate(lines, 1) if line]
    if len(found) > MOST_PEOPLE:
        raise TooManyPeople(MOST_PEOPLE)
    return found


def settled(text: str, number: int, who: str, telegram_id: int) -> str:
    """The list with the id of an account in the place of the name on that line."""
    lines = lines_of(text)
    lines[number - 1] = lines[number - 1].replace(who, str(telegram_id), 1)
    return "\n".join(lines)


def batch_in(words: str) -> tuple[int, str] | None:
    """The number of the batch that `words` begin with (`批3`, `batch 3`), and what follows."""
    batch = _BATCH.match(words)
    found = named(words[batch.end() :]) if batch else None
    return (found[0], found[1].strip(_BESIDE)) if found else None


def _unquoted(line: str) -> str:
    return _QUOTED.sub(lambda cell: re.sub(r"\D", "", cell[1]), line).replace('"', "").strip().rstrip(_BETWEEN)


def _line(number: int, line: str) -> BatchLine:
    thousands = _THOUSANDS.fullmatch(line)
    found = thousands if thousands and not _LONELY.search(thousands["who"]) else _LINE.fullmatch(line)
    if found is None or (found is not thousands and _EITHER.search(line)):
        return BatchLine(number, shortened(line, 40), None)
    points = whole(found["points"])
    allowed = points is not None and 0 < points <= MOST_POINTS and not measures(found["points"])
    return BatchLine(number, found["who"].strip(), points if allowed else None)


def _is_heading(line: str) -> bool:
    found = _LINE.fullmatch(line)
    return found is not None and found["points"].casefold() in _HEADING
