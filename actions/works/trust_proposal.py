"""What staff are asked about steps of trust: found where deeds are looked at, laid on cards, over by its time."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.works.trust import lowered_until
from rules.occasion import Occasion
from rules.programme.conditions import NAMED, Checked, checklist
from rules.programme.trust import TrustStep
from rules.works.trust import AT_FIRST, Standing
from rules.works.trust_proposal import DAY_S, ProposalState, Question, TrustProposal, free_at, holds, to_ask
from storage import figures, members
from storage.engine.tx import Tx
from storage.works import trust, trust_evidence, trust_proposals

MOST_ASKED = 20
SETTLES_S = 60
WORKS_SHOWN, NAMES_SHOWN = 5, 6


@dataclass(frozen=True, slots=True)
class TrustWork:
    """A work that speaks for somebody: of which challenge, and where it can be seen."""

    title: str
    link: str | None
    featured: bool


@dataclass(frozen=True, slots=True)
class TrustProposed:
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


@dataclass(frozen=True, slots=True)
class TrustCard:
    """What staff are asked on one card, until when (UTC seconds), and when the same is asked again at the earliest."""

    card: int
    proposals: tuple[TrustProposed, ...]
    until: int
    again_days: int


def weigh(tx: Tx, first: int, last: int, occasion: Occasion) -> None:
    """Look at the steps of the members from one number to another, who have all agreed: something to ask, or moot."""
    ladder = occasion.programme.trust
    standings = trust.between(tx, first, last)
    open_ones = trust_proposals.unsettled(tx, first, last)
    asked = {name for one in standings.values() for name in one.needs}
    asked |= {name for one in open_ones.values() for name in one.question.needs}
    names = sorted((ladder.names | asked) & NAMED.keys())
    found = figures.between(tx, names, first, last, occasion.now)
    for member in sorted({*found, *standings, *open_ones}):
        standing, have = standings.get(member, AT_FIRST), found.get(member, {})
        put = open_ones.get(member)
        if put is not None:
            _turn(tx, put, true=holds(put.question, standing, have, ladder))
        else:
            _ask(tx, member, standing, have, occasion)


def _turn(tx: Tx, put: TrustProposal, *, true: bool) -> None:
    state = ProposalState.WAITING if true else ProposalState.MOOT
    if state is not put.state:
        trust_proposals.turn(tx, put.id, state)


def _ask(tx: Tx, member: int, standing: Standing, have: dict[str, int], occasion: Occasion) -> None:
    question = to_ask(standing, have, occasion.programme.trust)
    if question is None or not _may_be_asked(tx, member, question, occasion):
        return
    last = trust_proposals.last(tx, member, rises=question.rises)
    if free_at(question, standing, last, occasion.programme.trust) <= occasion.now:
        trust_proposals.add(tx, member, question, occasion.now)


def _may_be_asked(tx: Tx, member: int, question: Question, occasion: Occasion) -> bool:
    """Of one who has agreed; nobody rises while a suspension lowers them."""
    if not members.get(tx, member).covenant_version:
        return False
    return not question.rises or lowered_until(tx, member, occasion) is None


def lay(tx: Tx, occasion: Occasion) -> TrustCard | None:
    """Everything that is new, on one card, once nothing more has come for a moment; not more than staff can look at."""
    new = trust_proposals.unasked(tx, MOST_ASKED)
    room = MOST_ASKED - trust_proposals.asked(tx)
    if not new or room <= 0 or max(one.at for one in new) > occasion.now - SETTLES_S:
        return None
    return _laid(tx, new[:room], occasion)


def _laid(tx: Tx, proposals: Sequence[TrustProposal], occasion: Occasion) -> TrustCard:
    until = occasion.now + occasion.programme.trust.answer_days * DAY_S
    for one in proposals:
        trust_proposals.lay(tx, one.id, proposals[0].id, one.until or until)
    return card(tx, proposals[0].id, occasion)


def deal(tx: Tx, number: int, occasion: Occasion) -> list[TrustCard]:
    """Those that still wait on a card get cards of their own; the first one is the card itself from now on."""
    waiting = [one for one in trust_proposals.on_card(tx, number) if one.state is ProposalState.WAITING]
    return [_laid(tx, [one], occasion) for one in waiting]


def lapse(tx: Tx, occasion: Occasion) -> list[TrustProposed]:
    """Those whose time is over, which nobody has decided; the moot ones go without a word."""
    due = trust_proposals.due(tx, occasion.now)
    for one in due:
        trust_proposals.settle(tx, one.id, ProposalState.LAPSED, None, occasion.now)
    return [proposed(tx, one, occasion) for one in due if one.state is ProposalState.WAITING]


def stale(tx: Tx, occasion: Occasion) -> list[TrustCard]:
    """Cards that have to be written anew; written with this."""
    return [card(tx, number, occasion) for number in trust_proposals.stale(tx)]


def card(tx: Tx, number: int, occasion: Occasion) -> TrustCard:
    """A card as it is to be written now."""
    on_it = trust_proposals.on_card(tx, number)
    trust_proposals.shown(tx, number)
    until = max(one.until or 0 for one in on_it)
    return TrustCard(
        number, tuple(proposed(tx, one, occasion) for one in on_it), until, occasion.programme.trust.again_days
    )


def proposed(tx: Tx, one: TrustProposal, occasion: Occasion) -> TrustProposed:
    """The proposal with its evidence as it is now."""
    question = one.question
    have = figures.of_member(tx, sorted(NAMED.keys() & question.needs.keys()), one.member, occasion.now)
    return TrustProposed(
        one.id,
        one.member,
        members.get(tx, one.member).name,
        question.step,
        question.stood_on,
        question.rises,
        checklist(question.needs, have),
        tuple(TrustWork(*work) for work in trust_evidence.works(tx, one.member, WORKS_SHOWN)),
        tuple(trust_evidence.helped(tx, one.member, NAMES_SHOWN)),
        trust_evidence.given(tx, one.member),
        one.state,
        None if one.settled_by is None else members.get(tx, one.settled_by).name,
        one.reason,
    )
