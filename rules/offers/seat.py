"""Seats at an event: the states of a registration, and how long a seat is kept for the next one in line."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.refusals import Refusal


class SeatState(StrEnum):
    """SEATED has a seat, WAITING none yet, OFFERED one that is kept until they answer. The others are ends: given back by
    the member (LEFT) or by staff (REMOVED), not answered in time (LAPSED), none became free (UNPLACED), called off, or its
    holder is not there any more (GONE).
    """

    SEATED = "seated"
    WAITING = "waiting"
    OFFERED = "offered"
    LEFT = "left"
    REMOVED = "removed"
    LAPSED = "lapsed"
    UNPLACED = "unplaced"
    CALLED_OFF = "called_off"
    GONE = "gone"


_ENDS = frozenset({SeatState.LEFT, SeatState.REMOVED, SeatState.CALLED_OFF, SeatState.GONE})

# From each state to which others. A seat is counted as taken, and its points are held, in the first; counted in OFFERED.
MOVES: dict[SeatState, frozenset[SeatState]] = {
    SeatState.SEATED: _ENDS,
    SeatState.WAITING: _ENDS | {SeatState.OFFERED, SeatState.UNPLACED},
    SeatState.OFFERED: _ENDS | {SeatState.SEATED, SeatState.LAPSED, SeatState.UNPLACED},
    SeatState.LEFT: frozenset(),
    SeatState.REMOVED: frozenset(),
    SeatState.LAPSED: frozenset(),
    SeatState.UNPLACED: frozenset(),
    SeatState.CALLED_OFF: frozenset(),
    SeatState.GONE: frozenset(),
}
LIVE = frozenset({SeatState.SEATED, SeatState.WAITING, SeatState.OFFERED})
TAKEN = frozenset({SeatState.SEATED, SeatState.OFFERED})


class Seat(Struct, frozen=True):
    """One registration of a member for an event. `first`: reserved seats are for them as well; `later`: on the waiting
    list they come after those who did not miss an event. `until` (UTC seconds) is how long an offered seat is kept, `hold`
    the ledger entry that reserved the `price`.
    """

    id: int
    event: int
    member: int
    state: SeatState
    first: bool
    later: bool
    made_at: int
    price: int
    until: int | None = None
    hold: int | None = None


@dataclass(eq=False)
class AlreadySeated(Refusal):
    """The member has a seat, or waits for one."""

    title: str
    waiting: bool


@dataclass(eq=False)
class SpeaksThere(Refusal):
    """The member is the speaker, who needs no seat."""

    title: str


@dataclass(eq=False)
class NoSeat(Refusal):
    """The member has no seat there, and does not wait for one."""

    title: str


@dataclass(eq=False)
class SeatNotKept(Refusal):
    """No seat is kept for the member any more."""

    title: str


@dataclass(eq=False)
class SeatGone(Refusal):
    """Whoever had that seat has it no more."""


@dataclass(eq=False)
class MovesWithSeat(Refusal):
    """The entry belongs to a seat at an event: points and seat move together."""

    entry: int
    event: int


def require_move(seat: Seat, to: SeatState, title: str) -> None:
    """Raise SeatNotKept unless the registration may go there from where it is."""
    if to not in MOVES[seat.state]:
        raise SeatNotKept(title)


def kept_until(now: int, starts_at: int, confirm_hours: int) -> int:
    """Until when a seat that is free now is kept for the next one, in UTC seconds.

    Where the event begins before, for half of the time that is left: so the one after them has a chance as well.
    """
    whole = now + confirm_hours * 3_600
    return whole if whole < starts_at else now + (starts_at - now) // 2
