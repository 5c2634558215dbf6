"""Seats of the council: who may be invited to one, how it is held, and how it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.people import Member
from rules.programme.conditions import Checked, checklist
from rules.programme.privileges import COUNCIL_SEAT
from rules.programme.programme import Programme
from rules.refusals import Refusal

RENEWS_DAYS = 30


class CouncilInvitationState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class SeatEnd(StrEnum):
    """How a seat ended: its term was over, its holder gave it up, left every group, or was suspended."""

    TERM = "term"
    RESIGNED = "resigned"
    LEFT = "left"
    SUSPENDED = "suspended"


class CouncilSeat(Struct, frozen=True):
    """A seat until then (UTC seconds; None: without an end). One whose term ended may be taken up again before `renews_until`."""

    member: int
    until: int | None = None
    renews_until: int | None = None


class CouncilInvitation(Struct, frozen=True):
    """An invitation to a seat by one of the team, to be answered before `until` (UTC seconds)."""

    id: int
    member: int
    by: int
    until: int
    state: CouncilInvitationState


class Became(StrEnum):
    """What has become of a proposal by the time that the seat of its author ends."""

    OPEN = "open"
    FALLEN = "fallen"
    OPEN_ENDED = "open_ended"
    CARRIED = "carried"
    DECLINED = "declined"
    ADOPTED = "adopted"
    SHIPPED = "shipped"


class BroughtUp(Struct, frozen=True):
    """A proposal, or a `veto`, that somebody put before the council, what became of it, and in which `version` it came."""

    title: str
    veto: bool
    became: Became
    version: str = ""


class SeatChecked(Struct, frozen=True):
    """What is asked of whoever is invited: a level by its title (None: any), and conditions."""

    level: str | None
    level_met: bool
    asks: tuple[Checked, ...]

    @property
    def met(self) -> bool:
        """Whether it is all there."""
        return self.level_met and all(one.met for one in self.asks)


@dataclass(eq=False)
class SeatTooEarly(Refusal):
    """Something that is asked of whoever is invited is not there yet; staff read what."""

    name: str
    checked: SeatChecked


@dataclass(eq=False)
class SeatHeldAlready(Refusal):
    """`name` sits in the council."""

    name: str


@dataclass(eq=False)
class SeatOfferedAlready(Refusal):
    """`name` is invited already, and may answer before `until` (UTC seconds)."""

    name: str
    until: int


@dataclass(eq=False)
class SeatNotForNow(Refusal):
    """`name` is in no group, has not agreed to the covenant, or is suspended."""

    name: str


@dataclass(eq=False)
class CouncilFull(Refusal):
    """All `seats` are taken; for whoever invites also by those who are `invited`."""

    seats: int
    invited: int


@dataclass(eq=False)
class SeatInvitationOver(Refusal):
    """The invitation has been answered, withdrawn, or its time is over."""


@dataclass(eq=False)
class SeatNotRenewable(Refusal):
    """The seat can't be taken up again by oneself: its term did not end by itself, or too long ago."""


@dataclass(eq=False)
class CouncilOnly(Refusal):
    """That is for whoever sits in the council."""


def held_against(member: Member, figures: Mapping[str, int], programme: Programme) -> SeatChecked:
    """What is asked of whoever is invited, held against a member with these `figures`."""
    levels = programme.levels
    level = levels.opening(COUNCIL_SEAT)
    met = level is None or levels.opens(levels.standing(member.contribution, member.level).key, COUNCIL_SEAT)
    return SeatChecked(level.title if level else None, met, checklist(programme.council.needs, figures))


def require_room(seats: int, held: int, invited: int = 0) -> None:
    """Raise CouncilFull unless there is a seat beside those held, and those kept for whoever is invited."""
    if held + invited >= seats:
        raise CouncilFull(seats, invited)
