"""What a brand decides about product notes."""

from dataclasses import dataclass

from rules.programme.faults import require


@dataclass(frozen=True)
class Bulletins:
    """The `[bulletins]` section: who hears of a product note first, and for how long before everybody finds it."""

    helpers_first_hours: int = 24
    answers_on_theme: int = 3

    def __post_init__(self) -> None:
        require(
            (0 <= self.helpers_first_hours <= 168, "helpers_first_hours", "must be between 0 and 168"),
            (self.answers_on_theme >= 1, "answers_on_theme", "must be at least 1"),
        )
