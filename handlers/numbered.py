"""Commands about one thing that is called by its number, with words behind it."""

from collections.abc import Callable

from rules.reading import numbers
from rules.refusals import OneAtATime, Refusal


def one_numbered(words: str, command: str, needed: Callable[[str], Refusal]) -> tuple[int, str]:
    """The number that the words begin with, and what follows. Raises what is `needed` without one, and OneAtATime."""
    found = numbers.named(words)
    if found is None:
        raise needed(command)
    second = numbers.further(found[1])
    if second is not None:
        raise OneAtATime(command, found[0], second)
    return found
