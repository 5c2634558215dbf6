"""At the end both are asked for a word to the other, who reads it; the group reads it only by their choice."""

from msgspec import Struct

from actions.honour.mentoring import known, meeting_place
from rules.daily.thanks import unaddressed
from rules.honour.mentoring import THANKS_MOST, Mentoring, MentoringMoved, MentoringNotYours, MentoringState, ThanksOut
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import ButtonGone
from storage import members
from storage.engine.tx import Tx
from storage.honour import first_steps, mentoring_words, mentorings


class MentoringOver(Struct, frozen=True):
    """It is over, as one of the two reads it: who the `other` is, whether one was the `mentor`, how many steps were taken,
    and whether it came to its end.
    """

    id: int
    member: int
    other: str
    mentor: bool
    taken: int
    good: bool


class ThanksAsked(Struct, frozen=True):
    """A word to the other, in so many characters at most."""

    other: str
    most: int


class ThanksSaid(Struct, frozen=True):
    """What `author` said to `other` (our id `to`); `group`: where it can be said openly (None: nowhere)."""

    id: int
    author: str
    to: int
    other: str
    words: str
    by_mentor: bool
    group: int | None


def over(tx: Tx, found: Mentoring, member: int) -> MentoringOver:
    """How it ended, for one of the two."""
    other, taken = members.get(tx, found.other(member)).name, len(first_steps.taken(tx, found.newcomer))
    return MentoringOver(found.id, member, other, member == found.mentor, taken, found.good)


def asked(tx: Tx, number: int, author: Member) -> ThanksAsked:
    """What would they like to say? Raises MentoringNotYours, MentoringMoved, ThanksOut."""
    found = _open(tx, number, author)
    return ThanksAsked(members.get(tx, found.other(author.id)).name, THANKS_MOST)


def thank(tx: Tx, number: int, author: Member, words: str, occasion: Occasion) -> ThanksSaid:
    """They say it. Raises MentoringNotYours, MentoringMoved, ThanksOut, WordsTooLong."""
    found = _open(tx, number, author)
    other = members.get(tx, found.other(author.id)).name
    said = unaddressed(within(" ".join(words.split()), THANKS_MOST), other)
    mentoring_words.thank(tx, number, author.id, said, occasion.now)
    return _said(tx, found, author, said)


def say_openly(tx: Tx, number: int, author: Member) -> ThanksSaid:
    """The group reads it as well. Raises MentoringNotYours, MentoringMoved, ThanksOut, ButtonGone."""
    found = _open(tx, number, author)
    known_ = mentoring_words.thanked(tx, number, author.id)
    said = _said(tx, found, author, known_.words) if known_ else None
    if said is None or said.group is None:
        raise ButtonGone
    mentoring_words.say_openly(tx, number, author.id)
    return said


def take_back(tx: Tx, number: int, author: Member) -> Mentoring:
    """They would rather have said nothing. Raises MentoringNotYours, MentoringMoved, ButtonGone."""
    found = _ended(tx, number, author)
    if not mentoring_words.take_back(tx, number, author.id):
        raise ButtonGone
    return found


def _said(tx: Tx, found: Mentoring, author: Member, words: str) -> ThanksSaid:
    other, by_mentor = members.get(tx, found.other(author.id)), author.id == found.mentor
    place = meeting_place(tx, found) if found.openly and not (other.hidden or author.hidden) else None
    return ThanksSaid(found.id, author.name, other.id, other.name, words, by_mentor, place)


def _ended(tx: Tx, number: int, member: Member) -> Mentoring:
    found = known(tx, number)
    if member.id not in (found.newcomer, found.mentor):
        raise MentoringNotYours
    if found.state is not MentoringState.OVER or found.mentor is None:
        raise MentoringMoved(found.state)
    return found


def _open(tx: Tx, number: int, member: Member) -> Mentoring:
    found = _ended(tx, number, member)
    said = mentoring_words.thanked(tx, number, member.id)
    if said is not None and said.openly:
        raise ThanksOut
    return found


def _still_thanks(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether it has not been taken back."""
    found = mentorings.get(tx, int(note.subject))
    return found is not None and mentoring_words.thanked(tx, found.id, found.other(note.member)) is not None


STILL_TRUE = {"mentoring_thanks": _still_thanks}
