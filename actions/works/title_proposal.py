"""What staff are asked about titles of the tracks: found where deeds are looked at, laid on cards, over by its time."""

from msgspec import Struct

from actions.presence import is_here
from actions.works.desk_proposal import ProposalDesk, figures_of
from actions.works.track_title import record
from actions.works.trust_proposal import TrustWork
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import NAMED, Checked, checklist
from rules.programme.wording import Wording
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import ProposalState
from rules.works.track_title import (
    HeldTitle,
    TitleMoot,
    TitleProposal,
    TitleSettled,
    TitleUnclear,
    free_at,
    holds,
    to_ask,
)
from storage import figures, members
from storage.engine.tx import Tx
from storage.works import desk_proposals, title_proposals, track_titles, trust_evidence, work_evidence

WORKS_SHOWN = 6


class TitleProposed(Struct, frozen=True):
    """One that is proposed for a title of a track, or to be asked for one back (`rises`), with what speaks for it.

    `stood_on` is the title before (empty: none). `given` are the warnings, mutes and suspensions in the record; `by`
    decided it, with that `reason`.
    """

    proposal: int
    member: int
    name: str
    track: SkillTrack
    title: Wording
    stood_on: Wording
    rises: bool
    asks: tuple[Checked, ...]
    works: tuple[TrustWork, ...]
    given: int
    state: ProposalState
    by: str | None
    reason: str | None


def weigh(tx: Tx, first: int, last: int, occasion: Occasion) -> None:
    """Look at the titles of the members from one number to another, who have all agreed: something to ask, or moot."""
    ladder = occasion.programme.track_titles
    held = track_titles.between(tx, first, last)
    unsettled = desk_proposals.unsettled(tx, title_proposals.KIND, first, last)
    open_ones = {(one.member, one.question.track): one for one in unsettled}
    asked = {name for theirs in held.values() for some in theirs.values() for one in some for name in one.needs}
    asked |= {name for one in open_ones.values() for name in one.question.needs}
    found = figures.between(tx, sorted((ladder.names | asked) & NAMED.keys()), first, last, occasion.now)
    for member in sorted({*found, *held, *(member for member, _ in open_ones)}):
        for track in SkillTrack:
            theirs, have = held.get(member, {}).get(track, []), found.get(member, {})
            put = open_ones.get((member, track))
            if put is not None:
                DESK.turn(tx, put, true=holds(put.question, theirs, have, ladder))
            else:
                _ask(tx, member, track, theirs, have, occasion)


def _ask(
    tx: Tx, member: int, track: SkillTrack, theirs: list[HeldTitle], have: dict[str, int], occasion: Occasion
) -> None:
    ladder = occasion.programme.track_titles
    question = to_ask(track, theirs, have, ladder)
    if question is None:
        return
    one = members.get(tx, member)
    if not one.covenant_version or (question.rises and not is_here(one, occasion)):
        return
    taken_at = track_titles.last_taken(tx, member, track) if question.rises else None
    if free_at(title_proposals.last(tx, member, question), taken_at, ladder) <= occasion.now:
        desk_proposals.add(tx, title_proposals.KIND, member, question, occasion.now)


def proposed(tx: Tx, one: TitleProposal, occasion: Occasion) -> TitleProposed:
    """The proposal with its evidence as it is now."""
    question, ladder = one.question, occasion.programme.track_titles
    return TitleProposed(
        one.id,
        one.member,
        members.get(tx, one.member).name,
        question.track,
        ladder.called(question.title),
        ladder.called(question.stood_on),
        question.rises,
        checklist(question.needs, figures_of(tx, one, occasion)),
        tuple(TrustWork(*work) for work in work_evidence.of_track(tx, one.member, question.track, WORKS_SHOWN)),
        trust_evidence.given(tx, one.member),
        one.state,
        None if one.settled_by is None else members.get(tx, one.settled_by).name,
        one.reason,
    )


def _record(tx: Tx, staff: Member, act: str, put: TitleProposal, reason: str | None, occasion: Occasion) -> None:
    question = put.question
    record(tx, staff, act, put.member, reason, question.track, question.stood_on, question.title, occasion)


DESK = ProposalDesk(
    kind=title_proposals.KIND,
    times=lambda occasion: occasion.programme.track_titles,
    proposed=proposed,
    record=_record,
    declined="title.declined",
    kept="title.kept",
    settled=TitleSettled,
    moot=TitleMoot,
    unclear=TitleUnclear,
    alone=lambda question: not question.rises,
)
