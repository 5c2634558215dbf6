"""What each sees of mentoring: newcomer, mentor and staff."""

from msgspec import Struct

from actions.honour import mentor as mentor_actions
from actions.honour.mentoring import candidates, has_room, meeting_place, offered
from rules.honour.first_step import StepSeen, listed, missing
from rules.honour.mentor import MentorChecked, OfferState, Ways
from rules.honour.mentoring import MentorCandidate, Mentoring, MentoringState, same_car, shared
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.works.challenge import SkillTrack
from storage import members
from storage.engine.tx import Tx
from storage.honour import first_steps, mentoring_words, mentorings, mentors

SHOWN, OPEN_SHOWN, NOTES_SHOWN = 3, 5, 3
OPEN_MOST = 200


class NoteSeen(Struct, frozen=True):
    """What one of the two wrote down."""

    name: str
    words: str


class MentoringSeen(Struct, frozen=True):
    """How it stands: who the two are, with their accounts (Telegram's ids), the first steps, and when it ends (UTC seconds).

    `mentor` is None while there is none; `goes_on`: it has begun before. `place`: whether both are in the newcomer's group.
    The newcomer would like `ways`, the mentor `tells` about theirs.
    """

    id: int
    state: MentoringState
    newcomer: str
    newcomer_id: int
    mentor: str | None
    mentor_id: int | None
    ways: Ways
    steps: tuple[StepSeen, ...]
    ends_at: int | None
    openly: bool
    goes_on: bool
    place: bool
    tells: Ways
    notes: tuple[NoteSeen, ...]


class WishSeen(Struct, frozen=True):
    """A wish on the open list, and what its reader has in common with it."""

    id: int
    name: str
    ways: Ways
    shares: tuple[SkillTrack, ...]
    same_car: bool
    goes_on: bool


class MentorDesk(Struct, frozen=True):
    """What a mentor has before them: whom they accompany or are asked to, who waits (on a `page`), whether they
    have `room` or are `away`, and when their office ends (UTC seconds; None: it does not).
    """

    pairs: tuple[MentoringSeen, ...]
    waiting: tuple[WishSeen, ...]
    page: Page
    room: bool
    away: bool
    until: int | None
    at_once: int


class MentorsTold(Struct, frozen=True):
    """What mentors are, for one who has none and is none: whether they may wish for one, and what being
    one takes: whether it is all there (`ready`), and whether they have `offered`.
    """

    wishes: bool
    checked: MentorChecked
    ready: bool
    offered: bool
    lasts_days: int
    newcomer_days: int


class MentoringCard(Struct, frozen=True):
    """A wish before the staff: who could accompany the newcomer, and what has become of it; `goes_on`: it has begun before."""

    id: int
    newcomer: int
    name: str
    ways: Ways
    candidates: tuple[MentorCandidate, ...]
    state: MentoringState
    mentor: str | None
    goes_on: bool


def tick(tx: Tx, newcomer: int, occasion: Occasion) -> tuple[StepSeen, ...]:
    """All first steps; those that facts have shown since are kept."""
    taken = first_steps.taken(tx, newcomer)
    new = first_steps.found(tx, newcomer, missing(taken))
    for step in new:
        first_steps.keep(tx, newcomer, step, occasion.now)
    return listed({*taken, *new})


def seen(tx: Tx, found: Mentoring, occasion: Occasion) -> MentoringSeen:
    """How it stands, for the two."""
    newcomer = members.get(tx, found.newcomer)
    mentor = members.get(tx, found.mentor) if found.mentor is not None else None
    return MentoringSeen(
        found.id,
        found.state,
        newcomer.name,
        newcomer.telegram_id,
        mentor.name if mentor else None,
        mentor.telegram_id if mentor else None,
        found.ways,
        tick(tx, newcomer.id, occasion),
        found.ends_at,
        found.openly,
        found.begun_at is not None,
        meeting_place(tx, found) is not None,
        mentors.get(tx, mentor.id).ways if mentor else Ways(),
        _notes(tx, found),
    )


def _notes(tx: Tx, found: Mentoring) -> tuple[NoteSeen, ...]:
    written = mentoring_words.notes(tx, found.id, NOTES_SHOWN)
    return tuple(NoteSeen(members.get(tx, one.author).name, one.words) for one in written)


def card(tx: Tx, found: Mentoring, occasion: Occasion) -> MentoringCard:
    """How it stands, for staff."""
    fits = candidates(tx, found, occasion)[:SHOWN] if found.state is MentoringState.WAITING else []
    newcomer = members.get(tx, found.newcomer)
    return MentoringCard(
        found.id,
        newcomer.id,
        newcomer.name,
        found.ways,
        tuple(fits),
        found.state,
        members.get(tx, found.mentor).name if found.mentor is not None else None,
        found.begun_at is not None,
    )


def desk(tx: Tx, mentor: Member, occasion: Occasion, number: int = 1) -> MentorDesk:
    """What the mentor has before them, the open list from that page."""
    known, waiting = mentors.get(tx, mentor.id), mentorings.waiting(tx, OPEN_MOST, but=mentor.id)
    theirs = [one for one in waiting if one.newcomer != mentor.id]
    page = page_of(number, len(theirs), OPEN_SHOWN)
    shown = tuple(wish_seen(tx, one, known.ways) for one in theirs[page.before : page.before + OPEN_SHOWN])
    pairs = tuple(seen(tx, one, occasion) for one in mentorings.of_mentor(tx, mentor.id))
    room, at_once = has_room(tx, mentor, occasion), occasion.programme.mentors.at_once
    return MentorDesk(pairs, shown, page, room, known.away, known.until, at_once)


def wish_seen(tx: Tx, one: Mentoring, ways: Ways) -> WishSeen:
    """A wish as one reads it who can tell about these `ways`."""
    name, cars = members.get(tx, one.newcomer).name, same_car(one.ways.car, ways.car)
    return WishSeen(one.id, name, one.ways, shared(one.ways, ways), cars, one.begun_at is not None)


def about(tx: Tx, member: Member, occasion: Occasion) -> MentorsTold:
    """What mentors are, and what is open to the member."""
    last, asked = mentors.last_offer(tx, member.id), occasion.programme.mentors
    checked = mentor_actions.checked(tx, member, occasion)
    return MentorsTold(
        offered(tx, member, occasion),
        checked,
        checked.met,
        last is not None and last.state is OfferState.WAITING,
        asked.lasts_days,
        asked.newcomer_days,
    )
