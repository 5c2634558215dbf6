"""The one message of a day: what has gathered for each member."""

from dataclasses import dataclass

from rules.note import WaitingNote, fitting
from rules.occasion import Occasion
from rules.people import Member
from storage import members, notes
from storage.engine.tx import Tx

AT_ONCE = 500
EVERYBODY = 1_000_000
SEEN = 50


@dataclass(frozen=True, slots=True)
class Day:
    """What has gathered for a member, told in one message; `later` more wait for another day."""

    name: str
    texts: tuple[str, ...]
    later: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """The day of one member, and the notes it is made of."""

    member: Member
    day: Day
    notes: tuple[WaitingNote, ...]


def gather(tx: Tx, occasion: Occasion) -> list[Gathered]:
    """The messages of this day that have not gone out yet, of those whose day it is, at most AT_ONCE; never again."""
    notes.forget(tx, occasion.now)
    waiting = _awaited(tx, occasion, AT_ONCE)
    return [_of(tx, member, occasion) for member in waiting if notes.take_day(tx, member, occasion.day, occasion.now)]


def leave_for_tomorrow(tx: Tx, occasion: Occasion) -> int:
    """Who may have had the day's message has none any more that day, and loses nothing; how many members that are."""
    waiting = _awaited(tx, occasion, EVERYBODY)
    return sum(notes.take_day(tx, member, occasion.day, occasion.now) for member in waiting)


def _awaited(tx: Tx, occasion: Occasion, limit: int) -> list[int]:
    return notes.awaited(tx, occasion.day, occasion.zone, occasion.programme.brand.timezone, limit)


def _of(tx: Tx, member: int, occasion: Occasion) -> Gathered:
    waiting = notes.waiting(tx, member, SEEN)
    told = fitting(waiting)
    notes.told(tx, told)
    who = members.get(tx, member)
    return Gathered(who, Day(who.name, tuple(note.text for note in told), len(waiting) - len(told)), tuple(told))
