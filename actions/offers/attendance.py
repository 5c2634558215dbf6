"""Who came to an event: a code said on the spot, or the list of the staff. Coming is paid once."""

from msgspec import Struct

from actions.ledger import paying
from actions.offers.event import known
from rules.occasion import Occasion
from rules.offers.attendance import (
    TRIES,
    Attendance,
    CameAlready,
    HereAlready,
    NobodyCounts,
    code_of,
    require_doors,
    require_listed,
    written_code,
)
from rules.offers.seat import SeatGone, SpeaksThere
from rules.people import Member
from rules.programme.conditions import Source
from rules.refusals import NotForYourself
from storage import audits, members, touched
from storage.engine.tx import Tx
from storage.offers import attendances, events

RULE = "attendance"


class CodeSaid(Struct, frozen=True):
    """The code to say on the spot, and until when it holds (UTC seconds)."""

    id: int
    title: str
    code: str
    until: int


class Came(Struct, frozen=True):
    """On the list: whose name, at which event, for how many points; `asked` is the member who may say how it was already."""

    id: int
    title: str
    name: str
    points: int
    asked: int | None = None


class WrongCode(Struct, frozen=True):
    """That was not the code; so many more may be tried. After the last one only the list of the staff helps."""

    left: int


def say_code(tx: Tx, number: int, staff: Member, chance: str, occasion: Occasion) -> CodeSaid:
    """A new code, which holds for a while. Raises EventUnknown and what is against counting who comes."""
    event, limits = known(tx, number), occasion.programme.events
    require_listed(event, occasion.now, limits.list_hours)
    said, until = code_of(chance), occasion.now + limits.code_minutes * 60
    events.say_code(tx, number, said, until)
    audits.record(tx, occasion.now, staff.id, "event.code", event=number)
    return CodeSaid(number, event.plan.title, said, until)


def come(tx: Tx, member: Member, written: str, occasion: Occasion) -> Came | WrongCode:
    """The member writes the code. A wrong one is counted, so it is no refusal.

    Raises NobodyCounts, HereAlready, or SpeaksThere where nobody counts but those who came to hear them.
    """
    held = attendances.counted_now(tx, member.id, occasion.now)
    if not held:
        title = events.spoken_at(tx, member.id, occasion.now)
        raise NobodyCounts if title is None else SpeaksThere(title)
    found = [one for one in held if not one.came]
    if not found:
        raise HereAlready(known(tx, held[0].event).plan.title)
    code = written_code(written)
    for one in found:
        if one.tries < TRIES and events.code(tx, one.event, occasion.now) == code:
            return _listed(tx, one, member, occasion, None)
    for one in found:
        attendances.guessed(tx, one.seat)
    return WrongCode(max(TRIES - 1 - min(one.tries for one in found), 0))


def counts(tx: Tx, member: Member, occasion: Occasion) -> bool:
    """Whether a code is being said just now at an event where the member has a seat."""
    return bool(attendances.counted_now(tx, member.id, occasion.now))


def tick(tx: Tx, seat: int, staff: Member, occasion: Occasion) -> Came:
    """Staff have seen them. Who was ticked for nothing is struck off again.

    Raises SeatGone, NotForYourself, EventCalledOff, DoorsClosed, CameAlready.
    """
    found = attendances.get(tx, seat)
    if found is None:
        raise SeatGone
    if found.member == staff.id:
        raise NotForYourself
    event, member = known(tx, found.event), members.get(tx, found.member)
    require_doors(event, occasion.now)
    if found.came and found.entry is not None:
        raise CameAlready(member.name, found.entry)
    audits.record(tx, occasion.now, staff.id, "event.tick", member.id, event=event.id)
    if found.came:
        attendances.strike(tx, seat)
        return Came(event.id, event.plan.title, member.name, 0)
    return _listed(tx, found, member, occasion, staff)


def _listed(tx: Tx, found: Attendance, member: Member, occasion: Occasion, staff: Member | None) -> Came:
    """Who is suspended comes, but earns nothing."""
    event = known(tx, found.event)
    worth = 0 if member.suspended(occasion.now) else occasion.programme.points[RULE]
    paid = paying.give(tx, member, RULE, event.id, occasion, points=worth, actor=staff, reason=event.plan.title)
    attendances.come(tx, found.seat, occasion.now, paid.points, paid.entry or None)
    touched.mark(tx, Source.EVENTS, member.id)
    over = occasion.now >= event.plan.ends_at
    return Came(event.id, event.plan.title, member.name, paid.points, member.id if over else None)
