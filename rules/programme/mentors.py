"""Mentors: who may be one, for how many newcomers at once, and for how long they accompany somebody."""

from dataclasses import dataclass, field

from rules.programme.conditions import Needs
from rules.programme.faults import require
from rules.programme.levels import EVERYBODY
from rules.programme.trust import MOST_DAYS, TrustStep

MOST_AT_ONCE = 10


def _usual() -> Needs:
    return Needs({"tenure_days": 60, "people_helped": 5, "clean_days": 30})


@dataclass(frozen=True)
class Mentors:
    """The `[mentors]` section: what who offers to be one needs, and what times go for.

    Who offers stands on `level` (a key; empty: any) and on `trust` at least, and meets `needs`. Each accompanies up to
    `at_once` newcomers, those who came in the last `newcomer_days`, for `lasts_days`. Staff have `answer_days` for an offer,
    which can be made again after `again_days`. An office ends after `term_days` (0: never) and may be `renewable` by whoever
    has it. A mentor is told of one who has been quiet for `quiet_days`.
    """

    level: str = EVERYBODY
    trust: TrustStep = TrustStep.BASE
    needs: Needs = field(default_factory=_usual)
    at_once: int = 2
    term_days: int = 90
    renewable: bool = True
    newcomer_days: int = 60
    lasts_days: int = 30
    quiet_days: int = 5
    answer_days: int = 14
    again_days: int = 30

    def __post_init__(self) -> None:
        days = ("newcomer_days", "lasts_days", "quiet_days", "answer_days", "again_days")
        require(
            (1 <= self.at_once <= MOST_AT_ONCE, "at_once", f"must be 1 to {MOST_AT_ONCE}"),
            (0 <= self.term_days <= MOST_DAYS, "term_days", f"must be 0 (without an end) to {MOST_DAYS}"),
            *((1 <= getattr(self, name) <= MOST_DAYS, name, f"must be 1 to {MOST_DAYS}") for name in days),
        )
