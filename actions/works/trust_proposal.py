"""What staff are asked about steps of trust: found where deeds are looked at, laid on cards, over by its time."""

from msgspec import Struct

from actions.works.desk_proposal import ProposalDesk, figures_of
from actions.works.trust import lowered_until
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import NAMED, Checked, checklist
from rules.programme.trust import TrustStep
from rules.works.desk_proposal import ProposalState
from rules.works.trust import AT_FIRST, Standing, TrustUnclear
from rules.works.trust_proposal import Question, TrustMoot, TrustProposal, TrustSettled, free_at, holds, to_ask
from storage import audits, figures, members
from storage.engine.tx import Tx
from storage.works import desk_proposals, trust, trust_evidence, trust_proposals, work_evidence

WORKS_SHOWN, NAMES_SHOWN = 5, 6


class TrustWork(Struct, frozen=True):
    """A work that speaks for somebody: of which challenge, and where it can be seen."""

    title: str
    link: str | None
    featured: bool


class TrustProposed(Struct, frozen=True):
    """One that is proposed for another step, with what speaks for it, and how it stands. `rises`: a higher one.

    `given` are the warnings, mutes and suspensions in the record; `by` decided it, with that `reason`.
    """

    proposal: int
    member: int
    name: str
    step: TrustStep
    stood_on: TrustStep
    rises: bool
    asks: tuple[Checked, ...]
    works: tuple[TrustWork, ...]
    helped: tuple[str, ...]
    given: int
    state: ProposalState
    by: str | None
    reason: str | None


def weigh(tx: Tx, first: int, last: int, occasion: Occasion) -> None:
    """Look at the steps of the members from one number to another, who have all agreed: something to ask, or moot."""
    ladder = occasion.programme.trust
    standings = trust.between(tx, first, last)
    open_ones = {one.member: one for one in desk_proposals.unsettled(tx, trust_proposals.KIND, first, last)}
    asked = {name for one in standings.values() for name in one.needs}
    asked |= {name for one in open_ones.values() for name in one.question.needs}
    names = sorted((ladder.names | asked) & NAMED.keys())
    found = figures.between(tx, names, first, last, occasion.now)
    for member in sorted({*found, *standings, *open_ones}):
        standing, have = standings.get(member, AT_FIRST), found.get(member, {})
        put = open_ones.get(member)
        if put is not None:
            DESK.turn(tx, put, true=holds(put.question, standing, have, ladder))
        else:
            _ask(tx, member, standing, have, occasion)


def _ask(tx: Tx, member: int, standing: Standing, have: dict[str, int], occasion: Occasion) -> None:
    question = to_ask(standing, have, occasion.programme.trust)
    if question is None or not _may_be_asked(tx, member, question, occasion):
        return
    last = trust_proposals.last(tx, member, rises=question.rises)
    if free_at(question, standing, last, occasion.programme.trust) <= occasion.now:
        desk_proposals.add(tx, trust_proposals.KIND, member, question, occasion.now)


def _may_be_asked(tx: Tx, member: int, question: Question, occasion: Occasion) -> bool:
    """Of one who has agreed; nobody rises who is not there, or while a suspension lowers them."""
    one = members.get(tx, member)
    if not one.covenant_version:
        return False
    return not question.rises or (one.home is not None and lowered_until(tx, member, occasion) is None)


def proposed(tx: Tx, one: TrustProposal, occasion: Occasion) -> TrustProposed:
    """The proposal with its evidence as it is now."""
    question = one.question
    return TrustProposed(
        one.id,
        one.member,
        members.get(tx, one.member).name,
        question.step,
        question.stood_on,
        question.rises,
        checklist(question.needs, figures_of(tx, one, occasion)),
        tuple(TrustWork(*work) for work in work_evidence.latest(tx, one.member, WORKS_SHOWN)),
        tuple(trust_evidence.helped(tx, one.member, NAMES_SHOWN)),
        trust_evidence.given(tx, one.member),
        one.state,
        None if one.settled_by is None else members.get(tx, one.settled_by).name,
        one.reason,
    )


def _record(tx: Tx, staff: Member, act: str, put: TrustProposal, reason: str | None, occasion: Occasion) -> None:
    steps = {"before": put.question.stood_on.value, "step": put.question.step.value}
    audits.record(tx, occasion.now, staff.id, act, put.member, reason, **steps)


DESK = ProposalDesk(
    kind=trust_proposals.KIND,
    times=lambda occasion: occasion.programme.trust,
    proposed=proposed,
    record=_record,
    declined="trust.declined",
    kept="trust.kept",
    settled=TrustSettled,
    moot=TrustMoot,
    unclear=TrustUnclear,
)
