"""The one message of a day: what has gathered for each member."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct

from rules.declarations import declared
from rules.note import RESTING, Retold, WaitingNote, fitting, kind_of
from rules.occasion import Occasion
from rules.people import STAFF, Member
from rules.values import replace
from storage import members, notes
from storage.engine.tx import Tx

AT_ONCE = 500
EVERYBODY = 1_000_000
SEEN = 50

Check = Callable[[Tx, WaitingNote, Occasion], bool | Retold]


class Day(Struct, frozen=True):
    """What has gathered for a member, told in one message: words, or what is said now in place of them.

    `later` more wait for another day. A mark stands before what has buttons that read like those of another.
    """

    name: str
    texts: tuple[str | Retold, ...]
    later: int
    marks: tuple[str, ...] = ()


class Gathered(Struct, frozen=True):
    """The day of one member, and the notes it is made of."""

    member: Member
    day: Day
    notes: tuple[WaitingNote, ...]


def gather(tx: Tx, occasion: Occasion) -> list[Gathered]:
    """The messages of this day that have not gone out yet, of those whose day it is, at most AT_ONCE; never again."""
    notes.forget(tx, occasion.now)
    waiting = _awaited(tx, occasion, AT_ONCE)
    found = [gathered for member in waiting if (gathered := _of(tx, member, occasion)).notes]
    return [one for one in found if notes.take_day(tx, one.member.id, occasion.day, occasion.now)]


@cache
def checks() -> dict[str, Check]:
    """How each kind of note is looked at again before it is said, as its feature declares in STILL_TRUE."""
    found: dict[str, Check] = {}
    for table in declared("STILL_TRUE", dict, "actions"):
        assert not found.keys() & table.keys(), f"declared twice: {found.keys() & table.keys()}"
        found |= table
    return found


def leave_for_tomorrow(tx: Tx, occasion: Occasion) -> int:
    """Who may have had the day's message has none any more that day, and loses nothing; how many members that are."""
    waiting = _awaited(tx, occasion, EVERYBODY)
    return sum(notes.take_day(tx, member, occasion.day, occasion.now) for member in waiting)


def _awaited(tx: Tx, occasion: Occasion, limit: int) -> list[int]:
    return notes.awaited(tx, occasion.day, occasion.zone, occasion.programme.brand.timezone, limit)


def _of(tx: Tx, member: int, occasion: Occasion) -> Gathered:
    waiting, who = notes.waiting(tx, member, SEEN), members.get(tx, member)
    true = list(_true(tx, _theirs(tx, who, waiting), occasion))
    told = fitting(true)
    notes.told(tx, [*told, *_moot(waiting, true)])
    day = Day(who.name, tuple(note.retold or note.text for note in told), len(true) - len(told))
    return Gathered(who, day, tuple(told))


def _theirs(tx: Tx, member: Member, waiting: list[WaitingNote]) -> list[WaitingNote]:
    """Whoever is in no group of ours, and not of the team, is reminded of nothing inside, and asked to help with nothing."""
    if member.home is not None or members.roles(tx, member.id) & STAFF:
        return waiting
    return [note for note in waiting if note.matter not in RESTING]


def _true(tx: Tx, waiting: Iterable[WaitingNote], occasion: Occasion) -> Iterator[WaitingNote]:
    """Those that can still be said, with what is true now."""
    for note in waiting:
        found = checks()[kind_of(note.about)](tx, note, occasion)
        if found:
            yield note if found is True else replace(note, retold=found)


def _moot(waiting: Iterable[WaitingNote], true: Iterable[WaitingNote]) -> list[WaitingNote]:
    kept = {note.id for note in true}
    return [note for note in waiting if note.id not in kept]
