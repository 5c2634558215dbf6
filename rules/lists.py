"""Lists as people write them, a line each; the marks that number or point at the lines are no part of them."""

import re

from rules.numbers import HAN, han

_POINT = re.compile(r"\s*(?:[-*+–—]\s+|[•·●○■□▪◦]\s*)")
_COUNT = re.compile(rf"\s*[(（]?(?P<n>\d{{1,2}}|[{HAN}]{{1,2}})\s*(?:[.．、)）](?!\d)|[:：](?!\d)\s)\s*")
_CIRCLED = re.compile(r"\s*[①-⑳]\s*")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that hold anything. A number before a line goes if it counts the lines: `1.5 倍` is no first line."""
    found: list[str] = []
    count = 0
    for line in text.splitlines():
        counted = _CIRCLED.match(line) or _counts(line, count + 1)
        mark = counted or _POINT.match(line)
        count += counted is not None
        if rest := line[mark.end() if mark else 0 :].strip():
            found.append(rest)
    return tuple(found)


def _counts(line: str, expected: int) -> re.Match[str] | None:
    """The mark before the line, if it says that this is the line expected next."""
    mark = _COUNT.match(line)
    if mark is None:
        return None
    number = int(mark["n"]) if mark["n"].isdecimal() else han(mark["n"])
    return mark if number == expected else None
