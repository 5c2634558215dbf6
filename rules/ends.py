"""Ends that people read: the last minute that is shown, and the last day, count to their end.

What keeps somebody from something is over when the minute begins that is shown (`freed_at`).
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

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


def day_ends_at(now: int, days: int, zone: str) -> int:
    """The last second of the day so many days after `now`, by the clock of that zone (UTC seconds): an end that is shown as a
    day.
    """
    return day_begins_at(now, days + 1, zone) - 1


def day_begins_at(now: int, days: int, zone: str) -> int:
    """When the day so many days after `now` begins, by the clock of that zone (UTC seconds)."""
    day = datetime.fromtimestamp(now, ZoneInfo(zone)).date() + timedelta(days=days)
    return int(datetime.combine(day, time(), ZoneInfo(zone)).timestamp())


def term_ends_at(now: int, term_days: int, zone: str) -> int | None:
    """When an office that begins now ends (UTC seconds), with a day of that zone; of no days, never."""
    return day_ends_at(now, term_days, zone) if term_days else None


def is_within(at: int, now: int, days: int, zone: str) -> bool:
    """Whether that moment's day is at most so many days ahead, as calendars of that zone have it."""
    then, today = (datetime.fromtimestamp(one, ZoneInfo(zone)).date() for one in (at, now))
    return today >= then - timedelta(days=days)
