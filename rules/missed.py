"""Letters that did not arrive, or may not have, and wait for what staff decide."""

from dataclasses import dataclass

from rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class MissedLetter:
    """A letter that did not arrive, or (`uncertain`) may not have: for whom, how it begins in HTML where staff may read
    it, and since when it is known (UTC seconds). `kept` is false when its words are gone.
    """

    id: int
    uncertain: bool
    at: int
    title: str
    name: str
    begins: str
    kept: bool


@dataclass(eq=False)
class MissedGone(Refusal):
    """It has been posted again or let be by somebody else, or its words are gone."""
