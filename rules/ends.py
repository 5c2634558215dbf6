"""Ends that people read to the minute: the last minute that is shown counts to its end.

What keeps somebody from something is over when the minute begins that is shown (`freed_at`).
"""

MINUTE_S = 60


def over_at(shown: int) -> int:
    """When something is over that is shown to end at `shown` (UTC seconds)."""
    return shown - shown % MINUTE_S + MINUTE_S


def minute_of(now: int) -> int:
    """The earliest end that is not over at `now`, both in UTC seconds: what is shown to end before that minute is over."""
    return now - now % MINUTE_S


def ended_at(now: int) -> int:
    """The latest end that is over at `now`, both in UTC seconds: what somebody ends by hand is over at once."""
    return minute_of(now) - MINUTE_S


def freed_at(ends: int) -> int:
    """When a restraint is over that would last until `ends` (UTC seconds): with the beginning of that minute."""
    return minute_of(ends)
