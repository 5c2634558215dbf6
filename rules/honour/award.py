"""Awards: a round begins with nominations, the staff shortlist, members may vote, and somebody is honoured."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.occasion import Occasion
from rules.programme.wording import Wording
from rules.refusals import Refusal

NOMINEES_MOST = 8
STANDING_MOST = 24
CITATION_LIMIT = 300


class RoundState(StrEnum):
    """How far a round has come; of each award one is running at a time."""

    NOMINATING = "nominating"
    CHOOSING = "choosing"
    VOTING = "voting"
    DECIDING = "deciding"
    GIVEN = "given"
    CALLED_OFF = "called_off"


RUNNING = frozenset({RoundState.NOMINATING, RoundState.CHOOSING, RoundState.VOTING, RoundState.DECIDING})


class Round(Struct, frozen=True):
    """One round of the award of that key, in that year. `until` is when nominations end (UTC seconds)."""

    id: int
    award: str
    year: int
    state: RoundState
    until: int
    ballot: int | None


class Nominee(Struct, frozen=True):
    """Somebody who may be honoured: `people` nominated them; `choice` is their number on the ballot, None without one.

    `mark` tells them from others of the same name in this round.
    """

    member: int
    name: str
    mark: str
    people: int
    shortlisted: bool
    choice: int | None


class Honour(Struct, frozen=True):
    """An award as it was given to a member; `title` as it was called then, `badge` the key of the one that goes with it."""

    id: int
    round: int
    award: str
    title: str
    year: int
    member: int
    citation: str
    given_at: int
    badge: str | None = None


class AwardBadge(Struct, frozen=True):
    """The badge that goes with an award."""

    emoji: str
    title: Wording


class RoundGone(Struct, frozen=True):
    """A round that came to nothing, for the brand gives the award of that `key` no more."""

    round: int
    key: str
    year: int


@dataclass(eq=False)
class RoundRunning(Refusal):
    """A round of that award is running already."""

    title: str


@dataclass(eq=False)
class NoSuchAward(Refusal):
    """The brand gives no such award any more."""


@dataclass(eq=False)
class RoundMovedOn(Refusal):
    """The round is not where the button thinks it is: somebody else was there first, or the time is over."""

    over = True


@dataclass(eq=False)
class ShortlistSize(Refusal):
    """A vote is between `least` and `most` candidates; the staff choose exactly one."""

    least: int
    most: int


@dataclass(eq=False)
class VotedForYourself(Refusal):
    """A candidate has a vote like everybody else, but not for themselves."""


@dataclass(eq=False)
class HonourGone(Refusal):
    """The honour has been taken back already."""

    over = True


def evening(occasion: Occasion, days: int) -> int:
    """Eight in the evening that many days on (UTC seconds): when people have time for a last look."""
    day = occasion.day + timedelta(days=days)
    return int(datetime.combine(day, time(20), ZoneInfo(occasion.zone)).timestamp())
