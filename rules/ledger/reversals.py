"""What goes with an entry that is taken back, and what is given back to those whom a limit had refused because of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal


class Aftermath(StrEnum):
    """What else goes when an entry is taken back, or comes again; each has words `undo/also_<name>`."""

    REOPENED = "reopened"
    ACCEPTED_AGAIN = "accepted_again"
    ANSWER_STAYS = "answer_stays"
    UNTHANKED = "unthanked"
    THANKED_AGAIN = "thanked_again"
    UNSHARED = "unshared"
    SHARED_AGAIN = "shared_again"
    UNATTENDED = "unattended"
    ATTENDED_AGAIN = "attended_again"
    UNLISTED = "unlisted"
    LISTED_AGAIN = "listed_again"
    UNFEATURED = "unfeatured"
    FEATURED_AGAIN = "featured_again"
    DAY_MISSED = "day_missed"
    DAY_COUNTS = "day_counts"
    SHIELD_RETURNED = "shield_returned"
    HELP_UNCOUNTED = "help_uncounted"
    SHIELD_LOST = "shield_lost"
    MILESTONE_STAYS = "milestone_stays"
    VERDICT_STAYS = "verdict_stays"
    POST_STAYS = "post_stays"
    QUIZ_UNPASSED = "quiz_unpassed"
    QUIZ_PASSED_AGAIN = "quiz_passed_again"
    TEAM_UNPAID = "team_unpaid"
    TEAM_PAID_AGAIN = "team_paid_again"
    PRIZE_GONE = "prize_gone"
    PRIZE_AGAIN = "prize_again"
    AWARD_GONE = "award_gone"
    AWARD_AGAIN = "award_again"


class Also(Struct, frozen=True):
    """One thing that goes with an entry: whose it is, and of the others what that kind has.

    `number` is of a question, a submission, a quiz, a project or a group, `answer` of one to a brief, `day` a day or week,
    `before` and `after` days in a row. A missed day that is `today` can be checked in anew; a shield mends it for
    `left` days from now on, or no longer.
    """

    kind: Aftermath
    name: str
    number: int = 0
    day: str = ""
    before: int = 0
    after: int = 0
    today: bool = False
    left: int = 0
    answer: int = 0


class GivenBack(Struct, frozen=True):
    """Credit that a limit had refused because of the entry `undone`, paid now by `entry`.

    For the thanks of `giver`, or (`question`) for the answer accepted or the question asked there, on `day`.
    """

    entry: int
    undone: int
    member: int
    name: str
    points: int
    rule: str
    giver: str
    day: date
    question: int = 0


def linked(undone: int) -> str:
    """The reason of an entry that is paid because another one was taken back."""
    return f"↩ #{undone}"


@dataclass(eq=False)
class EarnedAgain(Refusal):
    """The entry took back what has been earned anew since; given again, it would be paid twice.

    `instead` is the entry to take back if what was earned anew is gone as well.
    """

    entry: int
    instead: int | None = None


@dataclass(eq=False)
class ShareNeedsAnswer(Refusal):
    """The asker's share of question `number` can't be given again while none of its answers stands as accepted."""

    number: int
