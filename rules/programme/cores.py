"""What a brand decides about the core group."""

from dataclasses import dataclass

from rules.programme.faults import require

MOST_LINK_DAYS, MOST_DECIDE_DAYS = 60, 60


@dataclass(frozen=True)
class Core:
    """The `[core]` section: for how many days an invitation is good, and how many staff have to decide about somebody."""

    link_days: int = 7
    decide_days: int = 14

    def __post_init__(self) -> None:
        require(
            (1 <= self.link_days <= MOST_LINK_DAYS, "link_days", f"must be between 1 and {MOST_LINK_DAYS}"),
            (1 <= self.decide_days <= MOST_DECIDE_DAYS, "decide_days", f"must be between 1 and {MOST_DECIDE_DAYS}"),
        )
