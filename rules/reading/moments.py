"""Moments as people write them: `11-30 20:00`, `11月30号晚上8点半`, `明天 20:00`, `下周五`, `周六上午十点`, `7天`, `2 weeks`."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.occasion import Occasion
from rules.reading.clock_times import HALF, LAST_MINUTE, TIME, N, any_word, number_of, time_of_day
from rules.reading.heard import called, heard, pattern
from rules.reading.numbers import HAN
from rules.reading.spans import leading_span, whole_span
from rules.reading.typed import typed

_OTHER_WORDS = [(re.compile("|".join(said)), ours) for ours, said in called("moments_otherwise").items()]
_NEAR = {word: int(days) for days, words in called("near_days").items() for word in words}
_WEEKDAYS = {word: int(day) for day, words in called("weekdays").items() for word in words}
_WEEKS = {word: int(weeks) for weeks, words in called("near_weeks").items() for word in words}
_MONTHS = heard("moments", "months").split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_ON, _AT, _OF = pattern("moments", "on"), pattern("moments", "at"), pattern("moments", "of")
_TH = pattern("moments", "ordinals")
_ENGLISH_DATE = re.compile(
    rf"(?:{_ON})?(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}})(?:{_TH})?\s+(?:{_OF})?(?P<month_behind>{_MONTH}))"
    rf"(?:{_TH})?\b(?:,?\s*(?P<year>20\d\d)\b)?,?"
)
# 30/11/2026, where the first figure can be no month.
_DAY_FIRST = re.compile(r"(1[3-9]|2\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](20\d\d)(?!\d)")
_YEAR, _MONTH_SIGN, _DAY = pattern("moments", "year"), pattern("moments", "month"), pattern("moments", "day")
_HAN_DAY = any_word(word for word in _WEEKDAYS if not word.isascii())
_ENGLISH_DAY = any_word(word for word in _WEEKDAYS if word.isascii())
_NEXT_MONTH, _THIS_MONTH = pattern("moments", "next_month"), pattern("moments", "this_month")
_DATE = re.compile(
    rf"(?:(?P<year>20\d\d|\d\d(?={_YEAR}))\s*(?:[-/.]|{_YEAR})\s*)?"
    rf"(?P<month>{N})\s*(?:[-/.]|{_MONTH_SIGN})\s*(?P<day>{N})(?!\d)\s*(?:{_DAY})?"
    rf"|(?P<later>{_NEXT_MONTH})?(?P<alone>{N})(?:{_DAY})"
    rf"|(?P<near>{any_word(_NEAR)})"
    rf"|(?:(?P<which>{any_word(_WEEKS)})|{_ON})?(?P<weekday>(?:{_HAN_DAY})|(?:{_ENGLISH_DAY})\b)"
    rf"|(?:(?P<ends_next>{_NEXT_MONTH})|(?P<ends_this>{_THIS_MONTH})|(?P<ends_month>{N}){_MONTH_SIGN}"
    rf"|(?P<ends_year>{_YEAR}))(?:{pattern('moments', 'last')})"
)
_WEEKDAY_BESIDE = re.compile(rf"\s*(?:\(({_HAN_DAY})\)|({_HAN_DAY}))")
_MINUTES = {"day": 1440, "hour": 60, "week": 10_080, "minute": 1}
_UNITS = [f"(?P<{unit}>{'|'.join(said)})" for unit, said in called("moments_ahead").items()]
_AHEAD = re.compile(
    rf"(?:{pattern('moments', 'in')})?(?P<n>\d{{1,3}}|[{HAN}]{{1,3}}|(?P<half>{HALF}))"
    rf"\s*(?:{pattern('moments', 'measure')})?\s*"
    rf"(?:{'|'.join(_UNITS)})"
    rf"(?:{pattern('moments', 'later')})?"
)
_YEARS = {word: int(years) for years, words in called("near_years").items() for word in words}
_NEXT_YEAR = re.compile(rf"({any_word(_YEARS)})(?=[\d{HAN}])")
_LATER = re.compile(pattern("moments", "later"))
_DAY_S = 86_400
_LEAD = re.compile(rf"(?:{pattern('moments', 'until')})\s*")
_TAIL = re.compile(rf"\s*(?:{pattern('moments', 'before')})\Z")
# What may stand between a day and its time: also the T of an ISO moment.
_BETWEEN = f" ,t{heard('moments', 'between')}"
_NONE = (None, None, None)


def moment_of(
    written: str, occasion: Occasion, *, opens: bool = False, exact: bool = False, since: int | None = None
) -> int | None:
    """UTC seconds of a written moment in the occasion's time zone; None when it isn't one, or may be two.

    A date without a year is the next such date, a weekday the next one after today, a time alone the next such time.
    Without a time, or at 24:00, a date means the day's last minute, with `opens` its first, and nothing where it has to
    be `exact`. `3 days` are counted from `since` (UTC seconds), or from now.
    """
    said = _of_year(_plainly(_TAIL.sub("", _LEAD.sub("", typed(written), count=1))), occasion)
    try:
        start = occasion.now if since is None else since
        if ahead := _AHEAD.fullmatch(said):
            return start + _ahead_s(ahead)
        if (later := _later(said, start, occasion)) is not None:
            return later
        dated = _dated(said, occasion, None if exact else timedelta(0) if opens else LAST_MINUTE)
        length = whole_span(said) if dated is None else None
        return dated if length is None else start + length
    except ValueError:
        return None


class Calendar(Struct, frozen=True):
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
    at = TIME.fullmatch((rest[beside.end() :] if beside else rest).strip(_BETWEEN))
    try:
        year, month, day = (
            map(_told, (found["year"], found["month"], found["day"] or found["alone"])) if found else _NONE
        )
        hour, minute = (_told(at["hour"]), _told(at["minute"] or at["spoken"])) if at else (None, None)
    except ValueError:
        return Calendar()
    year = 2000 + year if year is not None and year < 100 else year
    alone = found is not None and found["later"]
    weekday = _WEEKDAYS[beside[1] or beside[2]] if beside else None
    return Calendar(year, month, None if alone else day, weekday, hour, minute)


def _told(figure: str | None) -> int | None:
    return None if figure is None else number_of(figure)


def names_an_hour(written: str) -> bool:
    """Whether an hour is told: if no one moment is, the day is missing, or the half of it."""
    return TIME.search(_plainly(typed(written))) is not None


def _plainly(said: str) -> str:
    """In the words and figures that are read: `dec 30, 2026` and `30/12/2026` as 2026-12-30."""
    for other, ours in _OTHER_WORDS:
        said = other.sub(ours, said)
    said = _DAY_FIRST.sub(r"\3-\2-\1", said, count=1)
    found = _ENGLISH_DATE.match(said)
    if found is None:
        return said
    month = _MONTHS.index((found["month"] or found["month_behind"])[:3]) + 1
    year = f"{found['year']}-" if found["year"] else ""
    return f"{year}{month}-{found['day'] or found['day_first']} {said[found.end() :].lstrip()}"


def _of_year(said: str, occasion: Occasion) -> str:
    """`明年1月3号` by its number."""
    found = _NEXT_YEAR.match(said)
    return f"{occasion.moment.year + _YEARS[found[1]]}-{said[found.end() :]}" if found else said


def _ahead_s(ahead: re.Match[str]) -> int:
    minutes = next(minutes for unit, minutes in _MINUTES.items() if ahead[unit])
    return minutes * 30 if ahead["half"] else minutes * 60 * number_of(ahead["n"])


def _later(said: str, start: int, occasion: Occasion) -> int | None:
    """`一个半小时后`, `2天半以后`: a length as lengths are read; whole days may be followed by a time: `三天后晚上八点`."""
    length = leading_span(said)
    if length is None or (behind := _LATER.match(length[1])) is None:
        return None
    rest = length[1][behind.end() :].strip(_BETWEEN)
    if not rest:
        return start + length[0]
    at = time_of_day(rest, "", None, dated=True) if length[0] % _DAY_S == 0 else None
    day = datetime.fromtimestamp(start + length[0], ZoneInfo(occasion.zone)).date()
    return None if at is None else _stamp(day, at, occasion)


def _dated(said: str, occasion: Occasion, whole_day: timedelta | None) -> int | None:
    """`whole_day` is what a day without a time means. Raises ValueError for a day or a time that there is not."""
    found = _DATE.match(said)
    rest = said[found.end() :] if found else said
    beside = _WEEKDAY_BESIDE.match(rest) if found else None
    rest = (rest[beside.end() :] if beside else rest).strip(_BETWEEN)
    at = time_of_day(rest, (found["near"] or "")[-1:] if found else "", whole_day, dated=found is not None)
    if at is None:
        return None
    if whole_day == LAST_MINUTE:
        at = min(at, LAST_MINUTE)
    if found is None:
        return _next(at, occasion)
    day = _day(found, at, occasion)
    if beside and day.weekday() != _WEEKDAYS[beside[1] or beside[2]]:
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


def _day(found: re.Match[str], at: timedelta, occasion: Occasion) -> date:
    today = occasion.moment.date()
    if found["near"]:
        return today + timedelta(days=_NEAR[found["near"]])
    if found["weekday"]:
        return _weekday(_WEEKDAYS[found["weekday"]], found["which"], today)
    if month := _ending(found, today):
        return _month_after(month) - timedelta(days=1)
    if found["alone"]:
        day = number_of(found["alone"])
        if found["later"]:
            return _month_after(today).replace(day=day)
        return (today if day >= today.day else _month_after(today)).replace(day=day)
    return _calendar(found, at, occasion)


def _calendar(found: re.Match[str], at: timedelta, occasion: Occasion) -> date:
    today, year = occasion.moment.date(), int(found["year"] or occasion.moment.year)
    day = date(year if year > 99 else 2000 + year, number_of(found["month"]), number_of(found["day"]))
    long_ago = occasion.now - 180 * 86_400
    return day.replace(year=today.year + 1) if not found["year"] and _stamp(day, at, occasion) < long_ago else day


def _weekday(weekday: int, which: str | None, today: date) -> date:
    if which is None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=weekday - today.weekday() + 7 * _WEEKS[which])


def _ending(found: re.Match[str], today: date) -> date | None:
    """A day of the month whose last one is meant: of `月底`, `下个月底`, `12月底` or `年底`."""
    if found["ends_year"]:
        return date(today.year, 12, 31)
    if found["ends_next"]:
        return _month_after(today)
    if found["ends_month"]:
        named = date(today.year, number_of(found["ends_month"]), 1)
        return named if named >= today.replace(day=1) else named.replace(year=today.year + 1)
    return today if found["ends_this"] else None


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def written_moment(at: int | None, occasion: Occasion) -> str:
    """A moment (UTC seconds) as a form shows it, in the occasion's time zone; nothing for none."""
    if at is None:
        return ""
    return f"{datetime.fromtimestamp(at, ZoneInfo(occasion.zone)):%Y-%m-%d %H:%M}"
