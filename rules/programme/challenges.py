"""What a brand decides about challenges."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Challenges:
    """The `[challenges]` section: how long before the deadline those without work are reminded."""

    remind_hours: int = 24

    def __post_init__(self) -> None:
        require(*not_negative(self))
