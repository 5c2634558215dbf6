"""Staff and steps of trust: what is proposed stands on a card until somebody decides or its time is over."""

from actions.works import trust_decided
from actions.works.trust import Trusted
from actions.works.trust_proposal import DESK
from handlers.effects import Note
from handlers.works.desk_proposal import Deciding
from handlers.works.trust_told import told
from rules.note import Matter
from rules.occasion import Occasion
from rules.people import Member
from rules.works.trust_proposal import TrustProposal
from storage.engine.tx import Tx


def _told(tx: Tx, done: Trusted, put: TrustProposal) -> Note:
    return told(tx, done)


def _answer(tx: Tx, staff: Member, put: TrustProposal, reason: str, occasion: Occasion) -> Note:
    """Not yet."""
    one = DESK.decline(tx, staff, put.id, reason, occasion)
    about, answer = f"trust_declined:{one.id}", trust_decided.answered(one, occasion)
    return Note(one.member, Matter.ACCOUNT, about, "trust/told_declined", answer)


DECIDING = Deciding(
    desk=DESK,
    noun="trust",
    name="trust",
    job="trust",
    confirm=trust_decided.confirm,
    told=_told,
    answer=_answer,
    answered="declined",
    lower="lower",
)
ROUTES = DECIDING.routes()
JOBS = DECIDING.jobs()
