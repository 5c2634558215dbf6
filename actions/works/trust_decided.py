"""What staff decide about a step of trust that was proposed."""

from dataclasses import dataclass

from actions.works.trust import REASON_LEAST, REASON_MOST, Trusted, changed
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import NAMED, checklist
from rules.programme.trust import TrustStep
from rules.refusals import NotForYourself
from rules.works.trust import TrustUnclear
from rules.works.trust_proposal import DAY_S, ProposalState, TrustMoot, TrustProposal, TrustSettled, holds
from storage import audits, figures, members
from storage.engine.tx import Tx
from storage.works import trust, trust_proposals

KEPT = "trust.kept"
DECLINED = "trust.declined"


@dataclass(frozen=True, slots=True)
class TrustAnswered:
    """Staff want to wait with that step, for that reason; at the earliest they are asked again at `again_at` (UTC seconds)."""

    step: TrustStep
    reason: str
    again_at: int


def confirm(tx: Tx, staff: Member, number: int, occasion: Occasion) -> Trusted:
    """The member stands on that step from now on. Raises NotForYourself, TrustSettled, TrustMoot."""
    put = _open(tx, staff, number)
    standing, question = trust.of_member(tx, put.member), put.question
    have = figures.of_member(tx, sorted(NAMED.keys() & question.needs.keys()), put.member, occasion.now)
    if not holds(question, standing, have, occasion.programme.trust):
        raise TrustMoot
    needs = question.needs if question.rises else {}
    trust.put(tx, put.member, question.step, staff.id, occasion.now, "", needs, put.id)
    _settle(tx, put, ProposalState.CONFIRMED, staff, trust.CONFIRMED, None, occasion)
    asks = checklist(question.needs, have)
    return changed(members.get(tx, put.member), question.step, question.stood_on, "", asks)


def confirm_all(tx: Tx, staff: Member, card: int, occasion: Occasion) -> list[Trusted]:
    """All on the card that wait and are nobody's own. Raises TrustSettled when there is none."""
    waiting = [one for one in trust_proposals.on_card(tx, card) if one.state is ProposalState.WAITING]
    others = [one for one in waiting if one.member != staff.id]
    if not others:
        raise NotForYourself if waiting else TrustSettled
    return [confirm(tx, staff, one.id, occasion) for one in others]


def decline(tx: Tx, staff: Member, number: int, reason: str, occasion: Occasion) -> TrustProposal:
    """Not yet, for that reason, which the member reads. Raises NotForYourself, TrustSettled, TrustUnclear, WordsTooLong."""
    put = _open(tx, staff, number)
    reason = within(reason, REASON_MOST)
    if len(reason) < REASON_LEAST:
        raise TrustUnclear
    _settle(tx, put, ProposalState.DECLINED, staff, DECLINED, reason, occasion)
    return trust_proposals.get(tx, number)


def keep(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TrustProposal:
    """The member stays where they stand, although it is not all there any more. Raises NotForYourself, TrustSettled."""
    put = _open(tx, staff, number)
    _settle(tx, put, ProposalState.DECLINED, staff, KEPT, None, occasion)
    return trust_proposals.get(tx, number)


def answered(one: TrustProposal, occasion: Occasion) -> TrustAnswered:
    """What the member reads of it."""
    again_at = (one.settled_at or one.at) + occasion.programme.trust.again_days * DAY_S
    return TrustAnswered(one.question.step, one.reason or "", again_at)


def _still_declined(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nothing else has been decided since."""
    one = trust_proposals.get(tx, int(note.subject))
    last = trust_proposals.last(tx, note.member, rises=True)
    return last is not None and last.id == one.id and trust.of_member(tx, note.member).step is one.question.stood_on


def _open(tx: Tx, staff: Member, number: int) -> TrustProposal:
    put = trust_proposals.get(tx, number)
    if put.member == staff.id:
        raise NotForYourself
    if put.settled:
        raise TrustSettled
    if put.state is ProposalState.MOOT:
        raise TrustMoot
    return put


def _settle(
    tx: Tx, put: TrustProposal, state: ProposalState, staff: Member, act: str, reason: str | None, occasion: Occasion
) -> None:
    trust_proposals.settle(tx, put.id, state, staff.id, occasion.now, reason)
    steps = {"before": put.question.stood_on.value, "step": put.question.step.value}
    audits.record(tx, occasion.now, staff.id, act, put.member, reason, **steps)


STILL_TRUE = {"trust_declined": _still_declined}
