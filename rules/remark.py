"""A remark: something that somebody says, to somebody or to nobody."""

import re
from collections.abc import Sequence

from msgspec import Struct

from rules.reading.heard import pattern

_BETWEEN = re.compile(rf"[\s,，]*(?:{pattern('calling', 'joined')})?[\s,，]*")


class Remark(Struct, frozen=True):
    """`text` as it was typed; in a `reply` the name of its author and what they had written.

    `named` are the places of the text at which somebody is mentioned; `calls` is where the mentions end with which it
    begins, 0 where it begins otherwise.
    """

    text: str
    author: str = ""
    about: str = ""
    reply: bool = True
    private: bool = False
    named: frozenset[int] = frozenset()
    calls: int = 0


def called_first(text: str, mentions: Sequence[tuple[int, int]]) -> int:
    """Where the mentions end with which the text begins, one beside the other; 0 where it begins otherwise."""
    end = 0
    for start, stop in mentions:
        between = text[end:start]
        if not (_BETWEEN.fullmatch(between) if end else not between.strip()):
            break
        end = stop
    return end
