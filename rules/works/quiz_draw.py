"""Which questions a try is asked, and in which order their options stand: the same whenever it is looked at.

Both come of the seed that is kept with the try, so that nothing changes when the bot is stopped in the middle. Nothing in
a seed tells which option is right.
"""

import hashlib
from collections.abc import Iterable


def seed_of(quiz: int, member: int, began_at: int) -> str:
    """The seed of a try that begins at that moment (UTC seconds)."""
    return _digest(f"{quiz}:{member}:{began_at}")[:16]


def drawn(seed: str, questions: Iterable[int], asks: int) -> tuple[int, ...]:
    """So many of the questions, in the order in which they are asked."""
    return tuple(sorted(questions, key=lambda one: _digest(f"{seed}:question:{one}"))[:asks])


def order(seed: str, question: int, options: int) -> tuple[int, ...]:
    """In which order the options of a question are shown: each by its place in the bank."""
    return tuple(sorted(range(options), key=lambda place: _digest(f"{seed}:{question}:{place}")))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
