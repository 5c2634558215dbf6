"""Reminding those with a seat: the evening before, by their own clock, and an hour before if they want it."""

from msgspec import Struct

from actions.offers.event import known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.event import HOUR_S, Event, is_near
from rules.offers.seat import SeatState
from storage import members, notes
from storage.engine.tx import Tx
from storage.offers import attendances, seats

AT_ONCE = 500


class EventSoon(Struct, frozen=True):
    """One with a seat is reminded of an event that begins then (UTC seconds), with its place."""

    member: int
    id: int
    title: str
    starts_at: int
    place: str


def about(number: int) -> str:
    """What the note of the evening before is about."""
    return f"event:{number}"


def the_evening_before(tx: Tx, occasion: Occasion) -> list[EventSoon]:
    """Those whose event begins tomorrow, or today, as their own calendar has it; each is named once."""
    found = []
    for one in attendances.unreminded(tx, occasion.now, occasion.now + 49 * HOUR_S, AT_ONCE):
        event, member = known(tx, one.event), members.get(tx, one.member)
        if is_near(event.plan.starts_at, occasion.now, member.timezone or occasion.programme.brand.timezone):
            attendances.reminded(tx, one.seat)
            found.append(_soon(event, one.member))
    return found


def an_hour_before(tx: Tx, occasion: Occasion) -> list[EventSoon]:
    """Those who want to be told, once each."""
    found = attendances.in_an_hour(tx, occasion.now, occasion.now + HOUR_S, AT_ONCE)
    for one in found:
        attendances.hour_told(tx, one.seat)
    return [_soon(known(tx, one.event), one.member) for one in found]


def changed(tx: Tx, number: int) -> None:
    """It begins at another time: what was to be said is moot, and everybody is reminded anew."""
    notes.withdraw(tx, about(number))
    attendances.remind_anew(tx, number)


def _soon(event: Event, member: int) -> EventSoon:
    return EventSoon(member, event.id, event.plan.title, event.plan.starts_at, event.plan.place)


def _still_ahead(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it is to come and they have a seat, in the words of the day."""
    event = known(tx, int(note.subject))
    seat = seats.live(tx, event.id, note.member)
    if event.called_off_at is not None or occasion.now >= event.plan.starts_at or seat is None:
        return False
    return seat.state is SeatState.SEATED and Retold("event/reminder", _soon(event, note.member))


STILL_TRUE = {"event": _still_ahead}
