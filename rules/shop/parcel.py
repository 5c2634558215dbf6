"""Orders that are sent together: a list with one line for each, its number and what its member should know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.reading.numbers import named
from rules.reading.tables import MANGLED
from rules.reading.typed import even
from rules.refusals import Refusal
from rules.shop.order import NOTE_LIMIT
from rules.values import replace

MOST_LINES = 20
_BETWEEN = " \t,:;|-、"
_QUOTES = "\"'“”"
# `SF1；13 SF2`: behind the note another number, and another parcel's.
_FURTHER = re.compile(
    r"(?:[;,、|]\s*#?|\s#|\A#)\d{1,9}[\s:,]+[a-z]*\d|(?:\s\d{1,9}|\A\d{1,6})[\s:,]+[a-z]{2,}\d|\A\d{1,6}\t",
    re.IGNORECASE,
)
# What counts the lines of a list, or points at them, before the number of an order.
_COUNT = re.compile(r"[(（]?(\d{1,2})[)）.．、:：,，;；\s]+|([①-⑳])\s*|(\d)\ufe0f?\u20e3\s*")
_POINT = re.compile(r"(?:[-*+–—]\s+|[•·●○■□▪◦]\s*)(?=[#＃\d])")
LONGEST_ORDER = 6
_NUMBER = re.compile(r"(?<![a-z0-9])[a-z]{0,4}-?\d{8,20}(?![a-z0-9])", re.IGNORECASE)
_PHONE = re.compile(r"1[3-9]\d{9}")
# So much may stand beside it: the carrier, 单号, 已寄出.
BESIDE = 16
_PARCEL = re.compile(r"[\w -]*\d{5}[\w -]*", re.ASCII)


@dataclass(eq=False)
class ParcelListGone(Refusal):
    """That list is not waiting any more: it was sent, thought better of, or begun anew."""


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
    """The lines of a list, as they were pasted; what names an order twice sends nothing, unless it says the same again."""
    written = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [_line(place, *pair) for place, pair in enumerate(zip(written, _uncounted(written), strict=True), 1)]
    return tuple(replace(line, amiss=Amiss.TWICE) if _named_twice(line, lines) else line for line in lines)


def is_parcel(note: str) -> bool:
    """Whether the note is the number of a parcel, and no words."""
    return bool(_PARCEL.fullmatch(note))


def holds_parcel(words: str) -> bool:
    """Whether somebody says little more than the number of a parcel; that of a mobile phone is none."""
    said = even(words).strip()
    numbers = [found[0] for found in _NUMBER.finditer(said) if not _PHONE.fullmatch(found[0])]
    return len(said) <= NOTE_LIMIT and "\n" not in said and len(numbers) == 1 and len(said) - len(numbers[0]) <= BESIDE


def _named_twice(line: Line, lines: Sequence[Line]) -> bool:
    """Whether another line says something else of the same order, or one above the same."""
    others = [one for one in lines if one is not line and one.order == line.order and one.amiss is None]
    return line.amiss is None and any(one.note != line.note or one.place < line.place for one in others)


def _uncounted(written: Sequence[str]) -> list[str]:
    """The lines from the number of their order on: without points, and without what counts them all from 1 on.

    It counts them where an order is named behind it on each: `1、SF1` names the first order of all, `1、#12 SF1` does not.
    """
    lines = [_POINT.sub("", line, count=1) for line in written]
    counts = [_COUNT.match(line) for line in lines]
    counted = [(count, line[count.end() :]) for count, line in zip(counts, lines, strict=True) if count]
    places = [_place(count) for count, _ in counted]
    if len(counted) < 2 or places != list(range(1, len(counted) + 1)) or not all(_names(rest) for _, rest in counted):
        return lines
    return [line[count.end() :] if count else line for count, line in zip(counts, lines, strict=True)]


def _place(count: re.Match[str]) -> int:
    return ord(count[2]) - ord("①") + 1 if count[2] else int(count[1] or count[3])


def _names(words: str) -> bool:
    """Whether an order is named there, and something told of it: a number that long is a parcel's."""
    found = named(words)
    if found is None or len(str(found[0])) > LONGEST_ORDER or not _parted(found[1]):
        return False
    note = even(_note(found[1]))
    return bool(note) if even(words).startswith("#") else note[:1].isascii() and note[:1].isalnum()


def _line(place: int, words: str, from_order: str) -> Line:
    found = named(from_order)
    if place > MOST_LINES:
        return Line(place, words, amiss=Amiss.FURTHER)
    if found is None or not _parted(found[1]):
        return Line(place, words, amiss=Amiss.UNREAD)
    order, note = found[0], _note(found[1])
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
    """What follows the number, without what parts the two or quotes it; the number of a parcel in one width, to be looked up."""
    while rest and even(rest[:1]) in _BETWEEN:
        rest = rest[1:]
    note = rest.strip()
    if len(note) > 1 and note[0] in _QUOTES and note[-1] in _QUOTES:
        note = note[1:-1].strip()
    plain = even(note)
    return plain if is_parcel(plain) else note
