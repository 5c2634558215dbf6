"""What a brand decides about keepsakes: from when on something is long, or much, enough to be told."""

from dataclasses import dataclass

from rules.programme.faults import require

MOST_DAYS = 365
MOST_HELPED = 10


@dataclass(frozen=True)
class Keepsakes:
    """The `[keepsakes]` section: after how many days away one is welcomed back, which streaks are missed when they end, at how
    many people helped it is told (at the last to everybody), and how many days after they came somebody is no longer new.
    """

    away_days: int = 14
    long_streak: int = 30
    helped: tuple[int, ...] = (10, 50, 100)
    acquainted_days: int = 30

    def __post_init__(self) -> None:
        rising = self.helped == tuple(sorted(set(self.helped))) and all(step >= 1 for step in self.helped)
        require(
            (2 <= self.away_days <= MOST_DAYS, "away_days", f"must be between 2 and {MOST_DAYS}"),
            (2 <= self.long_streak <= MOST_DAYS, "long_streak", f"must be between 2 and {MOST_DAYS}"),
            (
                rising and 1 <= len(self.helped) <= MOST_HELPED,
                "helped",
                f"must rise from 1 or more, {MOST_HELPED} numbers at most, such as [10, 50, 100]",
            ),
            (2 <= self.acquainted_days <= MOST_DAYS, "acquainted_days", f"must be between 2 and {MOST_DAYS}"),
        )
