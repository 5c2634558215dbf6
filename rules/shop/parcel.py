"""Orders that are sent together: a list with one line for each, its number and what its member should know."""

import re
from enum import StrEnum

from msgspec import Struct

from rules.numbers import named
from rules.shop.order import NOTE_LIMIT
from rules.tables import MANGLED
from rules.typed import even

MOST_LINES = 20
_BETWEEN = " \t,:;|-"
_QUOTES = "\"'“”"
# `SF1；13 SF2`: behind the note another number, and another parcel's.
_FURTHER = re.compile(r"(?:[;,、|]\s*#?|\s#)\d{1,9}[\s:,]+[a-z]*\d|\s\d{1,9}\s+[a-z]{2,}\d", re.IGNORECASE)


class Amiss(StrEnum):
    """Why a line of the list sends nothing."""

    UNREAD = "unread"
    TWICE = "twice"
    TOO_LONG = "too_long"
    MANGLED = "mangled"
    SEVERAL = "several"
    FURTHER = "further"
    UNKNOWN = "unknown"
    OTHERS = "others"
    UNCLAIMED = "unclaimed"
    OVER = "over"


class Line(Struct, frozen=True):
    """The `place`-th line that says something: its order and the note, or what is amiss with it."""

    place: int
    words: str
    order: int = 0
    note: str = ""
    amiss: Amiss | None = None


def read(text: str) -> tuple[Line, ...]:
    """The lines of a list, as they were pasted; one that names an order a second time sends nothing."""
    written = [line.strip() for line in text.splitlines() if line.strip()]
    lines: list[Line] = []
    seen: set[int] = set()
    for place, words in enumerate(written, 1):
        line = _line(place, words, seen)
        lines.append(line)
        if line.amiss is None:
            seen.add(line.order)
    return tuple(lines)


def _line(place: int, words: str, seen: set[int]) -> Line:
    found = named(words)
    if place > MOST_LINES:
        return Line(place, words, amiss=Amiss.FURTHER)
    if found is None or not _parted(found[1]):
        return Line(place, words, amiss=Amiss.UNREAD)
    order, note = found[0], _note(found[1])
    if order in seen:
        return Line(place, words, order, note, Amiss.TWICE)
    return Line(place, words, order, note, _amiss(note))


def _amiss(note: str) -> Amiss | None:
    if len(note) > NOTE_LIMIT:
        return Amiss.TOO_LONG
    if any(MANGLED.fullmatch(word) for word in even(note).split()):
        return Amiss.MANGLED
    return Amiss.SEVERAL if _FURTHER.search(even(note)) else None


def _parted(rest: str) -> bool:
    """Whether the number ends there: `12SF` names no order."""
    return not rest or even(rest[:1]) in _BETWEEN


def _note(rest: str) -> str:
    """What follows the number, without what parts the two and the quotation marks around all of it."""
    while rest and even(rest[:1]) in _BETWEEN:
        rest = rest[1:]
    note = rest.strip()
    quoted = len(note) > 1 and note[0] in _QUOTES and note[-1] in _QUOTES
    return note[1:-1].strip() if quoted else note
