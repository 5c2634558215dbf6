"""Levels and titles from lifetime contribution. A level once reached is not lost by spending."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from rules.programme import privileges
from rules.programme.faults import UNREAD, Promise, require
from rules.programme.titles import UNFIT, fits_tag
from rules.programme.wording import Wording

KEY = re.compile(r"[a-z][a-z0-9_]{0,31}")
KEY_FORM = 'must be a name that stays whatever the title becomes, of a-z, 0-9 and _, such as "active"'

# Stands where no level has been reached or is asked for: the first one is everybody's.
EVERYBODY = ""


@dataclass(frozen=True)
class Level:
    """A level: known by its `key`, whatever becomes of its title (16 characters at most) and of `at`, the lifetime
    contribution by which it is reached. It opens its `privileges` besides those of the levels below.
    """

    key: str
    title: Wording
    at: int
    privileges: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """Where a contribution stands on the ladder; `next_*` and `missing` are None and 0 at the top."""

    key: str
    title: str
    at: int
    next_title: str | None
    next_at: int | None
    missing: int
    percent: int


LADDER = (
    Level("newcomer", Wording(zh="新晋车友", en="Newcomer"), 0),
    Level("active", Wording(zh="活跃车友", en="Regular"), 60, ("tag", "shop_layer:middle")),
    Level("senior", Wording(zh="资深玩家", en="Expert"), 300, ("shop_layer:ultimate", "core_group", "events_first")),
    Level("advisor", Wording(zh="领航顾问", en="Navigator"), 1200, ("council_seat",)),
)


class Levels(tuple[Level, ...]):
    """The ladder, lowest first; the first level begins at 0.

    Whatever is kept of a level is its key. One that is no longer there counts as the first.
    """

    _places: dict[str, int]

    def __new__(cls, ladder: Iterable[Level] = LADDER) -> Self:
        levels = super().__new__(cls, ladder)
        levels._places = {level.key: place for place, level in enumerate(levels)}
        require(
            (bool(levels) and levels[0].at == 0, "0.at", "must be 0: the first level is everybody's"),
            *_keyed(levels),
            *((fits_tag(level.title), f"{n}.title", UNFIT) for n, level in enumerate(levels)),
            *_rising(levels),
            *_opening(levels),
        )
        return levels

    def knows(self, key: str) -> bool:
        """Whether there is a level of that key."""
        return key == EVERYBODY or any(level.key in (key, UNREAD) for level in self)

    def place(self, key: str) -> int:
        """How many levels are below that one."""
        return self._places.get(key, 0)

    def named(self, key: str) -> Level:
        """The level of that key."""
        return self[self.place(key)]

    def higher(self, one: str, other: str) -> bool:
        """Whether the first of two levels stands above the other."""
        return self.place(one) > self.place(other)

    def highest(self, *keys: str) -> Level:
        """The highest of these levels."""
        return self[max(map(self.place, keys))]

    def above(self, key: str) -> tuple[Level, ...]:
        """The levels above that one, lowest first."""
        return self[self.place(key) + 1 :]

    def reached(self, contribution: int) -> Level:
        """The highest level that `contribution` reaches."""
        reached = max(contribution, 0)
        return [level for level in self if level.at <= reached][-1]

    def standing(self, contribution: int, kept: str) -> Level:
        """The level one stands on: what the contribution reaches, or a higher one `kept` from before."""
        return self.highest(self.reached(contribution).key, kept)

    def nearest(self, at: int) -> Level:
        """The lowest level that asks for no less than `at`; the highest if none asks for so much."""
        return next((level for level in self if level.at >= at), self[-1])

    def opening(self, privilege: str) -> Level | None:
        """The lowest level that opens the privilege; None when none does."""
        return next((level for level in self if privilege in level.privileges), None)

    def opens(self, key: str, privilege: str) -> bool:
        """Whether who stands on the level of that key has the privilege."""
        least = self.opening(privilege)
        return least is not None and not self.higher(least.key, key)

    def thresholds(self) -> dict[str, int]:
        """What each level asks for, by key, lowest first."""
        return {level.key: level.at for level in self}

    def progress(self, contribution: int, kept: str = EVERYBODY) -> Progress:
        """The place of `contribution` on the ladder, never below the level `kept` from before."""
        here = self.standing(contribution, kept)
        above = next(iter(self.above(here.key)), None)
        if above is None:
            return Progress(here.key, here.title, here.at, None, None, 0, 100)
        percent = 100 * max(contribution - here.at, 0) // (above.at - here.at)
        missing = above.at - contribution
        return Progress(here.key, here.title, here.at, above.title, above.at, missing, min(percent, 100))


def succeeding(levels: Levels, key: str, thresholds: Mapping[str, int]) -> str:
    """What takes the place of a level asked for by its key, `thresholds` being those of the ladder before.

    One that is gone gives way to the nearest that asks for no less; of one that nobody knows, that is the highest.
    """
    return key if levels.knows(key) else levels.nearest(thresholds.get(key, levels[-1].at)).key


def _keyed(levels: tuple[Level, ...]) -> list[Promise]:
    keys = [level.key for level in levels]
    return [
        promise
        for n, key in enumerate(keys)
        for promise in (
            (bool(KEY.fullmatch(key)), f"{n}.key", KEY_FORM),
            (key not in keys[:n], f"{n}.key", f'is that of an earlier level; "{key}" can stand for one only'),
        )
    ]


def _opening(levels: tuple[Level, ...]) -> list[Promise]:
    """Each level opens what can be opened, and nothing twice."""
    found: list[Promise] = []
    opened: set[str] = set()
    for n, level in enumerate(levels):
        for m, written in enumerate(level.privileges):
            fault, once = privileges.wrong(written), f'"{written}" is opened already; once is enough'
            found += [
                (fault is None, f"{n}.privileges.{m}", fault or ""),
                (written not in opened, f"{n}.privileges.{m}", once),
            ]
            opened.add(written)
    return found


def _rising(levels: tuple[Level, ...]) -> list[Promise]:
    below = accumulate((level.at for level in levels), max)
    return [
        (level.at > least, f"{n}.at", f"must be more than {least}, where the level before it begins")
        for n, (level, least) in enumerate(zip(levels[1:], below, strict=False), 1)
    ]
