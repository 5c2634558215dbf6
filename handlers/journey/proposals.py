"""A proposal before the core group: how it is shown, and the name under which its message is remembered."""

from msgspec import Struct

from rules.journey.council_proposal import ProposalPlan


class ProposalPreview(Struct, frozen=True):
    """The proposal as the core group will read it, what comes then, and by whom."""

    name: str
    plan: ProposalPlan
    talk_hours: int
    vote_hours: int
    veto: bool = False


def proposal_name(proposal: int) -> str:
    """The name under which the message of a proposal is remembered."""
    return f"council_proposal:{proposal}"
