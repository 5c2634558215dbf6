"""The council: who may be invited, how many seats there are and for how long, and what its votes go by."""

from dataclasses import dataclass, field

from rules.programme.conditions import Needs
from rules.programme.faults import require
from rules.programme.trust import MOST_DAYS

SEATS_MOST = 50


def _usual() -> Needs:
    return Needs({"tenure_days": 60, "clean_days": 30})


@dataclass(frozen=True)
class Council:
    """The `[council]` section: seats and their term.

    Whoever is invited meets `needs`, and stands on a level that opens `council_seat` where one does. There are `seats`;
    an invitation is open for `invite_days`. A seat is held for `term_days` (0: without an end) and may be `renewable` by
    whoever held it.
    """

    needs: Needs = field(default_factory=_usual)
    seats: int = 9
    invite_days: int = 14
    term_days: int = 180
    renewable: bool = True

    def __post_init__(self) -> None:
        require(
            (1 <= self.seats <= SEATS_MOST, "seats", f"must be 1 to {SEATS_MOST}"),
            (1 <= self.invite_days <= MOST_DAYS, "invite_days", f"must be 1 to {MOST_DAYS}"),
            (0 <= self.term_days <= MOST_DAYS, "term_days", f"must be 0 (without an end) to {MOST_DAYS}"),
        )
