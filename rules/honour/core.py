"""The core group: who may come in, by what, and what becomes of those who may no longer."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import HONORARY, STAFF, Member, Role
from rules.programme.privileges import CORE_GROUP
from rules.programme.programme import Programme
from rules.refusals import Refusal


class Door(StrEnum):
    """How the core group's door stands to somebody."""

    OPEN = "open"
    SHORT = "short"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class Entrance(Struct, frozen=True):
    """Whether somebody may come in. One who falls `short` reads the `title` of the level that opens it and what is
    `missing` to it; one who is suspended until when (UTC seconds). It is closed where no level opens it.
    """

    door: Door
    title: str = ""
    missing: int = 0
    until: int | None = None

    @property
    def open(self) -> bool:
        """Whether they may."""
        return self.door is Door.OPEN


def entrance(
    member: Member, roles: AbstractSet[Role], programme: Programme, now: int, *, guest: bool = False
) -> Entrance:
    """Whether the member may come in now; with an office or as a `guest` of the team they may, whatever their level."""
    if roles & STAFF:
        return Entrance(Door.OPEN)
    levels = programme.levels
    if guest or roles & HONORARY or levels.opens(levels.standing(member.contribution, member.level).key, CORE_GROUP):
        until = member.suspended(now)
        return Entrance(Door.SUSPENDED, until=until) if until else Entrance(Door.OPEN)
    opened_by = levels.opening(CORE_GROUP)
    if opened_by is None:
        return Entrance(Door.CLOSED)
    return Entrance(Door.SHORT, opened_by.title, opened_by.at - member.contribution)


class InvitationState(StrEnum):
    """What became of an invitation: its link is asked for, open, used, withdrawn, has run out, or could not be made."""

    ASKED = "asked"
    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REFUSED = "refused"


class Invitation(Struct, frozen=True):
    """A personal link into a core group, `link` empty until Telegram has made it; it ends at `expires_at` (UTC seconds)."""

    id: int
    member: int
    group: int
    expires_at: int
    state: InvitationState
    link: str


class CoreStanding(Struct, frozen=True):
    """How a member stands to the core group, in UTC seconds: since when a note offers it, when they first came in.

    `rightful`: they were there by right when we looked last; a `guest` is there because the team wants it.
    """

    member: int
    offered_at: int | None = None
    entered_at: int | None = None
    rightful: bool = False
    guest: bool = False


class Story(StrEnum):
    """Why staff read of somebody and the core group."""

    LOST = "lost"
    RETURNING = "returning"
    INTRUDER = "intruder"
    BY_HAND = "by_hand"


class CoreCaseState(StrEnum):
    """What became of it. Only the first two stories are decided; one that nobody decides lapses."""

    OPEN = "open"
    KEPT = "kept"
    LET_GO = "let_go"
    LAPSED = "lapsed"
    MOOT = "moot"


class CoreCase(Struct, frozen=True):
    """Somebody and a core group, before the staff since `opened_at` (UTC seconds)."""

    id: int
    member: int
    group: int
    story: Story
    state: CoreCaseState
    opened_at: int


@dataclass(eq=False)
class CoreCaseSettled(Refusal):
    """Somebody else has decided, or there is nothing left to decide."""
