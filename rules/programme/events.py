"""What a brand decides about workshops and events."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Events:
    """The `[events]` section, in hours: how much earlier registration opens for those who come first, how long a seat that
    has become free is kept for the next one, and how long before the beginning reserved seats are everybody's.
    """

    first_hours: int = 24
    confirm_hours: int = 24
    release_hours: int = 48

    def __post_init__(self) -> None:
        require(
            *not_negative(self),
            (self.confirm_hours >= 1, "confirm_hours", "must be at least 1: nobody answers at once"),
        )
