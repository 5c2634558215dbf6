"""Calling somebody by name in thanks that answer no message: `谢谢林晓满的分享`, `弄好了，谢谢何川`, `thanks Mary Ann`.

A name that is an ordinary word as well (老板, 大家, 老司机) calls nobody.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rules.daily.courtesy import quoted, takes_back
from rules.daily.lead import leads
from rules.reading.heard import heard, pattern
from rules.reading.names import folded
from rules.reading.typed import after, any_of, typed, unpictured

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_SURNAMES = heard("calling", "surnames").split()
_EVERYBODYS = frozenset(
    " ".join(
        (heard("calling", "nobody"), heard("courtesy", "titles"), heard("courtesy", "you"), heard("courtesy", "deeds"))
    ).split()
)
_PARTICLES = any_of(heard("courtesy", "particles"))
_TITLES = any_of(heard("courtesy", "titles"))
_SHORT = any_of(heard("courtesy", "short_titles"))
_YOU = any_of(heard("courtesy", "you"))
_DEEDS = any_of(heard("courtesy", "deeds"))
_HELPS = any_of(heard("courtesy", "helps"))
_BEFORE = re.compile(rf"(?:{_YOU}|{_PARTICLES}|[\s,，])*")
# What may follow a name: a title, then an end, a sign that asks and joins nothing, or what was done.
_BEHIND = re.compile(
    rf"(?:{_TITLES}|{_SHORT})?(?:{_PARTICLES})*"
    rf"(?:\Z|[^\w?/=+&*%@、\"'”’」』》)\]]|(?:{pattern('calling', 'of')})?(?:{_DEEDS})|(?:{_HELPS}|{pattern('calling', 'did')}))"
)
_JOINED = re.compile(pattern("calling", "joined"))
_FEWEST, _MOST = 2, 96


class Called(Struct, frozen=True):
    """Somebody whom words call by name, `whole` or the given name alone, and what follows it."""

    member: int
    length: int
    words: str
    whole: bool


def thanked_by_name(words: Sequence[str], text: str) -> str | None:
    """What follows a word of thanks in a text, where a name may stand; None where nobody is thanked.

    `words` are the words of thanks as they are compared, the long ones first.
    """
    text = unpictured(text)
    said = typed(text)
    for word in words:
        at = said.find(word)
        if at < 0 or word == "+1" or quoted(said, at, len(word)) or (at and leads(said[:at], "") is None):
            continue
        if word[-1].isascii() and said[at + len(word) : at + len(word) + 1].isalnum():
            continue
        rest = after(text, at + len(word))
        begins = _BEFORE.match(typed(rest))
        return after(rest, begins.end()) if begins else rest
    return None


def called(words: str, people: Sequence[tuple[int, str]]) -> list[Called]:
    """Who of the people (id and name) is called by the name that begins the words, the longest one; several if called alike."""
    found = [one for member, name in people if (one := _by(words, member, name)) is not None]
    longest = max(((one.length, one.whole) for one in found), default=None)
    return [one for one in found if (one.length, one.whole) == longest]


def joined(words: str) -> str | None:
    """What follows a name where a further one may stand: `林晓满和周舟`."""
    found = _JOINED.match(words)
    return words[found.end() :] if found else None


def several_named(text: str, mentions: Sequence[tuple[int, int]]) -> bool:
    """Whether two people are marked beside each other, as one thanks both at once: 谢谢 @a @b, @a、@b 和 @c."""
    between = [text[one[1] : other[0]].strip() for one, other in pairwise(mentions)]
    return any(not words or joined(words) == "" for words in between)


def means_thanks(words: str) -> bool:
    """Whether what follows the name leaves it a thank."""
    said = typed(words)
    return _BEHIND.match(said) is not None and not takes_back(said)


def _by(words: str, member: int, name: str) -> Called | None:
    whole = folded(name)
    for sought in (whole, *([whole[1:]] if _is_full(whole) else [])):
        if len(sought) >= _FEWEST and sought not in _EVERYBODYS and (end := _end(words, sought)):
            return Called(member, len(sought), words[end:], sought == whole)
    return None


def _is_full(name: str) -> bool:
    """Whether it is a surname and a given name of two characters."""
    return len(name) == 3 and name[0] in _SURNAMES and re.fullmatch(f"{_HAN}+", name) is not None


def _end(words: str, name: str) -> int:
    """Where in the words the name ends that begins them; 0 where it does not."""
    for end in range(1, min(len(words), _MOST) + 1):
        if folded(words[:end]) == name:
            following = words[end : end + 1]
            return (
                0 if name[-1].isascii() and name[-1].isalnum() and following.isascii() and following.isalnum() else end
            )
    return 0
