"""Lists as people write them, a line each; the marks that number or point at the lines are no part of them."""

import re

from rules.reading.heard import heard
from rules.reading.numbers import HAN, han

_POINT = re.compile(r"\s*(?:[-*+–—]\s+|[•·●○■□▪◦]\s*)")
_COUNT = re.compile(rf"\s*[(（]?(?P<n>\d{{1,2}}|[{HAN}]{{1,2}})\s*(?:[.．、)）](?!\d)|[:：](?!\d)\s)\s*")
# What is counted or measured by the number before it: `1 人驾驶` has its 1 for itself.
_MEASURES = heard("lists", "measures").replace(" ", "")
_BARE = re.compile(rf"\s*(\d{{1,2}})\s+(?![{_MEASURES}\d])\S", re.IGNORECASE)
# `①②两步连拍` and `③号弯` have their figures for themselves.
_CIRCLED = re.compile(rf"\s*(?P<n>[①-⑳])(?![①-⑳{heard('lists', 'named')}])\s*")
# As phones draw them, each in a box.
_BOXED = re.compile(r"\s*(?P<n>\d)\ufe0f?\u20e3\s*")
# So has `一、二挡`, unless other lines are counted like it.
_SPOKEN = re.compile(rf"\s*[{HAN}]{{1,2}}[、.．](?=[{HAN}])")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that hold anything. A number before a line goes if it counts the lines: `1.5 倍` is no first line.

    A bare one, as in `1 停稳`, counts them where it stands before every line.
    """
    found: list[str] = []
    count = 0
    lines = _bared(text.splitlines())
    for line in lines:
        counted = _counts(line, count + 1, lines)
        mark = counted or _POINT.match(line)
        count += counted is not None
        if rest := line[mark.end() if mark else 0 :].strip():
            found.append(rest)
    return tuple(found)


def _bared(lines: list[str]) -> list[str]:
    """The lines without the bare numbers that count them all, or the same first one before each, which counts none."""
    held = [line for line in lines if line.strip()]
    if len(held) > 1 and all(_marked(line, 1) and not _SPOKEN.match(line) for line in held):
        return [line[mark.end() :] for line in held if (mark := _marked(line, 1))]
    marks = [_BARE.match(line) for line in held]
    if len(held) < 2 or [int(mark[1]) if mark else 0 for mark in marks] != list(range(1, len(held) + 1)):
        return lines
    return [line.lstrip().lstrip("0123456789") for line in held]


def _counts(line: str, expected: int, lines: list[str]) -> re.Match[str] | None:
    """The mark before the line, if it says that this is the one of all the lines that is expected next."""
    mark = _marked(line, expected)
    if mark and _SPOKEN.match(line) and not any(_marked(other, expected + 1) for other in lines):
        return mark if expected > 1 else None
    return mark


def _marked(line: str, number: int) -> re.Match[str] | None:
    """The mark before the line, if it is that number."""
    mark = _BOXED.match(line) or _CIRCLED.match(line) or _COUNT.match(line)
    return mark if mark and _number(mark["n"]) == number else None


def _number(written: str) -> int | None:
    if written.isdecimal():
        return int(written)
    return ord(written) - ord("①") + 1 if "①" <= written <= "⑳" else han(written)
