"""A newcomer wishes for a mentor; staff ask one, or one takes the wish from the open list; the newcomer has the last word."""

from collections.abc import Iterator

from msgspec import Struct

from actions.honour.mentor import is_mentor, told
from actions.presence import require_here
from rules.ends import day_ends_at
from rules.honour.mentor import Ways
from rules.honour.mentoring import (
    GOES_ON_DAYS,
    Ending,
    MentorCandidate,
    MentorFull,
    Mentoring,
    MentoringMoved,
    MentoringNotYours,
    MentoringState,
    MentoringUnderWay,
    NewcomersOnly,
    ranked,
    require_move,
    same_car,
    shared,
)
from rules.occasion import DAY_S, Occasion
from rules.people import Member
from rules.refusals import ButtonGone, NotForYourself
from rules.works.challenge import SkillTrack
from storage import audits, members
from storage.engine.tx import Tx
from storage.honour import mentorings, mentors


class NewcomerNamed(Struct, frozen=True):
    """Whom something is about."""

    name: str


def may_wish(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether the member is new enough for a mentor, and none themselves."""
    since = members.seniority(tx, member.id).since or member.first_seen
    days = occasion.programme.mentors.newcomer_days
    return occasion.now - since <= days * DAY_S and not is_mentor(tx, member.id)


def question_due(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether it is time to ask the member, once, if they want a mentor: somebody has room for them."""
    if mentorings.known(tx, member.id) or not may_wish(tx, member, occasion):
        return False
    if not any(_room(tx, one.id, occasion) for one in mentors.serving(tx, occasion.now) if one.id != member.id):
        return False
    mentorings.asked(tx, member.id, occasion.now)
    return True


def offered(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether the member may wish for a mentor; who reads so by themselves is not asked any more."""
    free = may_wish(tx, member, occasion)
    if free:
        mentorings.asked(tx, member.id, occasion.now)
    return free


def wish(tx: Tx, member: Member, occasion: Occasion) -> Mentoring:
    """What the member would like so far. Raises NewcomersOnly, MentoringUnderWay."""
    found = mentorings.of_newcomer(tx, member.id)
    if found is None:
        if not may_wish(tx, member, occasion):
            raise NewcomersOnly(occasion.programme.mentors.newcomer_days)
        return mentorings.wish(tx, member.id, occasion.now)
    if found.state is not MentoringState.WISHING:
        raise MentoringUnderWay
    return found


def turn(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> Mentoring:
    """They would like to learn that, or not after all."""
    found = wish(tx, member, occasion)
    ways = Ways(found.ways.turned(track), found.ways.car, found.ways.words)
    mentorings.tell(tx, found.id, ways)
    return wish(tx, member, occasion)


def say(tx: Tx, member: Member, part: str, words: str, occasion: Occasion) -> Mentoring:
    """Their `car`, or in their own `words` what they would like. Raises WordsTooLong."""
    found = wish(tx, member, occasion)
    mentorings.tell(tx, found.id, told(found.ways, part, words))
    return wish(tx, member, occasion)


def want(tx: Tx, member: Member, occasion: Occasion) -> Mentoring:
    """They want a mentor: the wish stands on the open list."""
    return mentorings.move(tx, wish(tx, member, occasion), MentoringState.WAITING, occasion.now)


def let_be(tx: Tx, member: Member, occasion: Occasion) -> Mentoring | None:
    """They would rather not, or not any more; None where there was nothing. Raises MentoringUnderWay once the two have met."""
    found = mentorings.of_newcomer(tx, member.id)
    if found is not None and found.state is MentoringState.RUNNING:
        raise MentoringUnderWay
    return mentorings.end(tx, found, Ending.APART, occasion.now) if found else None


def part(tx: Tx, found: Mentoring, occasion: Occasion) -> Mentoring:
    """The newcomer goes on alone. Raises MentoringMoved where it is over."""
    if found.state is MentoringState.OVER:
        raise MentoringMoved(found.state)
    return mentorings.end(tx, found, Ending.APART, occasion.now)


def candidates(tx: Tx, found: Mentoring, occasion: Occasion) -> list[MentorCandidate]:
    """Mentors who have room for the newcomer, who fits best first."""
    return ranked(_candidates(tx, found, occasion))


def _candidates(tx: Tx, found: Mentoring, occasion: Occasion) -> Iterator[MentorCandidate]:
    passed, newcomer = mentorings.passed_by(tx, found.id), members.get(tx, found.newcomer)
    for one in mentors.serving(tx, occasion.now):
        if one.id in passed or one.id in (newcomer.id, found.mentor) or not _room(tx, one.id, occasion):
            continue
        ways = mentors.get(tx, one.id).ways
        yield MentorCandidate(
            one.id,
            one.name,
            shared(found.ways, ways),
            same_car(found.ways.car, ways.car),
            one.locale == newcomer.locale,
            mentorings.load(tx, one.id),
        )


def ask(tx: Tx, number: int, mentor: int, by: Member, occasion: Occasion) -> Mentoring:
    """Staff ask a mentor. Raises NotForYourself, NotHereNow, MentorFull, MentoringMoved."""
    found = known(tx, number)
    if by.id == found.newcomer:
        raise NotForYourself
    if found.state is not MentoringState.WAITING:
        raise MentoringMoved(found.state)
    require_here(tx, found.newcomer, occasion)
    _require_room(tx, mentor, occasion, own=False)
    audits.record(tx, occasion.now, by.id, "mentoring.ask", mentor, None, mentoring=number)
    return mentorings.move(tx, found, MentoringState.ASKED, occasion.now, mentor)


def take(tx: Tx, number: int, mentor: Member, occasion: Occasion) -> Mentoring:
    """A mentor takes it from the open list. Raises MentoringNotYours, NotHereNow, MentorFull, MentoringMoved."""
    found = known(tx, number)
    if not is_mentor(tx, mentor.id) or mentor.id == found.newcomer or mentor.id in mentorings.passed_by(tx, number):
        raise MentoringNotYours
    if found.state is not MentoringState.WAITING:
        raise MentoringMoved(found.state)
    require_here(tx, found.newcomer, occasion)
    _require_room(tx, mentor.id, occasion, own=True)
    return mentorings.move(tx, found, MentoringState.MEETING, occasion.now, mentor.id)


def accept(tx: Tx, number: int, mentor: Member, occasion: Occasion) -> Mentoring:
    """The mentor who was asked is glad to. Raises MentoringNotYours, MentoringMoved."""
    found = require_mentor(tx, number, mentor)
    require_move(found, MentoringState.MEETING)
    return mentorings.move(tx, found, MentoringState.MEETING, occasion.now, mentor.id)


def pass_on(tx: Tx, number: int, mentor: Member, occasion: Occasion) -> Mentoring:
    """This time not: it is back on the open list. Raises MentoringNotYours, MentoringMoved."""
    found = require_mentor(tx, number, mentor)
    if found.state is not MentoringState.ASKED:
        raise MentoringMoved(found.state)
    return back(tx, found, occasion, but=mentor.id)


def meet(tx: Tx, number: int, newcomer: Member, occasion: Occasion, *, openly: bool) -> Mentoring:
    """The newcomer would like to meet them, in the group or in private. Raises MentoringNotYours, MentoringMoved."""
    found = require_newcomer(tx, number, newcomer)
    require_move(found, MentoringState.RUNNING)
    now, days, zone = occasion.now, occasion.programme.mentors.lasts_days, occasion.seen_from(newcomer.timezone).zone
    least = day_ends_at(now, min(days, GOES_ON_DAYS), zone)
    until = max(found.ends_at or day_ends_at(now, days, zone), least)
    return mentorings.begin(tx, found, now, until, openly=openly)


def meeting_place(tx: Tx, found: Mentoring) -> int | None:
    """The group in which the two can be introduced: the newcomer's own, if the mentor is there as well."""
    home = members.get(tx, found.newcomer).home
    if home is None or found.mentor is None:
        return None
    there = members.membership(tx, home, found.mentor)
    return home if there is not None and there.present else None


def another(tx: Tx, number: int, newcomer: Member, occasion: Occasion) -> Mentoring:
    """The newcomer would rather have another mentor. Raises MentoringNotYours, MentoringMoved."""
    found = require_newcomer(tx, number, newcomer)
    if found.mentor is None or found.state is MentoringState.OVER:
        raise MentoringMoved(found.state)
    return back(tx, found, occasion, but=found.mentor)


def back(tx: Tx, found: Mentoring, occasion: Occasion, but: int | None = None) -> Mentoring:
    """It is on the open list again; `but` is not proposed for it any more."""
    if but is not None:
        mentorings.passed(tx, found.id, but)
    return mentorings.move(tx, found, MentoringState.WAITING, occasion.now)


def named(tx: Tx, found: Mentoring) -> NewcomerNamed:
    """Whom it is about."""
    return NewcomerNamed(members.get(tx, found.newcomer).name)


def known(tx: Tx, number: int) -> Mentoring:
    """The one of that number. Raises ButtonGone."""
    found = mentorings.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def require_mentor(tx: Tx, number: int, member: Member) -> Mentoring:
    """The one in which the member is the mentor. Raises MentoringNotYours."""
    found = known(tx, number)
    if found.mentor != member.id:
        raise MentoringNotYours
    return found


def require_newcomer(tx: Tx, number: int, member: Member) -> Mentoring:
    """The one that is about the member. Raises MentoringNotYours."""
    found = known(tx, number)
    if found.newcomer != member.id:
        raise MentoringNotYours
    return found


def has_room(tx: Tx, mentor: Member, occasion: Occasion) -> bool:
    """Whether the mentor can take on one more."""
    return _room(tx, mentor.id, occasion)


def _room(tx: Tx, mentor: int, occasion: Occasion) -> bool:
    known = mentors.get(tx, mentor)
    over = known.until is not None and known.until <= occasion.now
    return not known.away and not over and mentorings.load(tx, mentor) < occasion.programme.mentors.at_once


def _require_room(tx: Tx, mentor: int, occasion: Occasion, *, own: bool) -> None:
    serves = any(one.id == mentor for one in mentors.serving(tx, occasion.now))
    if not serves or not _room(tx, mentor, occasion):
        raise MentorFull(members.get(tx, mentor).name, own)
