"""What staff are asked about titles of the tracks: found where deeds are looked at, laid on cards, over by its time."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.works.trust_proposal import TrustWork
from rules.occasion import Occasion
from rules.programme.conditions import NAMED, Checked, checklist
from rules.programme.wording import Wording
from rules.works.challenge import SkillTrack
from rules.works.track_title import HeldTitle, TitleProposal, free_at, holds, to_ask
from rules.works.trust_proposal import DAY_S, ProposalState
from storage import figures, members
from storage.engine.tx import Tx
from storage.works import title_evidence, title_proposals, track_titles, trust_evidence

MOST_ASKED = 20
SETTLES_S = 60
WORKS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class TitleProposed:
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


@dataclass(frozen=True, slots=True)
class TitleCard:
    """What staff are asked on one card, until when (UTC seconds), and when the same is asked again at the earliest."""

    card: int
    proposals: tuple[TitleProposed, ...]
    until: int
    again_days: int


def weigh(tx: Tx, first: int, last: int, occasion: Occasion) -> None:
    """Look at the titles of the members from one number to another, who have all agreed: something to ask, or moot."""
    ladder = occasion.programme.track_titles
    held = track_titles.between(tx, first, last)
    open_ones = title_proposals.unsettled(tx, first, last)
    asked = {name for theirs in held.values() for some in theirs.values() for one in some for name in one.needs}
    asked |= {name for one in open_ones.values() for name in one.question.needs}
    found = figures.between(tx, sorted((ladder.names | asked) & NAMED.keys()), first, last, occasion.now)
    for member in sorted({*found, *held, *(member for member, _ in open_ones)}):
        for track in SkillTrack:
            theirs, have = held.get(member, {}).get(track, []), found.get(member, {})
            put = open_ones.get((member, track))
            if put is not None:
                _turn(tx, put, true=holds(put.question, theirs, have, ladder))
            else:
                _ask(tx, member, track, theirs, have, occasion)


def _turn(tx: Tx, put: TitleProposal, *, true: bool) -> None:
    state = ProposalState.WAITING if true else ProposalState.MOOT
    if state is not put.state:
        title_proposals.turn(tx, put.id, state)


def _ask(
    tx: Tx, member: int, track: SkillTrack, theirs: list[HeldTitle], have: dict[str, int], occasion: Occasion
) -> None:
    ladder = occasion.programme.track_titles
    question = to_ask(track, theirs, have, ladder)
    if question is None:
        return
    one = members.get(tx, member)
    if not one.covenant_version or (question.rises and one.suspended(occasion.now)):
        return
    taken_at = track_titles.last_taken(tx, member, track) if question.rises else None
    if free_at(title_proposals.last(tx, member, question), taken_at, ladder) <= occasion.now:
        title_proposals.add(tx, member, question, occasion.now)


def lay(tx: Tx, occasion: Occasion) -> TitleCard | None:
    """Everything that is new, on one card, once nothing more has come for a moment; not more than staff can look at."""
    new = title_proposals.unasked(tx, MOST_ASKED)
    room = MOST_ASKED - title_proposals.asked(tx)
    if not new or room <= 0 or max(one.at for one in new) > occasion.now - SETTLES_S:
        return None
    return _laid(tx, new[:room], occasion)


def _laid(tx: Tx, proposals: Sequence[TitleProposal], occasion: Occasion) -> TitleCard:
    until = occasion.now + occasion.programme.track_titles.answer_days * DAY_S
    for one in proposals:
        title_proposals.lay(tx, one.id, proposals[0].id, one.until or until)
    return card(tx, proposals[0].id, occasion)


def deal(tx: Tx, number: int, occasion: Occasion) -> list[TitleCard]:
    """Those that still wait on a card get cards of their own; the first one is the card itself from now on."""
    waiting = [one for one in title_proposals.on_card(tx, number) if one.state is ProposalState.WAITING]
    return [_laid(tx, [one], occasion) for one in waiting]


def lapse(tx: Tx, occasion: Occasion) -> list[TitleProposed]:
    """Those whose time is over, which nobody has decided; the moot ones go without a word."""
    due = title_proposals.due(tx, occasion.now)
    for one in due:
        title_proposals.settle(tx, one.id, ProposalState.LAPSED, None, occasion.now)
    return [proposed(tx, one, occasion) for one in due if one.state is ProposalState.WAITING]


def stale(tx: Tx, occasion: Occasion) -> list[TitleCard]:
    """Cards that have to be written anew; written with this."""
    return [card(tx, number, occasion) for number in title_proposals.stale(tx)]


def card(tx: Tx, number: int, occasion: Occasion) -> TitleCard:
    """A card as it is to be written now."""
    on_it = title_proposals.on_card(tx, number)
    title_proposals.shown(tx, number)
    until = max(one.until or 0 for one in on_it)
    shown = tuple(proposed(tx, one, occasion) for one in on_it)
    return TitleCard(number, shown, until, occasion.programme.track_titles.again_days)


def proposed(tx: Tx, one: TitleProposal, occasion: Occasion) -> TitleProposed:
    """The proposal with its evidence as it is now."""
    question, ladder = one.question, occasion.programme.track_titles
    have = figures.of_member(tx, sorted(NAMED.keys() & question.needs.keys()), one.member, occasion.now)
    return TitleProposed(
        one.id,
        one.member,
        members.get(tx, one.member).name,
        question.track,
        ladder.called(question.title),
        ladder.called(question.stood_on),
        question.rises,
        checklist(question.needs, have),
        tuple(TrustWork(*work) for work in title_evidence.works(tx, one.member, question.track, WORKS_SHOWN)),
        trust_evidence.given(tx, one.member),
        one.state,
        None if one.settled_by is None else members.get(tx, one.settled_by).name,
        one.reason,
    )
