"""How alike two texts are, and by what they are found: pairs of Chinese characters, and whole words elsewhere."""

import re
import unicodedata
from functools import cache

from rules.reading.heard import called, heard
from rules.reading.typed import any_of

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
_GAP = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
# What people wrap a question in; it says nothing about what is asked.
_PARTICLES = heard("similarity", "particles").replace(" ", "")
_WRAPPING = re.compile(rf"{any_of(heard('similarity', 'wrapping'))}|[{_PARTICLES}]")
_SMALL_WORDS = frozenset(heard("similarity", "small").split())


def _runs(text: str) -> list[str]:
    return _RUN.findall(unicodedata.normalize("NFKC", text).casefold())


def _pairs(run: str) -> set[str]:
    if not _IS_HAN.match(run) or len(run) == 1:
        return {run}
    return {run[at : at + 2] for at in range(len(run) - 1)}


Synonyms = tuple[tuple[str, ...], ...]
COMMON: Synonyms = tuple(called("synonyms").values())
SPELLINGS = 4


def spellings(words: str, own: Synonyms = ()) -> tuple[str, ...]:
    """`words`, then with what else people call the same things, the brand's own first; `SPELLINGS` at most."""
    found = [words]
    folded = _folded(words)
    for group in (*own, *COMMON):
        any_of_them = _any_of(group)
        if any_of_them.search(folded):
            found += [
                said for other in group if (said := any_of_them.sub(_folded(other), folded)) not in (*found, folded)
            ]
    return tuple(found[:SPELLINGS])


def one_way(text: str, own: Synonyms = ()) -> str:
    """`text` with one word for each thing that people call in several ways."""
    words, first = _first_words(own)
    return words.sub(lambda found: first[found[0]], _folded(text))


@cache
def _first_words(own: Synonyms) -> tuple[re.Pattern[str], dict[str, str]]:
    """All words for things that have several, and the first one for each."""
    first: dict[str, str] = {}
    for group in (*own, *COMMON):
        for word in group:
            first.setdefault(_folded(word), _folded(group[0]))
    return _any_of(tuple(first)), first


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, the longest that fits; a Latin one as a whole."""
    longest = sorted(map(_folded, words), key=len, reverse=True)
    return re.compile(
        "|".join(
            rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])" if word.isascii() else re.escape(word) for word in longest
        )
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def sought(words: str) -> frozenset[str]:
    """What a text must contain to be found by `words`."""
    return frozenset(gram for run in _runs(words) for gram in _pairs(run))


def filed(text: str) -> frozenset[str]:
    """Everything by which `text` can be found: single Chinese characters as well."""
    singles = {char for run in _runs(text) if _IS_HAN.match(run) for char in run}
    return sought(text) | singles


def bare(words: str) -> str:
    """What words say in one spelling, without what people wrap a question in, without signs, and without gaps in Chinese."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return _GAP.sub("", " ".join(_runs(_WRAPPING.sub(" ", folded))))


def essence(question: str) -> frozenset[str]:
    """What a question is about, without the words it is wrapped in."""
    bare = _WRAPPING.sub(" ", unicodedata.normalize("NFKC", question).casefold())
    return sought(bare) - _SMALL_WORDS or sought(question)


# So many things of a short question, and so much of what it is about, stand in a longer one that says the same.
THINGS_LEAST, COVERED_PERCENT = 3, 33


def resembles(new: str, known: str, percent: int) -> bool:
    """Whether a question may have been asked before as `known`: so many `percent` alike, or a short way to say it."""
    a, b = essence(new), essence(known)
    shared = a & b
    covered = 100 * len(shared) >= COVERED_PERCENT * min(len(a), len(b))
    return likeness(new, known) >= percent or (covered and _things(shared) >= THINGS_LEAST)


def _things(grams: frozenset[str]) -> int:
    """How many different things these are: pairs that go on in one another, such as 蓝牙 牙钥 钥匙, are one."""
    ends = {gram[-1] for gram in grams if _IS_HAN.match(gram)}
    return sum(not _IS_HAN.match(gram) or gram[0] not in ends for gram in grams)


def likeness(one: str, other: str) -> int:
    """How alike two questions are, in percent (twice what they share over all they have)."""
    a, b = essence(one), essence(other)
    return 200 * len(a & b) // (len(a) + len(b)) if a and b else 0
