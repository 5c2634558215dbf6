"""Topic moderators: KOCs who look after a forum topic, or a theme wherever it is asked about."""

import re
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.programme.conditions import Checked
from rules.refusals import Refusal

NAME_MOST, REASON_MOST = 20, 200
_BETWEEN = re.compile(r"[\s、，,/]+")


class FieldEnding(StrEnum):
    """How it ended: its time was over, staff took it back, a sanction came, they left, or are honoured without duties."""

    TERM = "term"
    TAKEN = "taken"
    SANCTION = "sanction"
    LEFT = "left"
    HONOURED = "honoured"


class Field(Struct, frozen=True):
    """What a member looks after under that `name`: the forum topic `thread` of a group, or a theme (both None).

    It ends at `until` (UTC seconds; None: without an end).
    """

    id: int
    member: int
    group: int | None
    thread: int | None
    name: str
    given_at: int
    until: int | None

    def covers(self, group: int, thread: int | None, words: str) -> bool:
        """Whether what is said there, in these words, belongs to it: a theme is found by any of its own words."""
        if self.group is not None:
            return (group, thread) == (self.group, self.thread)
        said = words.casefold()
        return any(word in said for word in _BETWEEN.split(self.name.casefold()) if word)


@dataclass(eq=False)
class FieldNeeded(Refusal):
    """What they are to look after has to be named, in `most` characters."""

    most: int = NAME_MOST


@dataclass(eq=False)
class FieldHeld(Refusal):
    """`name` looks after that already."""

    name: str
    field: str


@dataclass(eq=False)
class FieldNeedsMore(Refusal):
    """Something that is asked of a topic moderator is not there yet."""

    name: str
    asks: tuple[Checked, ...]


@dataclass(eq=False)
class FieldByCommand(Refusal):
    """Nobody is a topic moderator of nothing: another command asks what they look after."""


@dataclass(eq=False)
class FieldNotTheirs(Refusal):
    """That message does not belong to what the caller looks after."""


@dataclass(eq=False)
class FieldEnded(Refusal):
    """The term was renewed before, or they look after it again."""


@dataclass(eq=False)
class AskerMayCome(Refusal):
    """The asker of that question may still accept an answer; others may from then on (UTC seconds)."""

    number: int
    at: int


@dataclass(eq=False)
class ReasonToFeature(Refusal):
    """Why it should be featured has to be said, in `most` characters."""

    most: int = REASON_MOST
