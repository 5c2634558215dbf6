"""Levels and titles from lifetime contribution. A level once reached is not lost by spending."""

from dataclasses import dataclass
from itertools import pairwise

from rules.programme.faults import Faulty

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


@dataclass(frozen=True)
class Levels:
    """The ladder, lowest first; the first level begins at 0."""

    ladder: tuple[Level, ...] = (
        Level("新晋车友", 0),
        Level("活跃车友", 60),
        Level("资深玩家", 300),
        Level("领航顾问", 1200),
    )

    def __post_init__(self) -> None:
        faults = [
            (f"ladder.{n}.title", "must have 1 to 16 characters, for it is shown as the member's tag")
            for n, level in enumerate(self.ladder)
            if not 0 < len(level.title) <= TITLE_LIMIT
        ]
        if not self.ladder or self.ladder[0].at != 0:
            faults.append(("ladder.0.at", "must be 0: the first level is everybody's"))
        for n, (below, above) in enumerate(pairwise(self.ladder), 1):
            if above.at <= below.at:
                faults.append((f"ladder.{n}.at", f"must be more than {below.at}, where the level before it begins"))
        if faults:
            raise Faulty(faults)

    def reached(self, contribution: int) -> int:
        """The index of the highest level that `contribution` reaches."""
        return max(index for index, level in enumerate(self.ladder) if level.at <= max(contribution, 0))

    def progress(self, contribution: int, kept: int = 0) -> Progress:
        """The place of `contribution` on the ladder, never below the level `kept` from before."""
        index = min(max(self.reached(contribution), kept), len(self.ladder) - 1)
        here = self.ladder[index]
        if index + 1 == len(self.ladder):
            return Progress(index, here.title, here.at, None, None, 0, 100)
        above = self.ladder[index + 1]
        percent = 100 * max(contribution - here.at, 0) // (above.at - here.at)
        return Progress(index, here.title, here.at, above.title, above.at, above.at - contribution, min(percent, 100))
