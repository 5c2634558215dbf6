"""Whether a sentence to the bot wants something of it, or only tells something."""

import re

from rules.daily.question import asks
from rules.heard import pattern
from rules.typed import bare

_WANTS = re.compile(pattern("wish", "wants"))
_LACKS = re.compile(pattern("wish", "lacks"))
_ELSEWHERE = re.compile(pattern("wish", "elsewhere"))


def wishes(said: str) -> bool:
    """Whether it asks, wants, or tells what went wrong: 地址填错了; not of 公司打卡机坏了."""
    said = bare(said)
    return asks(said) or bool(_WANTS.search(said) or (_LACKS.search(said) and not _ELSEWHERE.search(said)))
