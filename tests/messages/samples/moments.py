"""Moments of the week in which the samples play: the scene is the evening of Wednesday, 18 November 2026, in Shanghai."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def at(day: int, hour: int = 0, minute: int = 0, month: int = 11) -> int:
    """That moment of 2026, as UTC seconds."""
    return int(datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())


def at_noon(day: date) -> int:
    """Noon of that day, as UTC seconds."""
    return int(datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())
