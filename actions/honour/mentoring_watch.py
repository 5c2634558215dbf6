"""What time does to wishes and offers: what nobody has answered goes on without a word of blame."""

from msgspec import Struct

from actions.honour import mentor as mentor_actions
from actions.honour.mentor import MentorOfferCard
from actions.honour.mentoring import back
from rules.honour.mentoring import ANSWER_DAYS, MEETING_DAYS, WAITS_DAYS, Ending, Mentoring, MentoringState
from rules.note import WaitingNote
from rules.occasion import DAY_S, Occasion
from storage.engine.tx import Tx
from storage.honour import mentorings, mentors


class MentorsWatched(Struct, frozen=True):
    """What has changed: offers that lapsed; wishes that are `returned` to the list, that are `over`, for which nobody was
    found (`unmatched`).
    """

    lapsed: tuple[MentorOfferCard, ...]
    returned: tuple[Mentoring, ...]
    over: tuple[Mentoring, ...]
    unmatched: tuple[Mentoring, ...]


def look(tx: Tx, occasion: Occasion) -> MentorsWatched:
    """Whatever time has brought since."""
    lapsed = tuple(mentor_actions.lapse(tx, occasion))
    returned = tuple(back(tx, one, occasion) for one in _since(tx, MentoringState.ASKED, ANSWER_DAYS, occasion))
    over = _ended(tx, MentoringState.MEETING, MEETING_DAYS, Ending.APART, occasion)
    unmatched = _ended(tx, MentoringState.WAITING, WAITS_DAYS, Ending.UNMATCHED, occasion)
    return MentorsWatched(lapsed, returned, over, unmatched)


def _since(tx: Tx, state: MentoringState, days: int, occasion: Occasion) -> list[Mentoring]:
    return mentorings.in_state(tx, state, occasion.now - days * DAY_S)


def _ended(tx: Tx, state: MentoringState, days: int, ending: Ending, occasion: Occasion) -> tuple[Mentoring, ...]:
    due = _since(tx, state, days, occasion)
    return tuple(mentorings.end(tx, one, ending, occasion.now) for one in due)


def _still_asked(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = mentorings.get(tx, int(note.subject))
    return found is not None and found.state is MentoringState.ASKED and found.mentor == note.member


def _still_over(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether the newcomer has no other wish since."""
    return mentorings.of_newcomer(tx, note.member) is None


def _still_given_back(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    found = mentorings.get(tx, int(note.subject))
    return found is not None and found.mentor != note.member and mentor_actions.is_mentor(tx, note.member)


def _still_lapsed(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    last = mentors.last_offer(tx, note.member)
    return last is not None and last.id == int(note.subject) and not mentor_actions.is_mentor(tx, note.member)


STILL_TRUE = {
    "mentoring": _still_asked,
    "mentoring_unmatched": _still_over,
    "mentoring_back": _still_given_back,
    "mentor_lapsed": _still_lapsed,
}
