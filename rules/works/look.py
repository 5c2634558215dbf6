"""A first look: a draft that is shown before it is handed in. It is no version of a work, costs nothing and counts nowhere."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.files import File
from rules.people import Role
from rules.refusals import Refusal
from rules.works.challenge import Challenge, ChallengeKind, ChallengeOver
from rules.works.review import MAY_REVIEW

MAY_LOOK = MAY_REVIEW | {Role.MENTOR}


class LookStanding(StrEnum):
    """Where a look stands: MOOT once the work was handed in or its author has left, LAPSED when the challenge ended before
    an answer.
    """

    WAITING = "waiting"
    ANSWERED = "answered"
    MOOT = "moot"
    LAPSED = "lapsed"


class Look(Struct, frozen=True):
    """A draft of `member`, asked about at `at` (UTC seconds), and what is said of it, so far or for good.

    `reader` has it in hand since `held_at`, or has answered.
    """

    id: int
    challenge: int
    member: int
    at: int
    text: str
    files: tuple[File, ...]
    standing: LookStanding
    reader: int | None
    held_at: int | None
    chips: tuple[str, ...]
    words: str


@dataclass(eq=False)
class NoFirstLook(Refusal):
    """Only challenges that give a theme have first looks."""

    title: str


@dataclass(eq=False)
class LookWaits(Refusal):
    """A draft of theirs for this challenge is waiting for its look."""

    title: str


@dataclass(eq=False)
class LooksUsed(Refusal):
    """The member has had as many looks as there are for one challenge."""

    most: int


@dataclass(eq=False)
class LookOver(Refusal):
    """Nobody needs to answer any more: the work was handed in, or the challenge is over."""

    over = True


def require_look(challenge: Challenge, asked: int, most: int, now: int, *, waits: bool) -> None:
    """Raise NoFirstLook, ChallengeOver, LookWaits or LooksUsed unless a draft may be shown; `asked`: looks so far."""
    title = challenge.brief.title
    if challenge.brief.kind is not ChallengeKind.FRAMEWORK or not most:
        raise NoFirstLook(title)
    if not challenge.is_open(now):
        raise ChallengeOver(title)
    if waits:
        raise LookWaits(title)
    if asked >= most:
        raise LooksUsed(most)
