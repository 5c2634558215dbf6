"""Where somebody stands on the trust ladder, and what they need for the next step; putting somebody on a step by hand."""

from msgspec import Struct

from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import Checked, checklist
from rules.programme.trust import TrustStep
from rules.refusals import NotForYourself
from rules.works.desk_proposal import DAY_S, ProposalState, clear_reason
from rules.works.trust import Standing, TrustSame, TrustTooLow, TrustUnclear, lower
from rules.works.trust_proposal import TrustProposal, free_at
from storage import audits, figures, members, notes
from storage.engine.tx import Tx
from storage.works import desk_proposals, trust, trust_proposals


class Trusted(Struct, frozen=True):
    """The member stands on `step` now, `before` on another (`rises`: a lower one): for that reason, or by what it `asks`."""

    member: int
    name: str
    step: TrustStep
    before: TrustStep
    rises: bool
    reason: str
    asks: tuple[Checked, ...] = ()


class TrustSeen(Struct, frozen=True):
    """The ladder as one member climbs it. `step` is held, `now` what it is worth while a suspension lowers it.

    `following` is the next step, None at the top, with what it `asks`, nothing where staff give it by hand. `waiting`:
    staff have been asked. `declined` is what they said when they wanted to wait, until `again_at` (UTC seconds).
    """

    member: int
    name: str
    own: bool
    step: TrustStep
    now: TrustStep
    lowered_until: int | None
    following: TrustStep | None
    asks: tuple[Checked, ...]
    waiting: bool
    declined: str | None
    again_at: int | None


def lowered_until(tx: Tx, member: int, occasion: Occasion) -> int | None:
    """Until when (UTC seconds) a suspension lowers what the member may take on; None when none does."""
    ends = trust.suspended_until(tx, member)
    until = None if ends is None else ends + occasion.programme.trust.suspended_days * DAY_S
    return until if until is not None and until > occasion.now else None


def step_of(tx: Tx, member: Member, occasion: Occasion) -> TrustStep:
    """What the member may take on now."""
    step = trust.of_member(tx, member.id).step
    return _lowered(step, lowered_until(tx, member.id, occasion), occasion)


def _lowered(step: TrustStep, until: int | None, occasion: Occasion) -> TrustStep:
    return step if until is None else lower(step, occasion.programme.trust.suspended_to)


def seen(tx: Tx, reader: Member, member: Member, occasion: Occasion) -> TrustSeen:
    """What the member has, and what the next step needs."""
    standing, until = trust.of_member(tx, member.id), lowered_until(tx, member.id, occasion)
    following = standing.step.following
    waiting = any(put.hopeful for put in desk_proposals.unsettled(tx, trust_proposals.KIND, member.id, member.id))
    refused, again_at = _refused(tx, member.id, standing, occasion)
    return TrustSeen(
        member.id,
        member.name,
        reader.id == member.id,
        standing.step,
        _lowered(standing.step, until, occasion),
        until,
        following,
        _asks(tx, member.id, following, occasion),
        waiting,
        refused,
        None if waiting else again_at,
    )


def _asks(tx: Tx, member: int, step: TrustStep | None, occasion: Occasion) -> tuple[Checked, ...]:
    needs = occasion.programme.trust.asks(step) if step else {}
    return checklist(needs, figures.of_member(tx, sorted(needs), member, occasion.now))


def _refused(tx: Tx, member: int, standing: Standing, occasion: Occasion) -> tuple[str | None, int | None]:
    """What staff said when they wanted to wait, and when they are asked again."""
    last = trust_proposals.last(tx, member, rises=True)
    if last is None or not _in_force(last, standing):
        return None, None
    free = free_at(last.question, standing, last, occasion.programme.trust)
    return (last.reason, free) if free > occasion.now else (None, None)


def _in_force(last: TrustProposal, standing: Standing) -> bool:
    return last.state is ProposalState.DECLINED and last.question.stood_on is standing.step


def require(tx: Tx, member: Member, needed: TrustStep, occasion: Occasion) -> None:
    """Raise TrustTooLow, with what is missing, unless the member may take on what asks for `needed`."""
    one = seen(tx, member, member, occasion)
    if one.now.place < needed.place:
        until = one.lowered_until if one.step.place >= needed.place else None
        raise TrustTooLow(needed, one.now, one.following, () if until else one.asks, one.waiting, until)


def entrust(tx: Tx, staff: Member, member: Member, step: TrustStep, reason: str, occasion: Occasion) -> Trusted:
    """Put `member` on that step by hand. Raises NotForYourself, TrustUnclear, TrustSame, WordsTooLong."""
    if staff.id == member.id:
        raise NotForYourself
    reason = clear_reason(reason, TrustUnclear)
    before = trust.of_member(tx, member.id).step
    if step is before:
        raise TrustSame(member.name, step)
    _overtake(tx, staff, member, occasion)
    trust.put(tx, member.id, step, staff.id, occasion.now, reason)
    audits.record(tx, occasion.now, staff.id, trust.GIVEN, member.id, reason, before=before.value, step=step.value)
    return changed(member, step, before, reason)


def changed(member: Member, step: TrustStep, before: TrustStep, reason: str, asks: tuple[Checked, ...] = ()) -> Trusted:
    """From one step to another."""
    return Trusted(member.id, member.name, step, before, step.place > before.place, reason, asks)


def _overtake(tx: Tx, staff: Member, member: Member, occasion: Occasion) -> None:
    """What staff were asked about the member has been decided without it."""
    for put in desk_proposals.unsettled(tx, trust_proposals.KIND, member.id, member.id):
        desk_proposals.settle(tx, trust_proposals.KIND, put.id, ProposalState.OVERTAKEN, staff.id, occasion.now)


def known_before(tx: Tx, done: Trusted) -> TrustStep:
    """On which step the member last heard that they stand: a change they have not been told of yet is none to them."""
    waiting = notes.subjects(tx, done.member, "trust")
    return TrustStep(waiting[0]) if waiting else done.before


def _as_it_stands(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """The step the member stands on this evening, when that is another one than they knew."""
    standing, before = trust.of_member(tx, note.member), TrustStep(note.subject)
    if standing.step is before:
        return False
    asks = checklist(standing.needs, standing.needs)
    told = changed(members.get(tx, note.member), standing.step, before, standing.reason, asks)
    return Retold("trust/told", told)


STILL_TRUE = {"trust": _as_it_stands}
