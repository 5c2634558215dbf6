"""What staff decide about somebody and the core group."""

from actions.honour.core_watch import DECIDED, CoreAnswered, answered
from rules.honour.core import CoreCaseSettled, CoreCaseState
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from storage import audits
from storage.engine.tx import Tx
from storage.honour import core_cases, core_standings


def keep(tx: Tx, staff: Member, case: int, occasion: Occasion) -> CoreAnswered:
    """They stay, or may come back, as a guest of the team. Raises CoreCaseSettled, NotForYourself."""
    done = _settle(tx, staff, case, CoreCaseState.KEPT, occasion)
    core_standings.make_guest(tx, done.member, staff.id, occasion.now)
    return done


def let_go(tx: Tx, staff: Member, case: int, occasion: Occasion) -> CoreAnswered:
    """They go, or don't come back for now. Raises CoreCaseSettled, NotForYourself."""
    done = _settle(tx, staff, case, CoreCaseState.LET_GO, occasion)
    core_standings.no_guest(tx, done.member)
    return done


def _settle(tx: Tx, staff: Member, id: int, state: CoreCaseState, occasion: Occasion) -> CoreAnswered:
    case = core_cases.get(tx, id)
    if case is None or case.story not in DECIDED:
        raise CoreCaseSettled
    if staff.id == case.member:
        raise NotForYourself
    if not core_cases.settle(tx, id, state, staff.id, occasion.now):
        raise CoreCaseSettled
    audits.record(tx, occasion.now, staff.id, f"core.{state.value}", case.member, None, story=case.story.value)
    return answered(tx, case, state, staff.name)
