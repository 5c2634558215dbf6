"""What staff decide about a title of a track that was proposed, or that is to be asked back."""

from msgspec import Struct

from actions.works.desk_proposal import figures_of
from actions.works.title_proposal import DESK
from actions.works.track_title import TitleChanged, changed, give, take_above
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import checklist
from rules.programme.wording import Wording
from rules.works.challenge import SkillTrack
from rules.works.desk_proposal import clear_reason
from rules.works.track_title import TitleMoot, TitleProposal, TitleUnclear, free_at, holds, key_of, standing
from storage import members
from storage.engine.tx import Tx
from storage.works import desk_proposals, title_proposals, track_titles


class TitleAnswered(Struct, frozen=True):
    """Staff want to wait with that title, for that reason; at the earliest they are asked again at `again_at` (UTC seconds)."""

    track: SkillTrack
    title: Wording
    reason: str
    again_at: int


def confirm(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TitleChanged:
    """The member holds that title from now on. Raises NotForYourself, NotHereNow, TitleSettled, TitleMoot."""
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
    question, reason = put.question, clear_reason(reason, TitleUnclear)
    if question.rises:
        raise TitleMoot
    take_above(tx, staff, put.member, question.track, question.title, reason, occasion)
    return _settled(tx, put, staff, track_titles.LOWERED, reason, occasion)


def answered(one: TitleProposal, occasion: Occasion) -> TitleAnswered:
    """What the member reads of it."""
    ladder = occasion.programme.track_titles
    title = ladder.called(one.question.title)
    return TitleAnswered(one.question.track, title, one.reason or "", free_at(one, None, ladder))


def _still_declined(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether nothing else has been decided since."""
    one = desk_proposals.get(tx, title_proposals.KIND, int(note.subject))
    last = title_proposals.last(tx, note.member, one.question)
    now = standing(track_titles.in_track(tx, note.member, one.question.track), occasion.programme.track_titles)
    return last is not None and last.id == one.id and key_of(now) == one.question.stood_on


def _true(tx: Tx, staff: Member, number: int, occasion: Occasion) -> TitleProposal:
    put = DESK.open(tx, staff, number)
    held = track_titles.in_track(tx, put.member, put.question.track)
    if not holds(put.question, held, figures_of(tx, put, occasion), occasion.programme.track_titles):
        raise TitleMoot
    return put


def _settled(tx: Tx, put: TitleProposal, staff: Member, act: str, reason: str, occasion: Occasion) -> TitleChanged:
    DESK.confirm(tx, put, staff, act, reason or None, occasion)
    question = put.question
    asks = checklist(question.needs, question.needs) if question.rises else ()
    member = members.get(tx, put.member)
    return changed(member, question.track, question.title, question.stood_on, reason, asks, occasion)


STILL_TRUE = {"title_declined": _still_declined}
