"""Moments as people write them: `11-30 20:00`, `11月30日`, `7天`, `2 weeks`."""

import re
import unicodedata
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.occasion import Occasion

_DATE = re.compile(
    r"(?:(?P<year>20\d\d)[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    r"(?:\s*(?P<hour>\d{1,2})(?::(?P<minute>\d\d)|[点时]))?"
)
_AHEAD = re.compile(r"(?P<n>\d{1,3})\s*(?P<unit>天|日|小时|周|d|days?|h|hours?|w|weeks?)(?:后|内)?")
_HOURS = {"天": 24, "日": 24, "d": 24, "小": 1, "h": 1, "周": 168, "w": 168}
LAST_MINUTE = time(23, 59)


def moment_of(written: str, occasion: Occasion, *, opens: bool = False) -> int | None:
    """UTC seconds of a written moment in the occasion's time zone; None when it isn't one.

    A date without a year is the next such date. Without a time it means the day's last minute, with `opens` its first.
    """
    said = unicodedata.normalize("NFKC", written).strip().lower()
    if ahead := _AHEAD.fullmatch(said):
        return occasion.now + int(ahead["n"]) * _HOURS[ahead["unit"][0]] * 3600
    found = _DATE.fullmatch(said)
    if found is None:
        return None
    at = time(0, 0) if opens else LAST_MINUTE
    try:
        if found["hour"]:
            at = time(int(found["hour"]), int(found["minute"] or 0))
        return _on(found, at, occasion)
    except ValueError:
        return None


def _on(found: re.Match[str], at: time, occasion: Occasion) -> int:
    today = occasion.moment
    year = int(found["year"] or today.year)
    moment = datetime(year, int(found["month"]), int(found["day"]), at.hour, at.minute, tzinfo=ZoneInfo(occasion.zone))
    if not found["year"] and moment < today - timedelta(days=180):
        moment = moment.replace(year=year + 1)
    return int(moment.timestamp())
