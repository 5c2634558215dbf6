"""Lengths of time as people write them at the beginning of their words: `2h`, `7天`, `半小时`, `两周`, `一个月`."""

import re

from rules.numbers import HAN, han
from rules.typed import after, even

_SPAN = re.compile(
    rf"(?P<n>\d{{1,4}}|[{HAN}]{{1,4}}|半)\s?个?\s?"
    r"(?:(?P<spoken>天|日|小时|钟头|分钟|周|星期|(?<=个)月|(?<=个\s)月)"
    r"|(?P<unit>days?|d|hours?|h|months?|minutes?|mins?|m|weeks?|w)(?![a-z0-9]))",
    re.IGNORECASE,
)
_SECONDS = {
    **dict.fromkeys(("天", "日", "d"), 86_400),
    **dict.fromkeys(("小", "钟", "h"), 3_600),
    **dict.fromkeys(("周", "星", "w"), 604_800),
    **dict.fromkeys(("分", "m"), 60),
    **dict.fromkeys(("月", "month"), 30 * 86_400),
}


def leading_span(words: str) -> tuple[int, str] | None:
    """The seconds that `words` begin with, and what follows, as it was typed; None when they begin with something else."""
    said = even(words).lstrip()
    found = _SPAN.match(said)
    if found is None:
        return None
    written = (found["spoken"] or found["unit"]).lower()
    unit = _SECONDS[written.removesuffix("s") if written.startswith("month") else written[0]]
    number = unit // 2 if found["n"] == "半" else _counted(found["n"], unit)
    return None if number is None else (number, after(words, found.end()).lstrip(" ,，:：。"))


def _counted(written: str, unit: int) -> int | None:
    number = int(written) if written.isdecimal() else han(written)
    return None if number is None else number * unit
