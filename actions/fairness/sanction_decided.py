"""What becomes of a proposed sanction: a second person agrees or does not, or nobody decides in time."""

from msgspec import Struct

from actions.fairness.proposer import require_proposer
from actions.fairness.sanction import About, Imposed, carry_out, is_side
from rules.fairness.covenant import Cited
from rules.fairness.sanction import InConflict, Measure, OtherDecides, Sanction, SanctionDecided, SanctionState
from rules.occasion import Occasion
from rules.people import Member
from storage import audits, members
from storage.engine.tx import Tx
from storage.fairness import sanctions


class Unimposed(Struct, frozen=True):
    """Nothing came of it: `declined_by` said no, or (None) nobody decided in time; `actor` had proposed it."""

    sanction: int
    actor: int
    name: str
    measure: Measure
    cited: Cited
    reason: str
    by: str
    declined_by: str | None


def confirm(tx: Tx, second: Member, sanction_id: int, occasion: Occasion) -> Imposed:
    """The second person agrees. Raises OtherDecides, InConflict, ProposerGone, SanctionDecided, StaffStandOutside."""
    sanction = _to_decide(tx, second, sanction_id, occasion)
    require_proposer(tx, sanction.actor)
    return carry_out(tx, sanction, second, occasion)


def decline(tx: Tx, second: Member, sanction_id: int, occasion: Occasion) -> Unimposed:
    """The second person does not agree. Raises OtherDecides, InConflict, SanctionDecided."""
    sanction = _to_decide(tx, second, sanction_id, occasion)
    if not sanctions.decide(tx, sanction.id, SanctionState.DECLINED, None, second.id, occasion.now):
        raise SanctionDecided
    audits.record(tx, occasion.now, second.id, "order.decline", sanction.member, sanction.reason, sanction=sanction.id)
    return _unimposed(tx, sanction, second)


def lapse(tx: Tx, occasion: Occasion) -> list[Unimposed]:
    """What nobody decided in time is let go."""
    old = sanctions.undecided(tx, occasion.now - occasion.programme.order.decide_hours * 3_600)
    for sanction in old:
        sanctions.decide(tx, sanction.id, SanctionState.LAPSED, None, None, occasion.now)
    return [_unimposed(tx, sanction, None) for sanction in old]


def _to_decide(tx: Tx, second: Member, sanction_id: int, occasion: Occasion) -> Sanction:
    sanction = sanctions.get(tx, sanction_id)
    if second.id in (sanction.actor, sanction.member):
        raise OtherDecides
    member = members.get(tx, sanction.member)
    if is_side(tx, second, member, About(sanction.group, sanction.message), occasion):
        raise InConflict(member.name)
    return sanction


def _unimposed(tx: Tx, sanction: Sanction, second: Member | None) -> Unimposed:
    name, by = members.get(tx, sanction.member).name, members.get(tx, sanction.actor).name
    said = second.name if second else None
    return Unimposed(sanction.id, sanction.actor, name, sanction.measure, sanction.cited, sanction.reason, by, said)
