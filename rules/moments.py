"""Moments as people write them: `11-30 20:00`, `11月30号晚上8点半`, `明天 20:00`, `下周五`, `周六上午十点`, `7天`, `2 weeks`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.numbers import HAN, han
from rules.occasion import Occasion
from rules.typed import typed

_N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_NEAR = {
    **dict.fromkeys(("今天", "今日", "今早", "今晚", "今夜", "today", "tonight"), 0),
    **dict.fromkeys(("明天", "明日", "明早", "明晚", "tomorrow"), 1),
    **dict.fromkeys(("后天", "后日", "the day after tomorrow"), 2),
    "大后天": 3,
}
_HAN_DAY = r"(?:周|星期|礼拜)[一二三四五六日天]"
_ENGLISH_DAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATE = re.compile(
    rf"(?:(?P<year>20\d\d|\d\d(?=年))\s*[-/.年]\s*)?(?P<month>{_N})\s*[-/.月]\s*(?P<day>{_N})(?!\d)\s*[日号]?"
    rf"|(?P<alone>{_N})[日号]"
    rf"|(?P<near>{'|'.join(sorted(_NEAR, key=len, reverse=True))})"
    rf"|(?P<which>这个?|本|下下个?|下个?|this |next |on )?(?P<weekday>{_HAN_DAY}|(?:{_ENGLISH_DAY})\b)"
    r"|(?P<last>本?月底|本?月末)"
)
_WEEKDAY_BESIDE = re.compile(rf"\s*(?:\(({_HAN_DAY})\)|({_HAN_DAY}))")
_PERIODS = {"凌晨": (0, 5), "清晨": (0, 11), "早": (0, 11), "上午": (0, 12), "中午": (11, 14), "下午": (12, 23),
            "傍晚": (16, 20), "晚": (17, 24)}  # fmt: skip
_TIME = re.compile(
    rf"(?P<period>凌晨|清晨|早晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?\s*(?:at )?(?P<hour>{_N})\s*"
    rf"(?::(?P<minute>\d\d)(?::00)?|[点时](?:钟|整|(?P<half>半)|(?P<quarter>[一三])刻|(?P<spoken>{_N})分?)?|(?=[ap]\.?m))"
    r"\s*(?P<noon>[ap])?(?(noon)\.?m\.?)"
)
_AHEAD = re.compile(
    rf"(?:in |再过)?(?P<n>\d{{1,3}}|[{HAN}]{{1,3}}|半)\s*个?\s*(?P<unit>天|日(?=后|内)|小时|钟头|分钟|周|星期|礼拜"
    r"|d|days?|h|hours?|w|weeks?|min(?:ute)?s?)(?:之?后|以?内| later| from now)?"
)
_MINUTES = {"天": 1440, "日": 1440, "d": 1440, "小": 60, "钟": 60, "h": 60, "周": 10_080, "星": 10_080, "礼": 10_080,
            "w": 10_080, "分": 1, "m": 1}  # fmt: skip
_LEAD = re.compile(r"(?:截止到?|截至|直到|到|至|by |until |before )\s*")
_TAIL = re.compile(r"\s*(?:之前|以前|前|为止|止|截止)\Z")
LAST_MINUTE = timedelta(hours=23, minutes=59)


def moment_of(written: str, occasion: Occasion, *, opens: bool = False, since: int | None = None) -> int | None:
    """UTC seconds of a written moment in the occasion's time zone; None when it isn't one.

    A date without a year is the next such date, a weekday the next one after today, a time alone the next such time.
    Without a time a date means the day's last minute, with `opens` its first. `3 days` are counted from `since` (UTC
    seconds), or from now.
    """
    said = _TAIL.sub("", _LEAD.sub("", typed(written), count=1))
    try:
        if ahead := _AHEAD.fullmatch(said):
            return (occasion.now if since is None else since) + _ahead_s(ahead)
        return _dated(said, occasion, opens=opens)
    except ValueError:
        return None


def _ahead_s(ahead: re.Match[str]) -> int:
    minutes = _MINUTES[ahead["unit"][0]]
    return minutes * 30 if ahead["n"] == "半" else minutes * 60 * _number(ahead["n"])


def _dated(said: str, occasion: Occasion, *, opens: bool) -> int | None:
    """Raises ValueError for a day or a time that there is not."""
    found = _DATE.match(said)
    rest = said[found.end() :] if found else said
    beside = _WEEKDAY_BESIDE.match(rest) if found else None
    rest = (rest[beside.end() :] if beside else rest).strip(" ,的t")
    clock = _clock(rest, (found["near"] or "")[-1:] if found else "") if rest else None
    if (found is None or rest) and clock is None:
        return None
    at = clock if clock is not None else timedelta(0) if opens else LAST_MINUTE
    if found is None:
        return _next(at, occasion)
    day = _day(found, at, occasion)
    if beside and day.weekday() != _HAN_DAYS[(beside[1] or beside[2])[-1]]:
        return None
    return _stamp(day, at, occasion)


def _stamp(day: date, at: timedelta, occasion: Occasion) -> int:
    """A time of day that is a whole day is the midnight after it."""
    day, at = (day + timedelta(days=1), timedelta(0)) if at >= timedelta(days=1) else (day, at)
    clock = time(at.seconds // 3600, at.seconds % 3600 // 60)
    return int(datetime.combine(day, clock, ZoneInfo(occasion.zone)).timestamp())


def _next(at: timedelta, occasion: Occasion) -> int:
    today = occasion.moment.date()
    first = _stamp(today, at, occasion)
    return first if first > occasion.now else _stamp(today + timedelta(days=1), at, occasion)


def _clock(said: str, near: str) -> timedelta | None:
    """The time of day; `near` is the last character of a day such as 今晚, which tells the time of day as well."""
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour = _hour(_number(found["hour"]), found["period"] or (near if near in "早晚" else ""), found["noon"] or "")
    minute = 30 if found["half"] else 15 * _number(found["quarter"]) if found["quarter"] else _minute(found)
    if hour is None or minute > 59 or (hour == 24 and minute):
        return None
    return timedelta(hours=hour, minutes=minute)


def _minute(found: re.Match[str]) -> int:
    return _number(found["minute"] or found["spoken"] or "0")


def _hour(hour: int, period: str, noon: str) -> int | None:
    """The hour of 24 that is meant in that part of the day; None when the two don't go together."""
    if noon:
        return hour % 12 + (12 if noon == "p" else 0) if 1 <= hour <= 12 else None
    if not period:
        return hour if hour <= 24 else None
    first, last = next(bounds for name, bounds in _PERIODS.items() if period.startswith(name))
    meant = (hour, hour % 12 + 12 if hour < 12 else hour, *((24, 0) if hour in (0, 12) else ()))
    return next((one for one in meant if first <= one <= last), None)


def _day(found: re.Match[str], at: timedelta, occasion: Occasion) -> date:
    today = occasion.moment.date()
    if found["near"]:
        return today + timedelta(days=_NEAR[found["near"]])
    if found["weekday"]:
        return _weekday(found["weekday"], (found["which"] or "").strip(), today)
    if found["last"]:
        return _month_after(today).replace(day=1) - timedelta(days=1)
    if found["alone"]:
        day = _number(found["alone"])
        return (today if day >= today.day else _month_after(today)).replace(day=day)
    return _calendar(found, at, occasion)


def _calendar(found: re.Match[str], at: timedelta, occasion: Occasion) -> date:
    today, year = occasion.moment.date(), int(found["year"] or occasion.moment.year)
    day = date(year if year > 99 else 2000 + year, _number(found["month"]), _number(found["day"]))
    long_ago = occasion.now - 180 * 86_400
    return day.replace(year=today.year + 1) if not found["year"] and _stamp(day, at, occasion) < long_ago else day


def _weekday(said: str, which: str, today: date) -> date:
    weekday = _ENGLISH.index(said[:3]) if said[:3] in _ENGLISH else _HAN_DAYS[said[-1]]
    weeks = which.count("下") if which.startswith("下") else int(which == "next")
    if which in ("", "on"):
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _number(said: str) -> int:
    value = int(said) if said.isdecimal() else han(said)
    if value is None:
        raise ValueError(said)
    return value


def written_moment(at: int | None, occasion: Occasion) -> str:
    """A moment (UTC seconds) as a form shows it, in the occasion's time zone; nothing for none."""
    if at is None:
        return ""
    return f"{datetime.fromtimestamp(at, ZoneInfo(occasion.zone)):%Y-%m-%d %H:%M}"
