"""The council: who may be invited, how many seats there are and for how long, and what its votes go by."""

from dataclasses import dataclass, field

from rules.programme.conditions import Needs
from rules.programme.faults import require
from rules.programme.trust import MOST_DAYS

SEATS_MOST = 50
HOURS_MOST = 720


def _usual() -> Needs:
    return Needs({"tenure_days": 60, "clean_days": 30})


@dataclass(frozen=True)
class Council:
    """The `[council]` section: seats and their term.

    Whoever is invited meets `needs`, and stands on a level that opens `council_seat` where one does. There are `seats`;
    an invitation is open for `invite_days`. A seat is held for `term_days` (0: without an end) and may be `renewable` by
    whoever held it. A proposal is talked about for `talk_hours` and voted on for `vote_hours`; it is valid with so many
    of the seats, `quorum_percent`. The product team answers what is carried within `answer_days`. With `veto` two thirds of
    the seats may object to a suggestion that was adopted.
    """

    needs: Needs = field(default_factory=_usual)
    seats: int = 9
    invite_days: int = 14
    term_days: int = 180
    renewable: bool = True
    talk_hours: int = 48
    vote_hours: int = 72
    quorum_percent: int = 50
    answer_days: int = 14
    veto: bool = False

    def __post_init__(self) -> None:
        require(
            (1 <= self.seats <= SEATS_MOST, "seats", f"must be 1 to {SEATS_MOST}"),
            (1 <= self.invite_days <= MOST_DAYS, "invite_days", f"must be 1 to {MOST_DAYS}"),
            (0 <= self.talk_hours <= HOURS_MOST, "talk_hours", f"must be 0 to {HOURS_MOST}"),
            (1 <= self.vote_hours <= HOURS_MOST, "vote_hours", f"must be 1 to {HOURS_MOST}"),
            (1 <= self.quorum_percent <= 100, "quorum_percent", "must be 1 to 100"),
            (1 <= self.answer_days <= MOST_DAYS, "answer_days", f"must be 1 to {MOST_DAYS}"),
            (0 <= self.term_days <= MOST_DAYS, "term_days", f"must be 0 (without an end) to {MOST_DAYS}"),
        )
