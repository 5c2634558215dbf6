"""Times of day as people write them: `20:00`, `晚上8点半`, `九点一刻`, `8pm`, `中午`."""

import re
from collections.abc import Iterable
from datetime import timedelta

from rules.reading.heard import called, pattern
from rules.reading.numbers import HAN, han


def any_word(words: Iterable[str]) -> str:
    """A pattern for one of these words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


N = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
PARTS = {word: hours for hours, words in called("parts_of_day").items() for word in words}
_NOONTIME, _EVENING = "11-14", "17-24"
HALF = pattern("moments", "half")
TIME = re.compile(
    rf"(?P<period>{any_word(PARTS)})?\s*(?:{pattern('moments', 'at')})?(?P<hour>{N})\s*"
    rf"(?::(?P<minute>\d\d)(?::00)?|(?:{pattern('moments', 'hour')})(?:{pattern('moments', 'sharp')}|(?P<half>{HALF})"
    rf"|(?P<quarter>{pattern('moments', 'quarters')}){pattern('moments', 'quarter')}"
    rf"|(?P<spoken>{N})(?:{pattern('moments', 'minute')})?)?|(?=[ap]\.?m))"
    r"\s*(?P<noon>[ap])?(?(noon)\.?m\.?)"
)
LAST_MINUTE = timedelta(hours=23, minutes=59)
_NOON = timedelta(hours=12)
# A spoken hour up to here may be meant before or after noon: with a day, and without one.
_EITHER_HALF, _EITHER_HALF_ALONE = range(1, 7), range(1, 13)


def time_of_day(said: str, near: str, whole_day: timedelta | None, *, dated: bool) -> timedelta | None:
    """The time of day, None when it is not told or may be two; `near` is the last character of a day such as 今晚."""
    near = near if near in PARTS else ""
    part = said or near
    if not part:
        return whole_day if dated else None
    if PARTS.get(part) == _NOONTIME:
        return _NOON if dated else None
    if PARTS.get(part) == _EVENING:
        return whole_day if dated and whole_day == LAST_MINUTE else None
    return _clock(said, near, _EITHER_HALF if dated else _EITHER_HALF_ALONE)


def _clock(said: str, near: str, either_half: range) -> timedelta | None:
    found = TIME.fullmatch(said)
    if found is None:
        return None
    hour, period = number_of(found["hour"]), found["period"] or near
    exactly = period or found["noon"] or found["minute"] or found["hour"].startswith("0")
    if hour in either_half and not exactly:
        return None
    minute = 30 if found["half"] else 15 * number_of(found["quarter"]) if found["quarter"] else _minute(found)
    meant = _hour(hour, period, found["noon"] or "")
    if meant is None or minute > 59 or (meant == 24 and minute):
        return None
    return timedelta(hours=meant, minutes=minute)


def _minute(found: re.Match[str]) -> int:
    return number_of(found["minute"] or found["spoken"] or "0")


def _hour(hour: int, period: str, noon: str) -> int | None:
    """The hour of 24 that is meant in that part of the day; None when the two don't go together."""
    if noon:
        return hour % 12 + (12 if noon == "p" else 0) if 1 <= hour <= 12 else None
    if not period:
        return hour if hour <= 24 else None
    first, last = map(int, PARTS[period].split("-"))
    meant = (hour, hour % 12 + 12 if hour < 12 else hour, *((24, 0) if hour in (0, 12) else ()))
    return next((one for one in meant if first <= one <= last), None)


def number_of(said: str) -> int:
    """The figure, in digits or in Chinese numerals. Raises ValueError."""
    value = int(said) if said.isdecimal() else han(said)
    if value is None:
        raise ValueError(said)
    return value
