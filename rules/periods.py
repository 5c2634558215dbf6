"""Weeks, months and seasons: how days are gathered for boards and announcements.

A week lasts from Sunday to Saturday, so that on Sunday, when it is announced, all its days are over.
"""

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class Span(StrEnum):
    """The length of a board."""

    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    ALL = "all"


EPOCH = date(1970, 1, 1)
# A member's day may begin half a day and some hours from its midnight in UTC.
AROUND_S = 2 * 86_400
ONE_DAY = timedelta(days=1)
FOREVER = "all"


def week_of(day: date) -> str:
    """The week of `day`, e.g. `2026-W47`: the ISO week of the Monday in it, begun on the Sunday before."""
    year, week, _ = (day + ONE_DAY).isocalendar()
    return f"{year}-W{week:02d}"


def month_of(day: date) -> str:
    """The calendar month of `day`, e.g. `2026-11`."""
    return f"{day.year}-{day.month:02d}"


def season_of(day: date) -> str:
    """The quarter of `day`, e.g. `2026-Q4`."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def period(span: Span, day: date) -> str:
    """The name of the period of length `span` that holds `day`."""
    match span:
        case Span.WEEK:
            return week_of(day)
        case Span.MONTH:
            return month_of(day)
        case Span.SEASON:
            return season_of(day)
        case Span.ALL:
            return FOREVER


@lru_cache(maxsize=64)
def periods(day: date) -> tuple[str, str, str, str]:
    """Every period that holds `day`: week, month, season, and all time."""
    return week_of(day), month_of(day), season_of(day), FOREVER


def first_day(name: str) -> date:
    """The first day of the week, month or season called `name`."""
    year = int(name[:4])
    if "W" in name:
        return date.fromisocalendar(year, int(name[6:]), 1) - ONE_DAY
    if "Q" in name:
        return date(year, int(name[6:]) * 3 - 2, 1)
    return date(year, int(name[5:]), 1)


def last_day(name: str) -> date:
    """The last day of the week, month or season called `name`."""
    start = first_day(name)
    if "W" in name:
        return start + 6 * ONE_DAY
    months = 3 if "Q" in name else 1
    following = start.replace(day=1) + timedelta(days=31 * months)
    return following.replace(day=1) - ONE_DAY


def before(span: Span, day: date) -> str:
    """The period of length `span` that ended last before the one that holds `day`."""
    if span is Span.ALL:
        return FOREVER
    return period(span, first_day(period(span, day)) - ONE_DAY)


def around(first: date, last: date) -> dict[str, int]:
    """Moments (UTC seconds) `since` and `until` which all is said that counts for those days, whatever the zone: with room."""
    midnight, following = ((day - EPOCH).days * 86_400 for day in (first, last + ONE_DAY))
    return {"since": midnight - AROUND_S, "until": following + AROUND_S}
