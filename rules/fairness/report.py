"""Reports: a member shows the staff a message, in private."""

from dataclasses import dataclass

from rules.refusals import Refusal

WORDS_MOST = 1_000
SHOWN = 200


@dataclass(eq=False)
class ReportsEnough(Refusal):
    """The member has shown the staff `most` things today; one that is urgent is told to them in words."""

    most: int


def require_passed_on(today: int, per_day: int) -> None:
    """One more of a member who has reported so many today goes to the staff. Raises ReportsEnough."""
    if today >= per_day:
        raise ReportsEnough(per_day)
