"""What a brand decides about workshops and events."""

from dataclasses import dataclass

from rules.programme.faults import not_negative, require


@dataclass(frozen=True)
class Events:
    """The `[events]` section, in hours: how much earlier registration opens for those who come first, how long a seat that
    has become free is kept for the next one, how long before the beginning reserved seats are everybody's, and how long after
    the end the list of who came is open. `code_minutes` is how long a code said on the spot holds.
    """

    first_hours: int = 24
    confirm_hours: int = 24
    release_hours: int = 48
    list_hours: int = 24
    code_minutes: int = 15

    def __post_init__(self) -> None:
        require(
            *not_negative(self),
            (1 <= self.code_minutes <= 240, "code_minutes", "must be between 1 and 240"),
            (self.confirm_hours >= 1, "confirm_hours", "must be at least 1: nobody answers at once"),
        )
