"""What somebody may have meant whose words lead nowhere: the known words that are most like theirs."""

import re
from collections.abc import Mapping, Sequence

from rules.typed import bare, typed

ALIKE = 0.5
# A Latin word that is shorter stands in too many sentences that mean something else.
LATIN_LEAST = 4
# So many characters have to be written for what begins with them to be meant.
BEGUN_LEAST = 2

Names = Mapping[str, tuple[str, ...]]


def nearest(said: str, known: Mapping[str, Sequence[str]], usual: Sequence[str], count: int) -> tuple[str, ...]:
    """The `count` names of `known` whose words are most like what was said; where few are, the `usual` ones."""
    said = bare(said)
    worth = {name: max((_likeness(said, bare(word)) for word in words), default=0.0) for name, words in known.items()}
    alike = sorted((name for name in known if worth[name] >= ALIKE), key=lambda name: -worth[name])
    return tuple(dict.fromkeys((*alike, *usual)))[:count]


def plainly(said: str, known: Mapping[str, Sequence[str]]) -> str | None:
    """The name of `known` of which the longest word stands whole in what was said; None where none does."""
    said = bare(said)
    there = ((len(bare(word)), name) for name, words in known.items() for word in words if _stands(bare(word), said))
    return max(there, default=(0, None), key=lambda found: found[0])[1]


def _stands(word: str, said: str) -> bool:
    if not word.isascii():
        return word in said
    return len(word) >= LATIN_LEAST and re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", said) is not None


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
    said = _same(said)
    return next((key for key, known in names.items() if said in map(_same, (key, *known))), None)


def begun(names: Names, said: str) -> str | None:
    """The only one of which a name begins so: 入门 for 入门好礼."""
    said = _same(said)
    fits = [key for key, known in names.items() if any(_same(name).startswith(said) for name in known)]
    return fits[0] if len(said) >= BEGUN_LEAST and len(fits) == 1 else None


def _same(word: str) -> str:
    return "".join(typed(word).split())
