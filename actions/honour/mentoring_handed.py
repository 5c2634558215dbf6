"""A mentor hands over: to the open list, or to a named mentor who says yes. Steps and notes go along."""

from msgspec import Struct

from actions.honour.mentoring import back, candidates, require_mentor, require_newcomer
from actions.honour.mentoring_seen import MentoringSeen, seen
from rules.honour.mentoring import (
    NOTE_MOST,
    NOTES_MOST,
    MentorCandidate,
    MentorFull,
    Mentoring,
    MentoringFullOfNotes,
    MentoringMoved,
    MentoringNotYours,
    MentoringState,
)
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import Member
from storage import members
from storage.engine.tx import Tx
from storage.honour import mentoring_words, mentorings


class Handing(Struct, frozen=True):
    """To whom a mentor can hand over, who fits best first."""

    seen: MentoringSeen
    candidates: tuple[MentorCandidate, ...]


MOST_NAMED = 6


def handing(tx: Tx, number: int, mentor: Member, occasion: Occasion) -> Handing:
    """Who could go on. Raises MentoringNotYours, MentoringMoved."""
    found = _running(tx, number, mentor)
    return Handing(seen(tx, found, occasion), tuple(candidates(tx, found, occasion)[:MOST_NAMED]))


def hand_on(tx: Tx, number: int, mentor: Member, occasion: Occasion) -> Mentoring:
    """To the open list. Raises MentoringNotYours, MentoringMoved."""
    return back(tx, _running(tx, number, mentor).handed(), occasion, but=mentor.id)


def hand_to(tx: Tx, number: int, mentor: Member, to: int, occasion: Occasion) -> Mentoring:
    """To that mentor, who is asked. Raises MentoringNotYours, MentoringMoved, MentorFull."""
    found = _running(tx, number, mentor)
    if to not in [one.member for one in candidates(tx, found, occasion)]:
        raise MentorFull(members.get(tx, to).name, own=False)
    mentorings.passed(tx, found.id, mentor.id)
    return mentorings.move(tx, found.handed(), MentoringState.ASKED, occasion.now, to)


def write(tx: Tx, number: int, author: Member, words: str, occasion: Occasion) -> Mentoring:
    """One of the two writes something down. Raises MentoringNotYours, MentoringMoved, WordsTooLong, MentoringFullOfNotes."""
    found = _of_the_two(tx, number, author)
    if found.state is not MentoringState.RUNNING:
        raise MentoringMoved(found.state)
    if len(mentoring_words.notes(tx, number, NOTES_MOST)) >= NOTES_MOST:
        raise MentoringFullOfNotes(NOTES_MOST)
    mentoring_words.note(tx, number, author.id, within(" ".join(words.split()), NOTE_MOST), occasion.now)
    return found


def _of_the_two(tx: Tx, number: int, member: Member) -> Mentoring:
    try:
        return require_mentor(tx, number, member)
    except MentoringNotYours:
        return require_newcomer(tx, number, member)


def _running(tx: Tx, number: int, mentor: Member) -> Mentoring:
    found = require_mentor(tx, number, mentor)
    if found.state is not MentoringState.RUNNING:
        raise MentoringMoved(found.state)
    return found
