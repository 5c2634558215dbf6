"""Keepsakes: what happens to a member for the first time, or after long, and is told to them once, quoting it."""

from enum import StrEnum

from msgspec import Struct

YEAR_DAYS = 365
MOST_YEARS = 20


class Keepsake(StrEnum):
    """What is told once, in the evening, by the message `keepsake/<name>`."""

    FIRST_THANKS = "first_thanks"
    FIRST_ACCEPTED = "first_accepted"
    FOUND_AGAIN = "found_again"
    FIRST_QUESTION = "first_question"
    FIRST_WORK = "first_work"
    FIRST_RETURN = "first_return"
    PASSED_AFTER_RETURN = "passed_after_return"
    FIRST_FEATURED = "first_featured"
    SHIELD_EARNED = "shield_earned"
    STREAK_ENDED = "streak_ended"
    BACK_AGAIN = "back_again"
    PROBATION_OVER = "probation_over"
    THIRTIETH_DAY = "thirtieth_day"
    ANNIVERSARY = "anniversary"
    HELPED_MANY = "helped_many"
    FIRST_REDEMPTION = "first_redemption"


# These are told in the answer that is due anyway, which is another one then.
TOLD_AT_ONCE = {
    "first_check_in": "checkin/done",
    "shield_used": "checkin/made_up",
    "top_level": "levels/congratulations",
}


class Happened(Struct, frozen=True):
    """What happened to `member`: with whom (`who`), in whose words, about what (`title`), the `number` of the question
    or work, and how many (`n`). `nth` tells one from another where the same may happen again.
    """

    member: int
    nth: int = 0
    who: str = ""
    words: str = ""
    title: str = ""
    number: int = 0
    n: int = 0


class Lately(Struct, frozen=True):
    """The time whose happenings are told: from `since` until `until` (UTC seconds), whose local day is `day`."""

    since: int
    until: int
    day: str
