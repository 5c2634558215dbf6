"""Lengths of time as people write them at the beginning of their words: `2h`, `7天`, `半小时`, `1.5小时`, `1小时30分`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum

from rules.reading.heard import heard
from rules.reading.numbers import HAN, han, leading
from rules.reading.typed import after, any_of, even


class Unit(StrEnum):
    """In what a length of time is counted."""

    MINUTES = "minutes"
    DAYS = "days"


# Units of what is measured, not counted (rules/reading/heard.toml).
MEASURES = (
    *("minute", "hour", "second", "day", "month", "year", "kilometre", "centimetre", "metre"),
    *("percent", "degree", "kilopascal", "kilowatt", "volt", "ampere"),
)
UNIT_S = {Unit.MINUTES: 60, Unit.DAYS: 86_400}
_SHARE = rf"(?P<n>\d{{1,4}}(?:\.\d{{1,2}})?|[{HAN}]{{1,4}}|半)\s?个?(?P<half>半)?\s?"
_SPOKEN = r"天|日|小时|钟头|(?<=个)钟|刻钟|分钟|周|星期|礼拜|(?<=个)月|(?<=个\s)月|(?<=个半)月"
_UNITS = r"(?P<unit>days?|d|hours?|h|months?|minutes?|mins?|m|weeks?|w)"
_GOES_ON = r"(?=\d{1,2}(?:h|hours?|m|mins?|minutes?)(?![a-z0-9]))|(?<=h)(?=\d\d(?!\w))"
_BEHIND = r"(?P<behind>半(?![\u4e00-\u9fff])|半(?=[之以]?[后内]))?"
_SPAN = re.compile(rf"{_SHARE}(?:(?P<spoken>{_SPOKEN}){_BEHIND}|{_UNITS}(?:{_GOES_ON}|(?![a-z0-9])))", re.IGNORECASE)
# Directly behind a longer unit; what happened within such a time is not part of the length.
_FURTHER = re.compile(
    rf"{_SHARE}(?:(?P<spoken>{_SPOKEN}|分){_BEHIND}|{_UNITS}(?![a-z0-9]))(?![内前后里])", re.IGNORECASE
)
_MINUTES = re.compile(r"(?P<n>\d\d)(?!\w)")
_SPACES = re.compile(r"(?<=[^\d\s])\s+(?=\d)")
_MEASURE = re.compile(
    rf"(?:{any_of(' '.join(heard('units', one) for one in MEASURES))})(?![a-z])|年|周|月份?(?:\W|\Z)", re.IGNORECASE
)
_HOUR_S = 3_600
_SECONDS = {
    **dict.fromkeys(("天", "日", "d"), 86_400),
    **dict.fromkeys(("小", "钟", "h"), _HOUR_S),
    **dict.fromkeys(("周", "星", "礼", "w"), 604_800),
    "刻": 900,
    **dict.fromkeys(("分", "m"), 60),
    **dict.fromkeys(("月", "month"), 30 * 86_400),
}


def leading_span(words: str) -> tuple[int, str] | None:
    """The seconds that `words` begin with, and what follows, as it was typed; None when they begin with something else."""
    said = even(words).lstrip()
    parts = list(_parts(said))
    if not parts:
        return None
    return int(sum(seconds for seconds, _ in parts)), after(words, parts[-1][1]).lstrip(" ,，:：。")


def measures(text: str) -> bool:
    """Whether what stands behind the number that `text` begins with makes it a length of time, a distance or the like."""
    found = leading(text)
    rest = even(found.rest).strip() if found else ""
    return bool(rest) and (_MEASURE.match(rest) is not None or leading_span(f"1{rest}") is not None)


def counted(text: str, unit: Unit) -> int | None:
    """How many of the unit `text` is, as a bare number or as a length that is some of them and nothing over."""
    seconds = whole_span(text)
    if seconds is None:
        number = leading(text)
        return number.whole if number and not number.rest.strip(" 。.") else None
    return None if seconds % UNIT_S[unit] else seconds // UNIT_S[unit]


def whole_span(text: str) -> int | None:
    """The seconds that `text` is, if it is a length and nothing else, whatever spaces stand between its parts."""
    found = leading_span(_SPACES.sub("", even(text)))
    return found[0] if found and not found[1].strip() else None


def _parts(said: str) -> Iterator[tuple[Decimal, int]]:
    """Seconds, and where they end: an amount of one unit, and directly behind it of smaller ones."""
    found, before = _SPAN.match(said), None
    while found and (amount := _amount(found)) is not None:
        unit = _unit(found)
        if before is not None and unit >= before:
            return
        yield amount * unit, found.end()
        before, end = unit, found.end()
        bare = _MINUTES.match(said, end) if unit == _HOUR_S else None
        if bare:
            yield Decimal(bare["n"]) * 60, bare.end()
            return
        found = _FURTHER.match(said, end)


def _unit(found: re.Match[str]) -> int:
    written = (found["spoken"] or found["unit"]).lower()
    return _SECONDS[written.removesuffix("s") if written.startswith("month") else written[0]]


def _amount(found: re.Match[str]) -> Decimal | None:
    half = Decimal("0.5")
    if found["n"] == "半":
        return half
    number = Decimal(found["n"]) if found["n"][0].isdecimal() else han(found["n"])
    return None if number is None else number + half * bool(found["half"] or found["behind"])
