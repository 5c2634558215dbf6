"""What somebody is thanked for whose seat in the council is over: what they brought up, and what became of it."""

from actions.journey.council_proposal import answered
from actions.journey.council_seat import SeatEnded
from rules.fairness.feedback import FeedbackState
from rules.journey.council_proposal import Proposal, ProposalState
from rules.journey.council_seat import Became, BroughtUp
from rules.journey.council_veto import VetoAnswer
from rules.values import replace
from storage.engine.tx import Tx
from storage.journey import council_proposals

SHOWN = 5
_AT_THE_VOTE = {
    ProposalState.TALKING: Became.OPEN,
    ProposalState.VOTING: Became.OPEN,
    ProposalState.FALLEN: Became.FALLEN,
    ProposalState.OPEN_ENDED: Became.OPEN_ENDED,
}
_OF_THE_TEAM = {
    FeedbackState.ADOPTED: Became.ADOPTED,
    FeedbackState.SHIPPED: Became.SHIPPED,
    FeedbackState.DECLINED: Became.DECLINED,
}
_OF_A_VETO = {VetoAnswer.ACCEPTED: Became.ADOPTED, VetoAnswer.OVERRULED: Became.DECLINED}


def thanked(tx: Tx, ended: SeatEnded) -> SeatEnded:
    """With what is to be thanked for: their own proposals of that time; of who had none, what the council carried."""
    own = council_proposals.put_by(tx, ended.member, ended.since, SHOWN)
    others = [] if own else council_proposals.carried_since(tx, ended.since, ended.member, SHOWN)
    return replace(
        ended,
        brought=tuple(_brought(tx, one) for one in own),
        carried=tuple(one.plan.title for one in others if one.against is None),
    )


def _brought(tx: Tx, one: Proposal) -> BroughtUp:
    veto, became = one.against is not None, _AT_THE_VOTE.get(one.state, Became.CARRIED)
    if veto and one.veto is not None:
        return BroughtUp(one.plan.title, veto, _OF_A_VETO[one.veto])
    if one.ticket is None:
        return BroughtUp(one.plan.title, veto, became)
    answer = answered(tx, one)
    return BroughtUp(one.plan.title, veto, _OF_THE_TEAM.get(answer.state, Became.CARRIED), answer.version)
