"""What somebody may have meant whose words lead nowhere: the known words that are most like theirs."""

import re
from collections.abc import Mapping, Sequence

from rules.typed import bare

ALIKE = 0.5
# A Latin word that is shorter stands in too many sentences that mean something else.
LATIN_LEAST = 4


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
