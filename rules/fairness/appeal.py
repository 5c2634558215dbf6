"""Appeals: whoever was warned, muted or suspended has somebody look at it who was not involved."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ends import freed_at
from rules.fairness.sanction import Sanction, SanctionState
from rules.occasion import DAY_S
from rules.programme.sanctions import FairOrder
from rules.refusals import Refusal

WORDS_MOST = 1_000
# What is said to the member whose appeal changes nothing.
ANSWER_LEAST = 4
ANSWER_MOST = 300


class AppealState(StrEnum):
    """It waits for somebody, or what became of it."""

    OPEN = "open"
    UPHELD = "upheld"
    SHORTENED = "shortened"
    LIFTED = "lifted"


class Appeal(Struct, frozen=True):
    """An appeal of `member` against a sanction; `words` is what they say to it, nothing while they have not.

    `answer` is why nothing was changed, in the words of whoever looked.
    """

    id: int
    sanction: int
    member: int
    words: str
    at: int
    state: AppealState
    answer: str | None = None


@dataclass(eq=False)
class AppealTooLate(Refusal):
    """It could be asked for within `days`, or was taken back since."""

    days: int


@dataclass(eq=False)
class AppealedBefore(Refusal):
    """One sanction is looked at once more, and no more than once."""


@dataclass(eq=False)
class AppealDecided(Refusal):
    """Somebody else has decided it already."""

    over = True


@dataclass(eq=False)
class NotUninvolved(Refusal):
    """Whoever gave, proposed or received it does not decide the appeal."""


@dataclass(eq=False)
class NothingToShorten(Refusal):
    """Its time is over, or it never had one."""


@dataclass(eq=False)
class NobodyToAppealTo(Refusal):
    """There is no staff group where somebody could look at it."""


def appealable(sanction: Sanction, now: int, order: FairOrder) -> bool:
    """Whether one may still appeal against it."""
    stands = sanction.state in (SanctionState.RUNNING, SanctionState.OVER)
    return stands and now <= sanction.given_at + order.appeal_days * DAY_S


def shorter(sanction: Sanction, now: int) -> int:
    """Its new end (UTC seconds), when half of what remains is let go. Raises NothingToShorten."""
    if sanction.state is not SanctionState.RUNNING or sanction.until is None or sanction.until <= now:
        raise NothingToShorten
    return freed_at(now + (sanction.until - now) // 2)
