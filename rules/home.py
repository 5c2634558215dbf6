"""A member's home: the group of ours that they belong to, for what was done in none or for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from rules.people import Part
from rules.refusals import Refusal

# Another group becomes home once that much more was written there, and so many messages more: nobody moves to and fro
# between two, nor for the commands by which an owner sets the second one up.
AHEAD, AHEAD_BY = 1.5, 5
# A home that is chosen gives one's day another beginning, and days have limits: nobody goes to and fro between two days.
# What was pressed by mistake can be put right at once.
MOVES_AFTER_S, PUT_RIGHT_S = 7 * 86_400, 600


class Place(Struct, frozen=True):
    """A group that takes part and in which the member is: since when (UTC seconds), and messages written there."""

    group: int
    part: Part
    messages: int
    since: int


class HomeChoice(Struct, frozen=True):
    """A group that somebody may choose for a home; `here` for the one that is."""

    group: int
    title: str
    here: bool


@dataclass(eq=False)
class HomeMovedLately(Refusal):
    """They chose a home in another time zone not long ago, and may again from then on (UTC seconds)."""

    again_at: int


class HomeShown(Struct, frozen=True):
    """Where somebody is at home who could be elsewhere: whether they have chosen it, or are asked to, being as active in
    another.
    """

    title: str
    chosen: bool
    asked: bool
    choices: tuple[HomeChoice, ...]


def moves(last: int | None, now: int) -> bool:
    """Whether one who chose a home in another time zone at `last`, and does now (UTC seconds), does so anew: what puts the
    last choice right belongs to it. Raises HomeMovedLately.
    """
    if last is None or now >= last + MOVES_AFTER_S:
        return True
    if now > last + PUT_RIGHT_S:
        raise HomeMovedLately(last + MOVES_AFTER_S)
    return False


def home_of(places: Iterable[Place], at_home: int | None, chosen: int | None = None) -> int | None:
    """The group that the member has `chosen`, while they are there, else the one in which they are most active.

    That is a community, else a core group; None when they are nowhere. They stay `at_home` until another is clearly ahead.
    """
    homes = candidates(places)
    if any(place.group == chosen for place in homes):
        return chosen
    here = next((place for place in homes if place.group == at_home), None)
    busiest = max(homes, key=_rank, default=None)
    if here is not None and busiest is not None and not _ahead(busiest.messages, here.messages):
        return here.group
    return busiest.group if busiest else None


def equal(places: Iterable[Place]) -> bool:
    """Whether no group is clearly ahead of all others."""
    busiest = sorted((place.messages for place in candidates(places)), reverse=True)
    return len(busiest) > 1 and not _ahead(busiest[0], busiest[1])


def candidates(places: Iterable[Place]) -> Sequence[Place]:
    """The communities among them; who is in none of these has the core group for a home."""
    found = list(places)
    return [place for place in found if place.part is Part.COMMUNITY] or found


def _ahead(messages: int, others: int) -> bool:
    return messages > others * AHEAD and messages >= others + AHEAD_BY


def _rank(place: Place) -> tuple[int, int, int]:
    return place.messages, -place.since, -place.group
