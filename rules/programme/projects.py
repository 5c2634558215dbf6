"""What a brand decides about team projects."""

from dataclasses import dataclass
from enum import StrEnum

from rules.programme.faults import not_negative, require


class Undelivered(StrEnum):
    """Where the share goes of a part that was not delivered: to those who delivered, by their SHARES or EVENLY, or nowhere."""

    SHARES = "shares"
    EVENLY = "evenly"
    UNPAID = "unpaid"


@dataclass(frozen=True)
class Projects:
    """The `[projects]` section: how many people are a team at least, how many days more staff give by a press, how many hours
    before something is due its people are reminded, and where the share of an undelivered part goes.
    """

    fewest: int = 2
    extend_days: int = 3
    remind_hours: int = 24
    undelivered: Undelivered = Undelivered.SHARES

    def __post_init__(self) -> None:
        require(
            *not_negative(self, "remind_hours"),
            (1 <= self.fewest <= 10, "fewest", "must be between 1 and 10"),
            (1 <= self.extend_days <= 60, "extend_days", "must be between 1 and 60"),
        )
