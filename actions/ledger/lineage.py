"""The lineage of an entry: it may be taken back by another one, which may be taken back itself, and so on."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from rules.ledger.ledger import Entry, NoSuchEntry
from storage.engine.tx import Tx
from storage.ledger import ledger

MOST_TIMES = 100
_AGAIN = "~"
T = TypeVar("T")


def walk(start: T, step: Callable[[T], T | None]) -> Iterator[T]:
    """What follows `start`, step by step, as long as there is a next one."""
    here = step(start)
    while here is not None:
        yield here
        here = step(here)


def before(tx: Tx, entry: Entry) -> list[Entry]:
    """What the entry takes back, what that took back, and so on to the first."""
    return list(walk(entry, lambda each: ledger.get(tx, each.reverses) if each.reverses is not None else None))


def after(tx: Tx, entry: int) -> list[int]:
    """What took the entry back, what took that back, and so on to the last."""
    return list(walk(entry, lambda each: reversal.id if (reversal := ledger.reversal_of(tx, each)) else None))


def first(tx: Tx, entry: Entry) -> Entry:
    """The entry with which it began."""
    return [entry, *before(tx, entry)][-1]


def last(tx: Tx, entry: int) -> int:
    """The entry that tells how it stands now."""
    return [entry, *after(tx, entry)][-1]


def stands(tx: Tx, entry: int) -> bool:
    """Whether the entry was not taken back, or taking it back was taken back."""
    return len(after(tx, entry)) % 2 == 0


def latest(tx: Tx, entry: int) -> int:
    """The entry to take back when `entry` is meant: the last one when that has given again what `entry` gave."""
    return last(tx, entry) if stands(tx, entry) else entry


def original(tx: Tx, entry: int) -> tuple[Entry, bool]:
    """The entry with which it began, and whether taking `entry` back takes that one back or gives it again.

    Raises NoSuchEntry.
    """
    found = ledger.get(tx, entry)
    if found is None:
        raise NoSuchEntry(entry)
    line = [found, *before(tx, found)]
    return line[-1], len(line) % 2 == 1


def keys(key: str) -> Iterator[str]:
    """The keys under which a fact may have been paid: its own, then those for being earned anew."""
    yield key
    yield from (f"{key}{_AGAIN}{number}" for number in range(2, MOST_TIMES))


def standing(tx: Tx, key: str) -> Entry | None:
    """The entry of that key that was not taken back: the first, or one that was earned anew."""
    for each in keys(key):
        entry = ledger.by_key(tx, each)
        if entry is None or stands(tx, entry.id):
            return entry
    return None


def newest(tx: Tx, key: str) -> Entry | None:
    """What was paid last for the fact of that key, of however often it was earned anew; rows of features know that one."""
    found = None
    for each in keys(key.partition(_AGAIN)[0]):
        entry = ledger.by_key(tx, each)
        if entry is None:
            break
        found = entry
    return found
