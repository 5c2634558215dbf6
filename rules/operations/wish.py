"""Whether a sentence to the bot wants something of it, or only tells something."""

import re

from rules.daily.question import asks
from rules.reading.heard import pattern
from rules.reading.typed import bare

_WANTS = re.compile(pattern("wish", "wants"))
_LACKS = re.compile(pattern("wish", "lacks"))
_ELSEWHERE = re.compile(pattern("wish", "elsewhere"))
_THINGS = re.compile(pattern("wish", "things"))
_COMPOUNDS = re.compile(pattern("wish", "compounds"))
_OURS = re.compile(pattern("wish", "ours"))
# Stands where a word was that tells nothing of what is wanted here.
_GONE = "·"


def wishes(said: str) -> bool:
    """Whether it asks, wants, or tells what went wrong: 地址填错了; not of 公司打卡机坏了."""
    said = bare(said)
    return asks(said) or bool(_WANTS.search(said) or (_LACKS.search(said) and not _ELSEWHERE.search(said)))


def of_a_product(said: str) -> bool:
    """Whether it speaks of something that brands make, and of nothing that is done here: 车机语言怎么改, not 口红寄到哪了."""
    rest = without_compounds(said)
    return bool(_THINGS.search(rest) or rest != bare(said)) and not _OURS.search(rest)


def without_compounds(said: str) -> str:
    """The same without things that are called by words of ours: in 名片夹 nobody speaks of a card."""
    return _COMPOUNDS.sub(_GONE, bare(said))


def without_things(said: str) -> str:
    """The same without any thing that it names."""
    return _THINGS.sub(_GONE, without_compounds(said))
