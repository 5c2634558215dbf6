"""What a brand decides about the review desk."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Reviews:
    """The `[reviews]` section: when work should have been reviewed, and when an untouched claim lapses."""

    within_hours: int = 24
    claim_minutes: int = 60

    def __post_init__(self) -> None:
        require(*not_negative(self))
