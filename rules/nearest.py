"""What somebody may have meant whose words lead nowhere: the known words that are most like theirs."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from rules.typed import bare, typed

ALIKE = 0.5
# A Latin word that is shorter stands in too many sentences that mean something else.
LATIN_LEAST = 4
# So many characters have to be written for what begins with them to be meant.
BEGUN_LEAST = 2

Names = Mapping[str, tuple[str, ...]]


class Known(Struct, frozen=True):
    """What something may be called: by `words`, or by `stems`, whose parts stand anywhere in a sentence, in any order.

    All as they are compared. Of a stem each part is given by what may stand for it.
    """

    words: tuple[str, ...]
    stems: tuple[tuple[tuple[str, ...], ...], ...] = ()


def known_by(words: Iterable[str], stems: Iterable[str] = ()) -> Known:
    """The same, as it is written: in a stem a space parts its parts, and `|` what may stand for one: `改|换 地址`."""
    parts = (tuple(tuple(part.split("|")) for part in stem.split()) for stem in stems)
    return Known(tuple(map(bare, words)), tuple(parts))


def nearest(said: str, known: Mapping[str, Known], usual: Sequence[str], count: int) -> tuple[str, ...]:
    """The `count` names of `known` whose words are most like what was said; where few are, the `usual` ones."""
    said = bare(said)
    worth = {name: max((_likeness(said, word) for word in one.words), default=0.0) for name, one in known.items()}
    alike = sorted((name for name in known if worth[name] >= ALIKE), key=lambda name: -worth[name])
    return tuple(dict.fromkeys((*alike, *usual)))[:count]


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
    """Where it stands first; a Latin word as a whole word."""
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
    share = len(theirs & ours) / len(ours) if ours else 0.0
    return share + len(ours) / 1000 if share >= ALIKE else 0.0


def _grams(text: str, word: str) -> set[str]:
    if not word.isascii():
        return set(text)
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
