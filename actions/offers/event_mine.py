"""What one with a seat may want of an event: a file for their calendar, and to be told an hour before."""

from msgspec import Struct

from actions.offers.event import known, speaker_of
from rules.occasion import Occasion
from rules.offers.event import Event
from rules.offers.event_calendar import calendar_of
from rules.offers.seat import NoSeat, SeatState
from rules.people import Member
from rules.programme.wording import spoken
from storage.engine.tx import Tx
from storage.offers import attendances, seats


class EventFile(Struct, frozen=True):
    """An event as a calendar file."""

    id: int
    title: str
    content: str


class HourWanted(Struct, frozen=True):
    """Whether the member is told an hour before from now on."""

    title: str
    wanted: bool


def calendar(tx: Tx, number: int, member: Member, occasion: Occasion) -> EventFile:
    """The file, in the words of the member's language. Raises EventUnknown, NoSeat."""
    event = known(tx, number)
    if event.spoken_by != member.id:
        _seated(tx, number, member)
    organiser = spoken(occasion.programme.brand.name, member.locale)
    content = calendar_of(event, speaker_of(tx, event), organiser, occasion.handled_at)
    return EventFile(number, event.plan.title, content)


def want_hour(tx: Tx, number: int, member: Member) -> HourWanted:
    """The other way round than before. Raises EventUnknown, NoSeat."""
    event = _seated(tx, number, member)
    wanted = not attendances.wants_hour(tx, number, member.id)
    attendances.want_hour(tx, number, member.id, wanted)
    return HourWanted(event.plan.title, wanted)


def _seated(tx: Tx, number: int, member: Member) -> Event:
    event, mine = known(tx, number), seats.live(tx, number, member.id)
    if mine is None or mine.state is not SeatState.SEATED:
        raise NoSeat(event.plan.title)
    return event
