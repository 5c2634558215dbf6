"""How much of somebody's words is taken: all of it, or none. Nothing that a person wrote is cut without a word."""

from dataclasses import dataclass

from rules.refusals import Refusal


@dataclass(eq=False)
class WordsTooLong(Refusal):
    """`length` characters where `most` are taken, `before` of which stood there already; `words` are given back."""

    length: int
    most: int
    words: str
    before: int = 0


def within(words: str, most: int, before: str = "") -> str:
    """All of the words, behind those that stood there `before`. Raises WordsTooLong."""
    said = words.strip()
    together = f"{before}\n{said}".strip()
    if len(together) > most:
        raise WordsTooLong(len(together), most, said, len(before))
    return together
