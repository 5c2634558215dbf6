"""What alumni are asked: to the annual celebration, and what they would tell newcomers. Both in parts."""

from msgspec import Struct

from rules.journey.alumni import ADVICE_MOST, AlreadyInvited, NoAlumni
from rules.lengths import within
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.offers.event import Event
from rules.pages import Page, page_of
from rules.people import Member
from rules.programme.wording import Wording
from rules.refusals import ButtonGone
from rules.stage import Stage
from storage import audits, facts, members, stages
from storage.engine.tx import Tx
from storage.journey import alumni
from storage.offers import events, seats

INVITING, INVITED, ADVISING = "alumni_inviting", "alumni_invited", "alumni_advising"
PER_PAGE, EVENTS_SHOWN, AT_A_TIME = 10, 3, 50
DAY_S = 86_400
QUARTER_S = 91 * DAY_S


class Alumnus(Struct, frozen=True):
    """One of them, since then (UTC seconds)."""

    name: str
    title: Wording
    since: int


class Celebration(Struct, frozen=True):
    """An event to which alumni are, or may be, invited; it begins then (UTC seconds)."""

    event: int
    title: str
    starts_at: int


class AlumniPage(Struct, frozen=True):
    """A page of alumni, and the next events."""

    people: tuple[Alumnus, ...]
    page: Page
    events: tuple[Celebration, ...]


class AlumniInvited(Struct, frozen=True):
    """So many alumni are invited."""

    event: Celebration
    people: int


class InvitedNow(Struct, frozen=True):
    """Some of them, and whether there are `more`."""

    event: Celebration
    people: tuple[int, ...]
    more: bool


class AdviceAsked(Struct, frozen=True):
    """What would they tell so many newcomers?"""

    newcomers: int


class AdviceWanted(Struct, frozen=True):
    """A word of at most so many characters is asked for."""

    most: int


class AdviceRound(Struct, frozen=True):
    """Those who are asked now, and whether there are `more`."""

    asked: AdviceAsked
    people: tuple[int, ...]
    more: bool


class Advice(Struct, frozen=True):
    """What one of them says of newcomers."""

    name: str
    words: str


def listed(tx: Tx, number: int, occasion: Occasion) -> AlumniPage:
    """That page of alumni. Raises NoAlumni."""
    page = page_of(number, alumni.count(tx), PER_PAGE)
    if not page.total:
        raise NoAlumni
    people = [_alumnus(tx, one.member, one.since, occasion) for one in alumni.latest(tx, PER_PAGE, page.before)]
    ahead = [one for one in events.ahead(tx, occasion.now, EVENTS_SHOWN) if one.plan.starts_at > occasion.now]
    return AlumniPage(tuple(people), page, tuple(map(_celebration, ahead)))


def _alumnus(tx: Tx, member: int, since: int, occasion: Occasion) -> Alumnus:
    title = occasion.programme.stages.title(Stage.ALUMNI, stages.domain_of(tx, member))
    assert title
    return Alumnus(members.get(tx, member).name, title, since)


def _celebration(event: Event) -> Celebration:
    return Celebration(event.id, event.plan.title, event.plan.starts_at)


def invite(tx: Tx, number: int, by: Member, occasion: Occasion) -> AlumniInvited:
    """All of them are invited to that event, once. Raises ButtonGone, AlreadyInvited."""
    event = _to_come(tx, number, occasion)
    if event is None:
        raise ButtonGone
    if facts.get(tx, INVITING) is not None or facts.get(tx, f"{INVITED}:{number}") is not None:
        raise AlreadyInvited
    facts.put(tx, INVITING, f"{number}:0")
    facts.put(tx, f"{INVITED}:{number}", str(occasion.now))
    audits.record(tx, occasion.now, by.id, "alumni.invite", event=number)
    return AlumniInvited(_celebration(event), alumni.count(tx))


def next_invited(tx: Tx, occasion: Occasion) -> InvitedNow | None:
    """The next few who are invited; None when nobody is."""
    number, _, after = (facts.get(tx, INVITING) or "").partition(":")
    event = _to_come(tx, int(number), occasion) if number else None
    if event is None:
        facts.drop(tx, INVITING)
        return None
    people = alumni.following(tx, int(after), AT_A_TIME)
    more = len(people) == AT_A_TIME
    if more:
        facts.put(tx, INVITING, f"{number}:{people[-1]}")
    else:
        facts.drop(tx, INVITING)
    return InvitedNow(_celebration(event), tuple(people), more)


def next_advisers(tx: Tx, occasion: Occasion) -> AdviceRound:
    """The next few who are asked what they would tell newcomers; nobody where nobody has come."""
    place = f"{ADVISING}:{occasion.zone}"
    people = alumni.following(tx, int(facts.get(tx, place) or 0), AT_A_TIME)
    more = len(people) == AT_A_TIME
    if more:
        facts.put(tx, place, str(people[-1]))
    else:
        facts.drop(tx, place)
    newcomers = alumni.newcomers(tx, occasion.now - QUARTER_S)
    theirs = [one for one in people if newcomers and occasion.goes_for(members.get(tx, one).timezone)]
    return AdviceRound(AdviceAsked(newcomers), tuple(theirs), more)


def advise(member: Member, words: str) -> Advice:
    """What one of them says. Raises WordsTooLong."""
    return Advice(member.name, within(words, ADVICE_MOST))


def _to_come(tx: Tx, number: int, occasion: Occasion) -> Event | None:
    event = events.get(tx, number)
    gone = event is None or event.called_off_at is not None or event.plan.starts_at <= occasion.now
    return None if gone else event


def _still_to_come(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether it takes place, and they are one of those who are invited and have no seat yet."""
    number = int(note.subject)
    ahead = _to_come(tx, number, occasion) is not None
    return ahead and stages.is_alumnus(tx, note.member) and seats.live(tx, number, note.member) is None


def _still_one(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """Whether they are one of them still."""
    return stages.is_alumnus(tx, note.member)


STILL_TRUE = {"celebration": _still_to_come, "alumni_advice": _still_one}
