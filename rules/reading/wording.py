"""Wording: the same asked in other words, for private talk where nobody else is spoken to."""

import re

from rules.reading.heard import called, pattern
from rules.reading.typed import bare

_LEAST = 2
_OTHERWISE = [(re.compile("|".join(said)), ours) for ours, said in called("worded").items()]
_ASKED = re.compile(pattern("wording", "asked"))


def reworded(said: str) -> str:
    """What somebody asks, in one wording: `我还有几分啊` and `有多少积分` are the same. Empty where next to nothing is left."""
    plain = bare(said)
    if plain.isascii():
        return ""
    for other, ours in _OTHERWISE:
        plain = other.sub(ours, plain)
    asked = _ASKED.search(plain)
    if asked:  # 怎么兑换, 兑换怎么弄
        plain = asked[0] + plain[: asked.start()] + plain[asked.end() :]
    return plain if len(plain) >= _LEAST else ""
