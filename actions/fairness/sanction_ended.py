"""The end of a sanction: lifted by hand, or over in time and silently restored."""

from msgspec import Struct

from actions.fairness.sanction import call_in
from rules.fairness.covenant import Cited
from rules.fairness.sanction import Grade, NothingToLift, Sanction, SanctionDecided, SanctionState
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from storage import audits, members
from storage.engine.tx import Tx
from storage.fairness import sanctions, silences

SHOWN = 6


class Liftable(Struct, frozen=True):
    """Which sanctions of `name` could be lifted, for that reason."""

    name: str
    reason: str
    found: tuple[Sanction, ...]


class Lifted(Struct, frozen=True):
    """Taken back, with the reason `why`; `silent_until` is what another one still says. `places` are groups to ask."""

    sanction: int
    member: int
    name: str
    grade: Grade
    cited: Cited
    why: str
    by: str
    silent_until: int | None
    places: tuple[int, ...]
    call_in: int | None


def liftable(tx: Tx, member: Member, reason: str) -> Liftable:
    """What is in force against the member, else the warnings and past ones that stand. Raises NothingToLift."""
    standing = [one for one in sanctions.given(tx, member.id, 4 * SHOWN) if one.state is not SanctionState.LIFTED]
    running = [one for one in standing if one.state is SanctionState.RUNNING]
    found = tuple((running or standing)[:SHOWN])
    if not found:
        raise NothingToLift(member.name)
    return Liftable(member.name, reason, found)


def lift(tx: Tx, actor: Member, sanction_id: int, why: str, occasion: Occasion) -> Lifted:
    """End it now. Raises NotForYourself, SanctionDecided."""
    sanction = sanctions.get(tx, sanction_id)
    if sanction.member == actor.id:
        raise NotForYourself
    if not sanctions.lift(tx, sanction.id, actor.id, why, occasion.now):
        raise SanctionDecided
    sanctions.settle(tx, sanction.member)
    audits.record(tx, occasion.now, actor.id, "order.lift", sanction.member, why, sanction=sanction.id)
    return _lifted(tx, sanction, why, actor, occasion)


def _lifted(tx: Tx, sanction: Sanction, why: str, by: Member, occasion: Occasion) -> Lifted:
    """What follows from one that has just been lifted."""
    member, ran = members.get(tx, sanction.member), sanction.state is SanctionState.RUNNING
    return Lifted(
        sanction.id,
        member.id,
        member.name,
        sanction.measure.grade,
        sanction.cited,
        why,
        by.name,
        silences.until(tx, member.id, occasion.now),
        silences.places(tx, member.id, present=False) if ran else (),
        None if member.reachable else call_in(tx, sanction.group, member),
    )


def expire(tx: Tx, occasion: Occasion) -> int:
    """Those whose time is over end, and nothing is said about it; how many there were.

    One that ended while the machine's clock was ahead goes on once the clock is right.
    """
    for member in sanctions.go_on(tx, occasion.now):
        sanctions.settle(tx, member)
    over = sanctions.due(tx, occasion.now)
    for sanction in over:
        sanctions.finish(tx, sanction.id, occasion.now)
        sanctions.settle(tx, sanction.member)
    return len(over)
