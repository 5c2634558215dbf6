"""A member's home: the group of ours that they belong to, for what was done in none or for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.people import Part

# Another group becomes home once that much more was written there, so that nobody moves to and fro between two.
AHEAD = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """A group that takes part and in which the member is: since when (UTC seconds), and messages written there."""

    group: int
    part: Part
    messages: int
    since: int


def home_of(places: Iterable[Place], at_home: int | None) -> int | None:
    """The group in which the member is most active: a community, else a core group; None when they are nowhere.

    They stay `at_home` until another is clearly ahead.
    """
    homes = candidates(places)
    here = next((place for place in homes if place.group == at_home), None)
    busiest = max(homes, key=_rank, default=None)
    if here is not None and busiest is not None and busiest.messages <= here.messages * AHEAD:
        return here.group
    return busiest.group if busiest else None


def candidates(places: Iterable[Place]) -> Sequence[Place]:
    """The communities among them; who is in none of these has the core group for a home."""
    found = list(places)
    return [place for place in found if place.part is Part.COMMUNITY] or found


def _rank(place: Place) -> tuple[int, int, int]:
    return place.messages, -place.since, -place.group
