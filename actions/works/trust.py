"""Raising and lowering a member on the trust ladder."""

from dataclasses import dataclass

from rules.lengths import within
from rules.note import always
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotForYourself
from rules.works.trust import TrustStep, TrustUnclear
from storage import audits
from storage.engine.tx import Tx
from storage.works import trust

REASON_LEAST, REASON_MOST = 2, 300


@dataclass(frozen=True, slots=True)
class Trusted:
    """The member stands on `step` now, `before` on another, for that reason."""

    name: str
    step: TrustStep
    before: TrustStep
    reason: str


def entrust(tx: Tx, staff: Member, member: Member, step: TrustStep, reason: str, occasion: Occasion) -> Trusted:
    """Put `member` on that step. Raises NotForYourself, TrustUnclear, WordsTooLong."""
    if staff.id == member.id:
        raise NotForYourself
    reason = within(reason, REASON_MOST)
    if len(reason) < REASON_LEAST:
        raise TrustUnclear
    before = trust.step_of(tx, member.id)
    trust.put(tx, member.id, step, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "trust.set", member.id, reason, before=before.value, step=step.value)
    return Trusted(member.name, step, before, reason)


STILL_TRUE = {"trust": always}
