"""What staff have been asked about steps of trust."""

import json
from typing import Any

from rules.programme.trust import TrustStep
from rules.works.trust_proposal import Question, TrustProposal
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx
from storage.works import desk_proposals
from storage.works.desk_proposals import ProposalKind

_RISES = "(step = 'open' OR (step = 'framework' AND stood_on = 'base'))"


def _read(row: Any) -> Question:
    return Question(TrustStep(row.stood_on), TrustStep(row.step), json.loads(row.needs))


def _written(question: Question) -> dict[str, Any]:
    return {
        "stood_on": question.stood_on.value,
        "step": question.step.value,
        "needs": json.dumps(question.needs),
    }


KIND = ProposalKind("trust_proposal", ("stood_on", "step"), _read, _written)


def last(tx: Tx, member: int, *, rises: bool) -> TrustProposal | None:
    """The latest about the member that goes up, or down."""
    condition = f"member = :member AND {_RISES} = (:rises = 1)"
    found = desk_proposals.latest(tx, KIND, condition, member=member, rises=int(rises))
    return found[0] if found else None


OWN = (
    Own("trust_proposal", whose="member = :member AND settled_at IS NOT NULL", but=("card", "shown"), fate=STAYS),
    Own("trust_proposal", "settled_by", but=("needs", "card", "shown"), fate=STAYS),
)
