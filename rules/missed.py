"""Letters that did not arrive, or may not have, and wait for what staff decide."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal


class Hindrance(StrEnum):
    """Why Telegram does not keep somebody from writing in a group, or lets them again."""

    RIGHT = "right"
    ADMIN = "admin"
    BASIC = "basic"
    OTHER = "other"


_SAID = {
    "not enough rights": Hindrance.RIGHT,
    "administrator of the chat": Hindrance.ADMIN,
    "chat owner": Hindrance.ADMIN,
    "only for supergroups": Hindrance.BASIC,
}


def hindrance(error: str) -> Hindrance:
    """What Telegram's words mean."""
    return next((meant for words, meant in _SAID.items() if words in error.lower()), Hindrance.OTHER)


class MissedLetter(Struct, frozen=True):
    """A letter that did not arrive, or (`uncertain`) may not have: for whom, how it begins in HTML where staff may read
    it, and since when it is known (UTC seconds). `kept` is false when its words are gone. Of one that was to keep the
    person from writing (or let them again: not `silent`) `why` says what was in the way.
    """

    id: int
    uncertain: bool
    at: int
    title: str
    name: str
    begins: str
    kept: bool
    why: Hindrance | None = None
    silent: bool = False


@dataclass(eq=False)
class MissedGone(Refusal):
    """It has been posted again or let be by somebody else, or its words are gone."""
