"""What somebody may have meant whose words lead nowhere: the known words that are most like theirs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from rules.reading.heard import heard
from rules.reading.typed import bare, typed

# Characters that ask, want or point: they stand in sentences of every kind and are like nothing.
_SAYS_LITTLE = frozenset(heard("wish", "says_little"))
ALIKE = 0.5
# So many characters of a word that is written in characters have to be said for it to be like what was said.
ALIKE_LEAST = 2
# So many characters may stand between what has to stand in that order.
BETWEEN = 4
# A Latin word that is shorter stands in too many sentences that mean something else.
LATIN_LEAST = 4
# So many characters have to be written for what begins with them to be meant.
BEGUN_LEAST = 2

Names = Mapping[str, tuple[str, ...]]


class Known(Struct, frozen=True):
    """What something may be called: by `words`, or by `stems`, whose parts stand anywhere in a sentence, in any order.

    All as they are compared. Of a stem each part is given by what may stand for it; `忘…签` stand in that order.
    """

    words: tuple[str, ...]
    stems: tuple[tuple[tuple[str, ...], ...], ...] = ()


def known_by(words: Iterable[str], stems: Iterable[str] = ()) -> Known:
    """The same, as it is written: in a stem a space parts its parts, and `|` what may stand for one: `改|换 地址`."""
    parts = (tuple(tuple(part.split("|")) for part in stem.split()) for stem in stems)
    return Known(tuple(map(bare, words)), tuple(parts))


def alike(said: str, known: Mapping[str, Known]) -> tuple[str, ...]:
    """The names of `known` of which a word is like what was said, most like ones first."""
    said = bare(said)
    worth = {name: max((_likeness(said, word) for word in one.words), default=0.0) for name, one in known.items()}
    return tuple(sorted((name for name in known if worth[name] >= ALIKE), key=lambda name: -worth[name]))


def standing(said: str, known: Mapping[str, Known]) -> dict[str, int]:
    """The names of `known` of which a word stands whole in what was said, or every part of a stem, most likely ones first.

    With how many of its characters tell so; of as many, those of whole words count more.
    """
    said = bare(said)
    there = {name: (len(_told(one, said)), _longest_word(one, said)) for name, one in known.items()}
    return {name: there[name][0] for name in sorted(there, key=there.__getitem__, reverse=True) if there[name][0]}


def _longest_word(one: Known, said: str) -> int:
    return max((len(word) for word in one.words if _stands(word, said)), default=0)


def _told(one: Known, said: str) -> set[int]:
    """The places of what was said at which a word of it stands, or a part of a stem all of which is there."""
    told: set[int] = set()
    for word in one.words:
        if _stands(word, said):
            told |= _places(word, said)
    for stem in one.stems:
        parts = [_any_place(part, said) for part in stem]
        if all(parts):
            told |= set().union(*parts)
    return told


def _any_place(part: Sequence[str], said: str) -> set[int]:
    """Where the longest of them stands that is there."""
    return max((_places(one, said) for one in part), key=len, default=set())


def _places(word: str, said: str) -> set[int]:
    """Where it stands first; a Latin word as a whole word, what is parted by `…` in that order and near each other."""
    if "…" in word:
        first, _, then = word.partition("…")
        ends = (at.end() for at in re.finditer(re.escape(first), said))
        found = next((end for end in ends if then in said[end : end + BETWEEN + len(then)]), None)
        if found is None:
            return set()
        behind = said.index(then, found)
        return {*range(found - len(first), found), *range(behind, behind + len(then))}
    at = said.find(word)
    while at >= 0 and word.isascii() and (_latin(said[at - 1 : at]) or _latin(said[at + len(word) :][:1])):
        at = said.find(word, at + 1)
    return set(range(at, at + len(word))) if at >= 0 else set()


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _stands(word: str, said: str) -> bool:
    return word in said and (not word.isascii() or (len(word) >= LATIN_LEAST and bool(_places(word, said))))


def _likeness(said: str, word: str) -> float:
    """How much of the word was said: of its characters, of a Latin word its pairs; a longer word is worth a little more."""
    theirs, ours = _grams(said, word), _grams(word, word)
    common = theirs & ours
    if not word.isascii() and len(common) < min(ALIKE_LEAST, len(ours)):
        return 0.0
    share = len(common) / len(ours) if ours else 0.0
    return share + len(ours) / 1000 if share >= ALIKE else 0.0


def _grams(text: str, word: str) -> set[str]:
    if not word.isascii():
        return set(text) - _SAYS_LITTLE
    return {text[at : at + 2] for at in range(len(text) - 1)}


def called(names: Names, said: str) -> str | None:
    """What is called so, by its key or one of its names."""
    said = same(said)
    return next((key for key, known in names.items() if said in map(_known, (key, *known))), None)


def keys(names: Names) -> dict[str, str]:
    """What `called` finds, for each name as it is compared: for those of which very much is asked."""
    found: dict[str, str] = {}
    for key, known in names.items():
        for name in (key, *known):
            found.setdefault(_known(name), key)
    return found


def begun(names: Names, said: str) -> str | None:
    """The only one of which a name begins so: 入门 for 入门好礼."""
    said = same(said)
    fits = [key for key, known in names.items() if any(_known(name).startswith(said) for name in known)]
    return fits[0] if len(said) >= BEGUN_LEAST and len(fits) == 1 else None


def same(word: str) -> str:
    """As a name is compared."""
    return "".join(typed(word).split())


@lru_cache(maxsize=4096)
def _known(name: str) -> str:
    """The same of a name: they are few, and compared with whatever is said."""
    return same(name)
