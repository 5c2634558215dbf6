"""What staff decide about a title of a track that was proposed, or that is to be asked back."""

from dataclasses import dataclass

from actions.works.track_title import TitleChanged, changed, clear_reason, give, record, take_above
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import NAMED, checklist
from rules.programme.wording import Wording
from rules.refusals import NotForYourself
from rules.works.challenge import SkillTrack
from rules.works.track_title import TitleMoot, TitleProposal, TitleSettled, free_at, holds, key_of, standing
from rules.works.trust_proposal import ProposalState
from storage import figures, members
from storage.engine.tx import Tx
from storage.works import title_proposals, track_titles

KEPT = "title.kept"
DECLINED = "title.declined"


@dataclass(frozen=True, slots=True)
class TitleAnswered:
    """Staff want to wait with that title, for that reason; at the earliest they are asked again at `again_at` (UTC seconds)."""

    track: SkillTrack
    title: Wording
    reason: str
    again_at: int


def confirm(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TitleChanged:
    """The member holds that title from now on. Raises NotForYourself, TitleSettled, TitleMoot."""
    put = _true(tx, staff, number, occasion)
    question = put.question
    if not question.rises:
        raise TitleMoot
    give(tx, staff, put.member, question.track, question.title, "", occasion, put.id)
    return _settled(tx, put, staff, track_titles.CONFIRMED, "", occasion)


def take(tx: Tx, staff: Member, number: int, reason: str, occasion: Occasion) -> TitleChanged:
    """A title that is true no longer goes, for that reason. Raises NotForYourself, TitleSettled, TitleMoot, TitleUnclear,
    WordsTooLong.
    """
    put = _true(tx, staff, number, occasion)
    question, reason = put.question, clear_reason(reason)
    if question.rises:
        raise TitleMoot
    take_above(tx, staff, put.member, question.track, question.title, reason, occasion)
    return _settled(tx, put, staff, track_titles.LOWERED, reason, occasion)


def confirm_all(tx: Tx, staff: Member, card: int, occasion: Occasion) -> list[tuple[TitleChanged, int]]:
    """All on the card that wait for a title and are nobody's own, each with its proposal. Raises NotForYourself, TitleSettled."""
    on_it = title_proposals.on_card(tx, card)
    waiting = [one for one in on_it if one.state is ProposalState.WAITING and one.question.rises]
    others = [one for one in waiting if one.member != staff.id]
    if not others:
        raise NotForYourself if waiting else TitleSettled
    return [(confirm(tx, staff, one.id, occasion), one.id) for one in others]


def decline(tx: Tx, staff: Member, number: int, reason: str, occasion: Occasion) -> TitleProposal:
    """Not yet, for that reason, which the member reads. Raises NotForYourself, TitleSettled, TitleUnclear, WordsTooLong."""
    put = _open(tx, staff, number)
    _settle(tx, put, ProposalState.DECLINED, staff, DECLINED, clear_reason(reason), occasion)
    return title_proposals.get(tx, number)


def keep(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TitleProposal:
    """The member keeps it, although it is not all there any more. Raises NotForYourself, TitleSettled."""
    put = _open(tx, staff, number)
    _settle(tx, put, ProposalState.DECLINED, staff, KEPT, None, occasion)
    return title_proposals.get(tx, number)


def answered(one: TitleProposal, occasion: Occasion) -> TitleAnswered:
    """What the member reads of it."""
    ladder = occasion.programme.track_titles
    title = ladder.called(one.question.title)
    return TitleAnswered(one.question.track, title, one.reason or "", free_at(one, None, ladder))


def _still_declined(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nothing else has been decided since."""
    one = title_proposals.get(tx, int(note.subject))
    last = title_proposals.last(tx, note.member, one.question)
    now = standing(track_titles.in_track(tx, note.member, one.question.track), occasion.programme.track_titles)
    return last is not None and last.id == one.id and key_of(now) == one.question.stood_on


def _open(tx: Tx, staff: Member, number: int) -> TitleProposal:
    put = title_proposals.get(tx, number)
    if put.member == staff.id:
        raise NotForYourself
    if put.settled:
        raise TitleSettled
    if put.state is ProposalState.MOOT:
        raise TitleMoot
    return put


def _true(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TitleProposal:
    put = _open(tx, staff, number)
    have = figures.of_member(tx, sorted(NAMED.keys() & put.question.needs.keys()), put.member, occasion.now)
    held = track_titles.in_track(tx, put.member, put.question.track)
    if not holds(put.question, held, have, occasion.programme.track_titles):
        raise TitleMoot
    return put


def _settled(tx: Tx, put: TitleProposal, staff: Member, act: str, reason: str, occasion: Occasion) -> TitleChanged:
    _settle(tx, put, ProposalState.CONFIRMED, staff, act, reason or None, occasion)
    question = put.question
    asks = checklist(question.needs, question.needs) if question.rises else ()
    member = members.get(tx, put.member)
    return changed(member, question.track, question.title, question.stood_on, reason, asks, occasion)


def _settle(
    tx: Tx, put: TitleProposal, state: ProposalState, staff: Member, act: str, reason: str | None, occasion: Occasion
) -> None:
    title_proposals.settle(tx, put.id, state, staff.id, occasion.now, reason)
    question = put.question
    record(tx, staff, act, put.member, reason, question.track, question.stood_on, question.title, occasion)


STILL_TRUE = {"title_declined": _still_declined}
