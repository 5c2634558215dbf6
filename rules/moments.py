"""Moments as people write them: `11-30 20:00`, `11月30日`, `明天 20:00`, `周六 10点`, `7天`, `2 weeks`."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.occasion import Occasion

_DATE = re.compile(
    r"(?:(?P<year>20\d\d)[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"(?:\s*(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|[点时]))?"
)
_NEAR = re.compile(
    r"(?:(?P<days>今天|明天|后天|today|tomorrow)|(?P<weekday>(?:周|星期)[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
    r"(?:\s*(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|[点时]))?"
)
_DAYS = {"今天": 0, "today": 0, "明天": 1, "tomorrow": 1, "后天": 2}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AHEAD = re.compile(r"(?P<n>\d{1,3})\s*(?P<unit>天|日|小时|周|d|days?|h|hours?|w|weeks?)(?:后|内)?")
_HOURS = {"天": 24, "日": 24, "d": 24, "小": 1, "h": 1, "周": 168, "w": 168}
LAST_MINUTE = time(23, 59)


def moment_of(written: str, occasion: Occasion, *, opens: bool = False, since: int | None = None) -> int | None:
    """UTC seconds of a written moment in the occasion's time zone; None when it isn't one.

    A date without a year is the next such date, a weekday the next one after today. Without a time it means the day's
    last minute, with `opens` its first. `3 days` are counted from `since` (UTC seconds), or from now.
    """
    said = unicodedata.normalize("NFKC", written).strip().lower()
    if ahead := _AHEAD.fullmatch(said):
        return (occasion.now if since is None else since) + int(ahead["n"]) * _HOURS[ahead["unit"][0]] * 3600
    found = _DATE.fullmatch(said) or _NEAR.fullmatch(said)
    if found is None:
        return None
    at = time(0, 0) if opens else LAST_MINUTE
    try:
        if found["hour"]:
            at = time(int(found["hour"]), int(found["minute"] or 0))
        day = _near(found, occasion) if found.re is _NEAR else _dated(found, at, occasion)
        return int(datetime.combine(day, at, ZoneInfo(occasion.zone)).timestamp())
    except ValueError:
        return None


def _dated(found: re.Match[str], at: time, occasion: Occasion) -> date:
    today = occasion.moment
    day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
    if not found["year"] and datetime.combine(day, at, ZoneInfo(occasion.zone)) < today - timedelta(days=180):
        day = day.replace(year=day.year + 1)
    return day


def _near(found: re.Match[str], occasion: Occasion) -> date:
    today = occasion.moment.date()
    if found["days"]:
        return today + timedelta(days=_DAYS[found["days"]])
    said = found["weekday"]
    weekday = _ENGLISH.index(said) if said in _ENGLISH else _WEEKDAYS[said[-1]]
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
