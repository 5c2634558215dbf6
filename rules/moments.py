"""Moments as people write them: `11-30 20:00`, `11月30号晚上8点半`, `明天 20:00`, `下周五`, `周六上午十点`, `7天`, `2 weeks`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.numbers import HAN, han
from rules.occasion import Occasion
from rules.typed import typed

_N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
# What is said in other words for the same, before anything is read.
_OTHER_WORDS = (
    (re.compile(r"([今明后])儿个?"), r"\1天"),
    (re.compile(r"\btonight\b|\bthis evening\b"), "今晚"),
    (re.compile(r"\btomorrow (?:evening|night)\b"), "明晚"),
    (re.compile(r"\btomorrow morning\b"), "明早"),
    (re.compile(r"(今晚|明晚|明早)\s*(?:at )?(\d{1,2})\Z"), r"\1\2点"),
    (re.compile(r"\b(?:at )?noon\b"), "12:00"),
    (re.compile(r"\b(?:at )?midnight\b"), "24:00"),
    # Festivals of one day that never moves; of the others, the days are asked for.
    (re.compile(r"元旦节?(?:当[天日])?|\bnew year'?s day\b"), "1月1日"),
    (re.compile(r"平安夜|\bchristmas eve\b"), "12月24日"),
    (re.compile(r"圣诞节?(?:当[天日])?|\bchristmas(?: day)?\b"), "12月25日"),
    (re.compile(r"双(?:十一|11)"), "11月11日"),
    (re.compile(r"双(?:十二|12)"), "12月12日"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_ENGLISH_DATE = re.compile(
    rf"(?:on )?(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?(?P<month_behind>{_MONTH}))"
    r"(?:st|nd|rd|th)?\b(?:,?\s*(?P<year>20\d\d)\b)?,?"
)
_NEAR = {
    **dict.fromkeys(("今天", "今日", "今早", "今晚", "今夜", "today"), 0),
    **dict.fromkeys(("明天", "明日", "明早", "明晚", "tomorrow"), 1),
    **dict.fromkeys(("后天", "后日", "the day after tomorrow"), 2),
    **dict.fromkeys(("昨天", "昨日", "昨晚", "yesterday"), -1),
    "前天": -2,
    "大后天": 3,
}
_HAN_DAY = r"(?:周|星期|礼拜)[一二三四五六日天]"
_ENGLISH_DAY = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_HAN_DAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATE = re.compile(
    rf"(?:(?P<year>20\d\d|\d\d(?=年))\s*[-/.年]\s*)?(?P<month>{_N})\s*[-/.月]\s*(?P<day>{_N})(?!\d)\s*[日号]?"
    rf"|(?P<later>下个?月)?(?P<alone>{_N})[日号]"
    rf"|(?P<near>{'|'.join(sorted(_NEAR, key=len, reverse=True))})"
    rf"|(?P<which>这个?|本|上个?|下下个?|下个?|this |last |next |on )?(?P<weekday>{_HAN_DAY}|(?:{_ENGLISH_DAY})\b)"
    rf"|(?P<last>下个?月|本月|这个?月|{_N}月|月|年)[底末]"
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
_NOON = timedelta(hours=12)
_NONE = (None, None, None)
# A spoken hour up to here may be meant before or after noon: with a day, and without one.
_EITHER_HALF, _EITHER_HALF_ALONE = range(1, 7), range(1, 13)


def moment_of(
    written: str, occasion: Occasion, *, opens: bool = False, exact: bool = False, since: int | None = None
) -> int | None:
    """UTC seconds of a written moment in the occasion's time zone; None when it isn't one, or may be two.

    A date without a year is the next such date, a weekday the next one after today, a time alone the next such time.
    Without a time a date means the day's last minute, with `opens` its first, and nothing where it has to
    be `exact`. `3 days` are counted from `since` (UTC seconds), or from now.
    """
    said = _plainly(_TAIL.sub("", _LEAD.sub("", typed(written), count=1)))
    try:
        if ahead := _AHEAD.fullmatch(said):
            return (occasion.now if since is None else since) + _ahead_s(ahead)
        return _dated(said, occasion, None if exact else timedelta(0) if opens else LAST_MINUTE)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The figures of a written moment, whether there is such a day and time or not; None for what is not told."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None


def calendar_in(written: str) -> Calendar:
    """The figures with which a moment is written."""
    said = _plainly(_TAIL.sub("", _LEAD.sub("", typed(written), count=1)))
    found = _DATE.match(said)
    rest = said[found.end() :] if found else said
    beside = _WEEKDAY_BESIDE.match(rest) if found else None
    at = _TIME.fullmatch((rest[beside.end() :] if beside else rest).strip(" ,的t"))
    try:
        year, month, day = (
            map(_told, (found["year"], found["month"], found["day"] or found["alone"])) if found else _NONE
        )
        hour, minute = (_told(at["hour"]), _told(at["minute"] or at["spoken"])) if at else (None, None)
    except ValueError:
        return Calendar()
    year = 2000 + year if year is not None and year < 100 else year
    alone = found is not None and found["later"]
    weekday = _HAN_DAYS[(beside[1] or beside[2])[-1]] if beside else None
    return Calendar(year, month, None if alone else day, weekday, hour, minute)


def _told(figure: str | None) -> int | None:
    return None if figure is None else _number(figure)


def names_an_hour(written: str) -> bool:
    """Whether an hour is told: if no one moment is, the day is missing, or the half of it."""
    return _TIME.search(_plainly(typed(written))) is not None


def _plainly(said: str) -> str:
    """In the words and figures that are read: `dec 1, 2026` as 2026-12-1."""
    for other, ours in _OTHER_WORDS:
        said = other.sub(ours, said)
    found = _ENGLISH_DATE.match(said)
    if found is None:
        return said
    month = _MONTHS.index((found["month"] or found["month_behind"])[:3]) + 1
    year = f"{found['year']}-" if found["year"] else ""
    return f"{year}{month}-{found['day'] or found['day_first']} {said[found.end() :].lstrip()}"


def _ahead_s(ahead: re.Match[str]) -> int:
    minutes = _MINUTES[ahead["unit"][0]]
    return minutes * 30 if ahead["n"] == "半" else minutes * 60 * _number(ahead["n"])


def _dated(said: str, occasion: Occasion, whole_day: timedelta | None) -> int | None:
    """`whole_day` is what a day without a time means. Raises ValueError for a day or a time that there is not."""
    found = _DATE.match(said)
    rest = said[found.end() :] if found else said
    beside = _WEEKDAY_BESIDE.match(rest) if found else None
    rest = (rest[beside.end() :] if beside else rest).strip(" ,的t")
    at = _time(rest, (found["near"] or "")[-1:] if found else "", whole_day, dated=found is not None)
    if at is None:
        return None
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


def _time(said: str, near: str, whole_day: timedelta | None, *, dated: bool) -> timedelta | None:
    """The time of day, None when it is not told or may be two; `near` is the last character of a day such as 今晚."""
    near = near if near and near in "早晚" else ""
    part = said or near
    if not part:
        return whole_day if dated else None
    if part == "中午":
        return _NOON if dated else None
    if part in ("晚", "晚上"):
        return whole_day if dated and whole_day == LAST_MINUTE else None
    return _clock(said, near, _EITHER_HALF if dated else _EITHER_HALF_ALONE)


def _clock(said: str, near: str, either_half: range) -> timedelta | None:
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour, period = _number(found["hour"]), found["period"] or near
    exactly = period or found["noon"] or found["minute"] or found["hour"].startswith("0")
    if hour in either_half and not exactly:
        return None
    minute = 30 if found["half"] else 15 * _number(found["quarter"]) if found["quarter"] else _minute(found)
    meant = _hour(hour, period, found["noon"] or "")
    if meant is None or minute > 59 or (meant == 24 and minute):
        return None
    return timedelta(hours=meant, minutes=minute)


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
        return _last_day(found["last"], today)
    if found["alone"]:
        day = _number(found["alone"])
        if found["later"]:
            return _month_after(today).replace(day=day)
        return (today if day >= today.day else _month_after(today)).replace(day=day)
    return _calendar(found, at, occasion)


def _calendar(found: re.Match[str], at: timedelta, occasion: Occasion) -> date:
    today, year = occasion.moment.date(), int(found["year"] or occasion.moment.year)
    day = date(year if year > 99 else 2000 + year, _number(found["month"]), _number(found["day"]))
    long_ago = occasion.now - 180 * 86_400
    return day.replace(year=today.year + 1) if not found["year"] and _stamp(day, at, occasion) < long_ago else day


def _weekday(said: str, which: str, today: date) -> date:
    weekday = _ENGLISH.index(said[:3]) if said[:3] in _ENGLISH else _HAN_DAYS[said[-1]]
    weeks = which.count("下") + (which == "next") - (which in ("上", "上个", "last"))
    if which in ("", "on"):
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _last_day(of: str, today: date) -> date:
    """The last day of `月`, `下个月`, `12月` or `年`."""
    if of == "年":
        return date(today.year, 12, 31)
    month = _month_after(today) if of.startswith("下") else today
    if of[0] not in "月本这下":
        named = date(today.year, _number(of[:-1]), 1)
        month = named if named >= today.replace(day=1) else named.replace(year=today.year + 1)
    return _month_after(month) - timedelta(days=1)


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
