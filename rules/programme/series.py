"""What a brand decides about the series of small challenges."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class Series:
    """The `[series]` section: how many days a challenge of the series takes work."""

    days: int = 7

    def __post_init__(self) -> None:
        require((1 <= self.days <= 28, "days", "must be 1 to 28"))
