"""Lists as people write them, a line each; the marks that number or point at the lines are no part of them."""

import re

from rules.heard import heard
from rules.numbers import HAN, han

_POINT = re.compile(r"\s*(?:[-*+–—]\s+|[•·●○■□▪◦]\s*)")
_COUNT = re.compile(rf"\s*[(（]?(?P<n>\d{{1,2}}|[{HAN}]{{1,2}})\s*(?:[.．、)）](?!\d)|[:：](?!\d)\s)\s*")
# What is counted or measured by the number before it: `1 人驾驶` has its 1 for itself.
_MEASURES = heard("lists", "measures").replace(" ", "")
_BARE = re.compile(rf"\s*(\d{{1,2}})\s+(?![{_MEASURES}])\S", re.IGNORECASE)
_CIRCLED = re.compile(r"\s*[①-⑳]\s*")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that hold anything. A number before a line goes if it counts the lines: `1.5 倍` is no first line.

    A bare one, as in `1 停稳`, counts them where it stands before every line.
    """
    found: list[str] = []
    count = 0
    for line in _bared(text.splitlines()):
        counted = _CIRCLED.match(line) or _counts(line, count + 1)
        mark = counted or _POINT.match(line)
        count += counted is not None
        if rest := line[mark.end() if mark else 0 :].strip():
            found.append(rest)
    return tuple(found)


def _bared(lines: list[str]) -> list[str]:
    """The lines without the bare numbers that count them all."""
    held = [line for line in lines if line.strip()]
    marks = [_BARE.match(line) for line in held]
    if len(held) < 2 or [int(mark[1]) if mark else 0 for mark in marks] != list(range(1, len(held) + 1)):
        return lines
    return [line.lstrip().lstrip("0123456789") for line in held]


def _counts(line: str, expected: int) -> re.Match[str] | None:
    """The mark before the line, if it says that this is the line expected next."""
    mark = _COUNT.match(line)
    if mark is None:
        return None
    number = int(mark["n"]) if mark["n"].isdecimal() else han(mark["n"])
    return mark if number == expected else None
