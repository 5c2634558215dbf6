"""Levels and titles from lifetime contribution. A level once reached is not lost by spending."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from rules.programme.faults import require

TITLE_LIMIT = 16


@dataclass(frozen=True)
class Level:
    """A level: reached at `at` lifetime contribution; `title` is shown in chat (16 characters at most)."""

    title: str
    at: int


@dataclass(frozen=True)
class Progress:
    """Where a contribution stands on the ladder; `next_*` and `missing` are None and 0 at the top."""

    index: int
    title: str
    at: int
    next_title: str | None
    next_at: int | None
    missing: int
    percent: int


LADDER = (Level("新晋车友", 0), Level("活跃车友", 60), Level("资深玩家", 300), Level("领航顾问", 1200))


class Levels(tuple[Level, ...]):
    """The ladder, lowest first; the first level begins at 0."""

    __slots__ = ()

    def __new__(cls, ladder: Iterable[Level] = LADDER) -> Self:
        levels = super().__new__(cls, ladder)
        require(
            *(
                (0 < len(level.title) <= TITLE_LIMIT, f"{n}.title", "must have 1 to 16 characters, shown as a tag")
                for n, level in enumerate(levels)
            ),
            (bool(levels) and levels[0].at == 0, "0.at", "must be 0: the first level is everybody's"),
            *(
                (above.at > below.at, f"{n}.at", f"must be more than {below.at}, where the level before it begins")
                for n, (below, above) in enumerate(pairwise(levels), 1)
            ),
        )
        return levels

    def reached(self, contribution: int) -> int:
        """The index of the highest level that `contribution` reaches."""
        return max(index for index, level in enumerate(self) if level.at <= max(contribution, 0))

    def progress(self, contribution: int, kept: int = 0) -> Progress:
        """The place of `contribution` on the ladder, never below the level `kept` from before."""
        index = min(max(self.reached(contribution), kept), len(self) - 1)
        here = self[index]
        if index + 1 == len(self):
            return Progress(index, here.title, here.at, None, None, 0, 100)
        above = self[index + 1]
        percent = 100 * max(contribution - here.at, 0) // (above.at - here.at)
        return Progress(index, here.title, here.at, above.title, above.at, above.at - contribution, min(percent, 100))
