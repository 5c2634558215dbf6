"""Who came to an event: by a code said on the spot, or on the list of the staff."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.offers.event import HOUR_S, Event, EventBegun, EventCalledOff
from rules.reading.numbers import whole
from rules.reading.typed import even
from rules.refusals import Refusal

DIGITS = 6
TRIES = 5
DOORS_S = HOUR_S
_CODE = re.compile(r"(?:\d{6}|\d{3}[\s-]\d{3}|\d\d[\s-]\d\d[\s-]\d\d)[。.!]?", re.IGNORECASE)


class EventMark(StrEnum):
    """How somebody found an event."""

    MUCH = "much"
    FINE = "fine"
    BETTER = "better"


class Attendance(Struct, frozen=True):
    """What is known of one with a seat: when they came (UTC seconds), what was paid for it by which entry, whether that was
    taken back, whether they were missed, and how many codes they have guessed wrong.
    """

    seat: int
    event: int
    member: int
    came_at: int | None
    points: int
    entry: int | None
    taken_back_at: int | None
    missed_at: int | None
    tries: int

    @property
    def came(self) -> bool:
        """Whether they came, and it counts."""
        return self.came_at is not None and self.taken_back_at is None


@dataclass(eq=False)
class NobodyCounts(Refusal):
    """No code is being said just now at any event where the member has a seat and is not on the list yet."""


@dataclass(eq=False)
class DoorsClosed(Refusal):
    """Nobody can have come yet: the doors open at `opens_at` (UTC seconds)."""

    title: str
    opens_at: int


@dataclass(eq=False)
class CameAlready(Refusal):
    """They are on the list; the `entry` that paid for it can be undone."""

    name: str
    entry: int


@dataclass(eq=False)
class HereAlready(Refusal):
    """The member is on the list of that event."""

    title: str


@dataclass(eq=False)
class WasNotThere(Refusal):
    """It is asked of those who came."""

    title: str


def code_of(chance: str) -> str:
    """The code that a draw of chance makes."""
    return f"{int(chance, 16) % 10**DIGITS:0{DIGITS}d}"


def written_code(words: str) -> str:
    """The code that somebody wrote, however they set it apart or in which digits."""
    number = whole("".join(words.split()))
    return "" if number is None else f"{number:0{DIGITS}d}"


def is_code(text: str) -> bool:
    """Whether a message is as long as a code, and nothing else: in one piece, or in two or three of equal length."""
    said = even(text).strip()
    return _CODE.fullmatch(said) is not None


def is_listed(event: Event, now: int, list_hours: int) -> bool:
    """Whether people may say that they came: from an hour before until the list is closed."""
    doors, closes = event.plan.starts_at - DOORS_S, event.plan.ends_at + list_hours * HOUR_S
    return event.called_off_at is None and doors <= now < closes


def require_doors(event: Event, now: int) -> None:
    """Raise EventCalledOff or DoorsClosed unless somebody can have come."""
    if event.called_off_at is not None:
        raise EventCalledOff(event.plan.title)
    if now < event.plan.starts_at - DOORS_S:
        raise DoorsClosed(event.plan.title, event.plan.starts_at - DOORS_S)


def require_listed(event: Event, now: int, list_hours: int) -> None:
    """Raise what is against counting who comes: not yet, or long over."""
    require_doors(event, now)
    if now >= event.plan.ends_at + list_hours * HOUR_S:
        raise EventBegun(event.plan.title)
