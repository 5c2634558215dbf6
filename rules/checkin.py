"""Check-in: once per member and local day; days in a row make a streak."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rules.occasion import Occasion
from rules.periods import ONE_DAY
from rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A member's check-in: its local day, and how many days in a row it makes."""

    day: date
    streak: int


@dataclass(eq=False)
class AlreadyCheckedIn(Refusal):
    """Today's check-in has been made before; `streak` days in a row stand."""

    rule: ClassVar[str] = "checkin"
    streak: int

    def frees_at(self, occasion: Occasion) -> int | None:
        """The next local day."""
        return occasion.next_day_at


def next_check_in(last: CheckIn | None, day: date) -> CheckIn:
    """The check-in that `day` makes after `last`; raises AlreadyCheckedIn."""
    if last is None:
        return CheckIn(day, streak=1)
    if last.day >= day:
        raise AlreadyCheckedIn(last.streak)
    return CheckIn(day, streak=last.streak + 1 if last.day == day - ONE_DAY else 1)
