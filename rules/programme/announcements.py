"""What a brand decides about announcements."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class Announcements:
    """The `[announcements]` section."""

    confirm_best_assist: bool = True
    best_assist_people: int = 3
    quotes: int = 3

    def __post_init__(self) -> None:
        require(
            (self.best_assist_people >= 1, "best_assist_people", "must be at least 1"),
            (0 <= self.quotes <= 10, "quotes", "must be between 0 and 10"),
        )
