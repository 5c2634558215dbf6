"""Why a quiz, an event or a team project brought somebody what it did, by its name."""

from msgspec import Struct

from rules.fairness.participation import EARNING, Came, Participation, PartKind, called
from rules.people import Member
from storage.engine.tx import Tx
from storage.fairness import participations, sanctions


class TimeTold(Struct, frozen=True):
    """One time, as told. `paused`: it brought nothing because the member was suspended."""

    at: int
    came: Came
    points: int
    taken_back: bool
    right: int
    asks: int
    role: str
    paused: bool


class ThingTold(Struct, frozen=True):
    """A quiz, an event or a project, with each time, oldest first."""

    kind: PartKind
    title: str
    times: tuple[TimeTold, ...]


class TookPart(Struct, frozen=True):
    """Everything of the name that was asked about."""

    things: tuple[ThingTold, ...]


def took_part(tx: Tx, member: Member, words: str) -> TookPart | None:
    """What the member took part in that is called so; None when there is nothing."""
    found = called(participations.of_member(tx, member.id), words)
    return TookPart(tuple(_thing(tx, member, times) for times in found)) if found else None


def _thing(tx: Tx, member: Member, times: tuple[Participation, ...]) -> ThingTold:
    return ThingTold(times[0].kind, times[0].title, tuple(_told(tx, member, one) for one in times))


def _told(tx: Tx, member: Member, one: Participation) -> TimeTold:
    nothing = not one.points and (one.came in EARNING or one.came is Came.UNSHARED)
    paused = nothing and sanctions.suspended_at(tx, member.id, one.at)
    return TimeTold(one.at, one.came, one.points, one.taken_back, one.right, one.asks, one.role, paused)
