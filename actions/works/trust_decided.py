"""What staff decide about a step of trust that was proposed."""

from msgspec import Struct

from actions.works.desk_proposal import figures_of
from actions.works.trust import Trusted, changed
from actions.works.trust_proposal import DESK
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import checklist
from rules.programme.trust import TrustStep
from rules.works.desk_proposal import again_at
from rules.works.trust_proposal import TrustMoot, TrustProposal, holds
from storage import members
from storage.engine.tx import Tx
from storage.works import desk_proposals, trust, trust_proposals


class TrustAnswered(Struct, frozen=True):
    """Staff want to wait with that step, for that reason; at the earliest they are asked again at `again_at` (UTC seconds)."""

    step: TrustStep
    reason: str
    again_at: int


def confirm(tx: Tx, staff: Member, number: int, occasion: Occasion) -> Trusted:
    """The member stands on that step from now on. Raises NotForYourself, NotHereNow, TrustSettled, TrustMoot."""
    put = DESK.open(tx, staff, number)
    standing, question, have = trust.of_member(tx, put.member), put.question, figures_of(tx, put, occasion)
    if not holds(question, standing, have, occasion.programme.trust):
        raise TrustMoot
    needs = question.needs if question.rises else {}
    trust.put(tx, put.member, question.step, staff.id, occasion.now, "", needs, put.id)
    DESK.confirm(tx, put, staff, trust.CONFIRMED, None, occasion)
    asks = checklist(question.needs, have)
    return changed(members.get(tx, put.member), question.step, question.stood_on, "", asks)


def answered(one: TrustProposal, occasion: Occasion) -> TrustAnswered:
    """What the member reads of it."""
    again = again_at((one.over_at,), occasion.programme.trust.again_days)
    return TrustAnswered(one.question.step, one.reason or "", again)


def _still_declined(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nothing else has been decided since."""
    one = desk_proposals.get(tx, trust_proposals.KIND, int(note.subject))
    last = trust_proposals.last(tx, note.member, rises=True)
    return last is not None and last.id == one.id and trust.of_member(tx, note.member).step is one.question.stood_on


STILL_TRUE = {"trust_declined": _still_declined}
