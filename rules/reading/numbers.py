"""Numbers as people write them: `120`, `1,000`, `20 000`, `１２`, `1.5万`, `2k`, `两千`, `一百二`. Read whole, or not at all."""

import re
from decimal import Decimal

from msgspec import Struct

from rules.reading.heard import pattern
from rules.reading.typed import NO_DIGITS, after, even

_MOST_DIGITS = 18
_DIGITS = {char: value for value, char in enumerate(("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))} | {
    "〇": 0,
    "两": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_TENTHS = {char: value for char, value in _DIGITS.items() if value}
_WORTH = {"": 1, **_SMALL, **_LARGE, "k": 1000, "w": 10_000}
HAN = "".join((*_DIGITS, *_SMALL, *_LARGE))
_APART = r"(?:[,.']|\x20(?=\d{3}(?!\d)))"
_OVER = r"(?:\s|\Z|分|积分|元)"
_ARABIC = rf"\d+(?:{_APART}\d+)*(?:(?:\x20(?=.{_OVER}))?(?:[十百千万亿]|[kw](?![a-z])))?"
# A number that something stands behind which makes more of it is not read without that.
_MORE = re.compile(
    rf"\s*(?:(?:hundred|thousand|million|billion|grand|dozen|mio|mln|bn|kk)\b|打{_OVER})|\x20[十百千万亿]{{2}}{_OVER}",
    re.IGNORECASE,
)
_RUN = re.compile(rf"[+-]?\s?(?:{_ARABIC}|[{HAN}])+", re.IGNORECASE)
_SHARE = re.compile(rf"(\d+(?:{_APART}\d+)*)\s?([十百千万亿kw]?)", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}([,'\x20])\d{3}(?:\1\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
# `1.000` is one to some and a thousand to others.
_EITHER = re.compile(r"\d{1,3}\.\d{3}")
# Letters for the digits that they look like: `1oo` is not 1.
_MISTYPED = r"[olо]+(?![^\W\d_])"
_MISTYPED_BEHIND = re.compile(_MISTYPED, re.IGNORECASE)
_VAGUE = "多余起 左右上下 几半约以来".replace(" ", "")
# What makes more or less of a number, in numerals that are not read: 2佰, 3成, 2倍. The members of a team are counted.
_SHARES = r"[佰仟拾折倍番]|成(?!员)"
# A unit may stand behind a number, but nothing that makes it a vague one, nor a single letter that may be part of it.
_UNIT = re.compile(
    rf"(?!{_MISTYPED})(?!\s*[a-z](?:[^a-z]|\Z))(?!\s*(?:{_SHARES}))\s*(?:(?![{_VAGUE}{NO_DIGITS}①-⒛])[^\W\d_]|[/\x20]){{0,12}}[。.!]*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"\s?(?:%|{_SHARES})|[a-z_]", re.IGNORECASE)
_ALONE = re.compile(r"(?<![\d.:/-])\d[\d,.]*\s?[十百千万亿kw]?\+?\s*(?=[,;。]|\Z)", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:#|q|no\.?|第)?\s*(\d{{1,9}})(?!\d|{_MISTYPED}|[.'_/^*~-]\d|,\d{{3}}(?!\d)|[%_{NO_DIGITS}①-⒛]|[十百千万亿佰仟]|[kw](?![a-z])|[ex]\d)(?:[号期](?=\W|\Z))?",
    re.IGNORECASE,
)
_EACH_BEFORE = re.compile(rf"\A(?:{pattern('numbers', 'each_before')})\s*(?=[\d{HAN}])")
_EACH_BEHIND = re.compile(pattern("numbers", "each_behind"), re.IGNORECASE)
_JOINED = pattern("numbers", "joined")
_FURTHER = re.compile(rf"\s*(?:{_JOINED})\s*(?:#|q|第)?(\d{{1,9}})(?=\s|[。.](?!\d)|\Z|{_JOINED})", re.IGNORECASE)
_SPELLED = re.compile(rf"第?([{HAN}]{{1,4}})(?=[\s:,.。]|[号期](?:\W|\Z)|\Z)(?:[号期])?")


class Leading(Struct, frozen=True):
    """What looks like a number at the beginning of somebody's words: `value` is None when it can't be read whole.

    `spaced` tells that a space stands in it, so that it may be two. `rest` is what follows, as it was typed.
    """

    written: str
    value: Decimal | None
    rest: str
    spaced: bool = False

    @property
    def whole(self) -> int | None:
        """The value, if it is a whole number however one reads it."""
        if self.value is None or self.value != int(self.value) or _EITHER.fullmatch(self.written.lstrip("+- ")):
            return None
        return int(self.value)


def leading(words: str) -> Leading | None:
    """The number that `words` begin with."""
    said = even(words).lstrip()
    found = _RUN.match(said)
    if found is None:
        return None
    written = found[0].rstrip()
    more = _MORE.match(said, len(written))
    value = None if more or _MISTYPED_BEHIND.match(said, len(written)) else _value(written)
    written = said[: more.end()].rstrip() if more else written
    return Leading(written, value, after(words, len(written)), value is not None and " " in written.lstrip("+- "))


def goes_on(rest: str) -> bool:
    """Whether what stands right behind a number makes another one of it: `1e4`, `30%`, `2倍`."""
    return _GOES_ON.match(even(rest)) is not None


def stands_alone(text: str) -> bool:
    """Whether a number without a unit stands in `text`: of two behind one word nobody knows which is meant."""
    return _ALONE.search(even(text)) is not None


def whole(text: str) -> int | None:
    """The whole number that `text` is, with or without a unit behind it."""
    found = leading(text)
    return found.whole if found and _UNIT.fullmatch(even(found.rest)) else None


def apiece(text: str) -> str | None:
    """A number that is said of each one, not of all: `300/人`, `每人 300`, without what stands before it; None for any other."""
    said = even(text).strip()
    number = _EACH_BEFORE.sub("", said, count=1)
    return number if number != said or _EACH_BEHIND.search(said) else None


def named(words: str) -> tuple[int, str] | None:
    """The number of a thing that `words` begin with (`12`, `#12`, `Q12`, `第12`), and what follows, as it was typed."""
    said = even(words).lstrip()
    found = _NAMED.match(said)
    return (int(found[1]), after(words, found.end())) if found else None


def further(rest: str) -> int | None:
    """The number of a second thing right behind the first, as in `1、2` or `1 和 2`; none in `1，3台车`, nor in a bare `1 2`."""
    found = _FURTHER.match(even(rest))
    return int(found[1]) if found else None


def spelled(words: str) -> tuple[int, str] | None:
    """The same, also in Chinese numerals that stand alone: `三`, `第三期`."""
    said = even(words).lstrip()
    found = _SPELLED.match(said)
    number = han(found[1]) if found else None
    return named(words) if found is None or number is None else (number, after(words, found.end()))


def reference(words: str) -> int | None:
    """The number of a thing, if `words` are nothing else."""
    found = named(words)
    return found[0] if found and not even(found[1]).strip() else None


def han(written: str) -> int | None:
    """The whole number that Chinese numerals are. A last digit right behind a unit is said of the next lower one: 一百二 is 120."""
    total, rest = 0, written
    for unit, worth in reversed(_LARGE.items()):
        part, found, behind = rest.partition(unit)
        if found:
            share = _below_ten_thousand(part)
            if share is None:
                return None
            if behind in _TENTHS:
                return total + share * worth + _TENTHS[behind] * worth // 10
            total, rest = total + share * worth, behind.lstrip("零〇")
    last = _below_ten_thousand(rest) if rest or not total else 0
    return None if last is None else total + last


def _below_ten_thousand(written: str) -> int | None:
    if len(written) == 1 and written in _DIGITS:
        return _DIGITS[written]
    total, floor, rest = 0, 10_000, written
    while rest:
        rest = rest.lstrip("零〇") if total else rest
        digit = _DIGITS.get(rest[:1], 1 if rest[:1] == "十" else 0)
        unit = _SMALL.get(rest[:1] if rest[:1] == "十" else rest[1:2], 1)
        if not digit or unit >= floor or (unit == 1 and len(rest) > 1):
            return None
        spoken = floor // 10 if unit == 1 and floor in (100, 1000) and written[-2:-1] not in ("零", "〇") else unit
        total, floor = total + digit * spoken, unit
        rest = rest[1:] if unit == 1 or rest[:1] == "十" else rest[2:]
    return total or None


def _value(written: str) -> Decimal | None:
    sign = -1 if written.startswith("-") else 1
    body = written.lstrip("+- ")
    value = _summed(body) if body[0].isdecimal() else han(body)
    return None if value is None else sign * Decimal(value)


def _summed(body: str) -> Decimal | None:
    """`1万2千`, `1.5万` and `1万2`: shares of falling units; a last digit without one is said of the next lower unit."""
    shares = list(_SHARE.finditer(body))
    if "".join(share[0] for share in shares) != body or not all(share[2] for share in shares[:-1]):
        return None
    worths = [_WORTH[share[2].lower()] for share in shares]
    if len(shares) > 1 and worths[-1] == 1:
        if len(shares[-1][1]) > 1 or worths[-2] < _SMALL["百"]:
            return None
        worths[-1] = worths[-2] // 10
    values = [value for share in shares if (value := _arabic(share[1])) is not None]
    if len(values) < len(shares) or worths != sorted(set(worths), reverse=True):
        return None
    return sum((value * worth for value, worth in zip(values, worths, strict=True)), Decimal(0))


def _arabic(digits: str) -> Decimal | None:
    if len(digits) > _MOST_DIGITS or not _GROUPED.fullmatch(digits):
        return None
    return Decimal(re.sub(r"[,'\x20]", "", digits))
