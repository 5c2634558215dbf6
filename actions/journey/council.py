"""The council as it is seen by `/council`: who sits in it, and how the reader stands to it."""

from dataclasses import dataclass

from actions.journey.council_seat import SeatInvited, invited
from rules.occasion import Occasion
from rules.people import STAFF, Member, Role
from storage.engine.tx import Tx
from storage.journey import council_seats


@dataclass(frozen=True, slots=True)
class CouncilSeen:
    """The council: the `names` of its members, `seats` in all. Its own members read until when (UTC seconds) they sit,
    staff who is `invited`.
    """

    names: tuple[str, ...]
    seats: int
    sits: bool
    until: int | None
    invited: tuple[SeatInvited, ...]


def seen(tx: Tx, member: Member, roles: frozenset[Role], occasion: Occasion) -> CouncilSeen:
    """The council as that member reads of it."""
    sits = Role.COUNCIL in roles
    waiting = council_seats.open_invitations(tx) if roles & STAFF else []
    return CouncilSeen(
        tuple(one.name for one in council_seats.holders(tx)),
        occasion.programme.council.seats,
        sits,
        council_seats.get(tx, member.id).until if sits else None,
        tuple(invited(tx, one.id, occasion) for one in waiting),
    )
