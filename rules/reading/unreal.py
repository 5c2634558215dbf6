"""Days and times that there are not, such as 2月30日 and 25:00: what is wrong with them."""

import calendar
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from rules.occasion import Occasion
from rules.reading.moments import Calendar, calendar_in


class Slip(StrEnum):
    """What there is not: a month, a day of a month, an hour, a minute; or a day that is another weekday."""

    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    WEEKDAY = "weekday"


class Unreal(Struct, frozen=True):
    """There is no such `number`. A day that there is not lies behind `on`, the last of its month.

    One that is another weekday than was written is `on`.
    """

    slip: Slip
    number: int
    on: date | None = None


def unreal(written: str, occasion: Occasion) -> Unreal | None:
    """What of a written moment there is not; None where that is not what is wrong with it."""
    return next(_slips(calendar_in(written), occasion.moment.date()), None)


def _slips(found: Calendar, today: date) -> Iterator[Unreal]:
    if found.month is not None and not 1 <= found.month <= 12:
        yield Unreal(Slip.MONTH, found.month)
    elif found.day is not None:
        yield from _of_day(found, found.day, today)
    if found.hour is not None and found.hour > 24:
        yield Unreal(Slip.HOUR, found.hour)
    elif found.minute is not None and found.minute > 59:
        yield Unreal(Slip.MINUTE, found.minute)


def _month_of(found: Calendar, day: int, today: date) -> tuple[int, int]:
    """The month that is meant, and its year: the next one that is not over, as far as they are not told."""
    month = found.month or (today.month if day >= today.day else today.month % 12 + 1)
    return month, found.year or today.year + (month < today.month)


def _of_day(found: Calendar, day: int, today: date) -> Iterator[Unreal]:
    month, year = _month_of(found, day, today)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        yield Unreal(Slip.DAY, day, date(year, month, last))
    elif found.weekday is not None and (there := date(year, month, day)).weekday() != found.weekday:
        yield Unreal(Slip.WEEKDAY, day, there)
