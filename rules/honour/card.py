"""A member's card: what others see of them, and what they keep to themselves."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import Role
from rules.refusals import Refusal

INTRO_MOST = 80


class CardPart(StrEnum):
    """A part of the card that can be hidden."""

    HONOURS = "honours"
    TITLES = "titles"
    BADGES = "badges"
    HELPED = "helped"
    WORKS = "works"
    IDEAS = "ideas"
    MENTORED = "mentored"
    TALKS = "talks"
    TEAMS = "teams"
    CERTIFICATES = "certificates"
    CORE = "core"
    COUNCIL = "council"
    LOOKS_AFTER = "looks_after"
    SINCE = "since"


# Who hides where they are seated, what they look after or whom they accompany is not called by it either.
OFFICES = {
    CardPart.COUNCIL: Role.COUNCIL,
    CardPart.LOOKS_AFTER: Role.TOPIC_MODERATOR,
    CardPart.MENTORED: Role.MENTOR,
}


class IntroAsked(Struct, frozen=True):
    """One line about oneself is asked for, of at most so many characters."""

    most: int


@dataclass(eq=False)
class NoSuchPart(Refusal):
    """The card has no such part."""


def without(parts: frozenset[CardPart], part: CardPart, *, shown: bool) -> frozenset[CardPart]:
    """The hidden parts, once that one is shown or hidden."""
    return parts - {part} if shown else parts | {part}
