"""Workshops and events: what one is, and when people may take a seat."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from rules.ends import over_at
from rules.occasion import Occasion
from rules.refusals import Refusal

HOUR_S = 3_600

# What stands between two who are named together.
_BETWEEN = ",，、;；/&+@"


class EventKind(StrEnum):
    """What kind of event it is; DIALOGUE is one with the product team."""

    WORKSHOP = "workshop"
    TALK = "talk"
    MEETUP = "meetup"
    LAUNCH = "launch"
    ROUNDTABLE = "roundtable"
    DIALOGUE = "dialogue"


class EventMode(StrEnum):
    """Whether people meet at a place or behind a link."""

    ONLINE = "online"
    OFFLINE = "offline"


class Preferred(StrEnum):
    """For whom reserved seats are kept: whose level opens `events_first`, or who stands on a step of trust."""

    FIRST = "first"
    FRAMEWORK = "framework"
    OPEN = "open"


class EventPlan(Struct, frozen=True):
    """What an event is to be. Moments in UTC seconds; `opens_at` None: as soon as it is announced.

    `place` is an address or a link, which only those with a seat are told. `speaker` is a name, or an @name.
    """

    title: str
    kind: EventKind
    mode: EventMode
    starts_at: int
    minutes: int
    seats: int
    about: str
    reserved: int = 0
    reserved_for: Preferred = Preferred.FIRST
    opens_at: int | None = None
    closes_at: int | None = None
    price: int = 0
    place: str = ""
    speaker: str = ""

    @property
    def ends_at(self) -> int:
        """When it is over (UTC seconds)."""
        return self.starts_at + self.minutes * 60


class EventRoom(StrEnum):
    """Which seats are left: some for anybody, only those that are kept for some, or none."""

    FREE = "free"
    RESERVED = "reserved"
    FULL = "full"


class EventPhase(StrEnum):
    """Where an event stands: seats not given out yet, open, closed to new ones, running, over, or called off."""

    AHEAD = "ahead"
    OPEN = "open"
    CLOSED = "closed"
    RUNNING = "running"
    OVER = "over"
    CALLED_OFF = "called_off"


class Event(Struct, frozen=True):
    """A published event; `id` is the number people call it by. `taken` seats have somebody, `taken_first` of them one of
    those for whom seats are reserved. `spoken_by` is the speaker's account, where they have one. `revision` counts changes,
    `said_room` is what the announcements say of the seats that are left.
    """

    id: int
    plan: EventPlan
    made_by: int
    made_at: int
    taken: int
    taken_first: int
    revision: int = 0
    said_room: EventRoom = EventRoom.FREE
    spoken_by: int | None = None
    begun_at: int | None = None
    called_off_at: int | None = None
    reason: str | None = None

    def opens(self, first_hours: int) -> int:
        """When seats are given out to one who may come so many hours earlier (UTC seconds)."""
        return (self.plan.opens_at or self.made_at) - first_hours * HOUR_S

    @property
    def closes(self) -> int:
        """When no more seats are asked for (UTC seconds): at the beginning, if nothing else was said."""
        plan = self.plan
        return plan.starts_at if plan.closes_at is None else min(over_at(plan.closes_at), plan.starts_at)

    def phase(self, at: int, first_hours: int = 0) -> EventPhase:
        """Where it stands at that moment for one who may come so many hours earlier."""
        if self.called_off_at is not None:
            return EventPhase.CALLED_OFF
        ends = (
            (self.opens(first_hours), EventPhase.AHEAD),
            (self.closes, EventPhase.OPEN),
            (self.plan.starts_at, EventPhase.CLOSED),
            (self.plan.ends_at, EventPhase.RUNNING),
        )
        return next((phase for end, phase in ends if at < end), EventPhase.OVER)

    def reserved(self, at: int, release_hours: int) -> int:
        """How many seats are kept for some at that moment: none any more shortly before it begins."""
        return 0 if at >= self.plan.starts_at - release_hours * HOUR_S else self.plan.reserved

    def free(self, reserved: int, *, first: bool) -> int:
        """Seats that one may take of whom it is known whether `reserved` ones are kept for them."""
        kept = 0 if first else max(reserved - self.taken_first, 0)
        return max(self.plan.seats - self.taken - kept, 0)

    def room(self, reserved: int) -> EventRoom:
        """Which seats are left while so many are reserved."""
        if self.free(reserved, first=False):
            return EventRoom.FREE
        return EventRoom.RESERVED if self.free(reserved, first=True) else EventRoom.FULL


@dataclass(eq=False)
class EventUnknown(Refusal):
    """There is no event of that number."""

    number: int


@dataclass(eq=False)
class EventNumberNeeded(Refusal):
    """Which event is meant could not be told; `command` takes its number."""

    command: str


@dataclass(eq=False)
class EventCalledOff(Refusal):
    """It does not take place."""

    over = True

    title: str


@dataclass(eq=False)
class EventBegun(Refusal):
    """It has begun: seats are as they are."""

    over = True

    title: str


@dataclass(eq=False)
class SeatsNotYet(Refusal):
    """Seats are given out from `opens_at` on (UTC seconds)."""

    title: str
    opens_at: int


@dataclass(eq=False)
class SeatsClosed(Refusal):
    """No more seats are asked for."""

    title: str


@dataclass(eq=False)
class SpeakerUnknown(Refusal):
    """Nobody of that @name has been seen here."""

    given: str


@dataclass(eq=False)
class SeveralSpeakers(Refusal):
    """More than one is named, and an event has one speaker."""

    given: str


@dataclass(eq=False)
class SeatsGiven(Refusal):
    """So many seats are `taken` that there can't be fewer."""

    taken: int


def names_several(speaker: str) -> bool:
    """Whether more than one is named where an @name should stand alone."""
    return any(sign in speaker[1:] for sign in _BETWEEN)


def require_open(event: Event, occasion: Occasion, *, first: bool) -> None:
    """Raise EventCalledOff, SeatsNotYet, SeatsClosed or EventBegun unless a seat may be asked for now.

    Seats are settled when it begins: what was asked for in time and comes to us afterwards finds none.
    """
    if event.begun_at is not None and event.called_off_at is None:
        raise EventBegun(event.plan.title)
    hours = occasion.programme.events.first_hours if first else 0
    match event.phase(occasion.now, hours):
        case EventPhase.CALLED_OFF:
            raise EventCalledOff(event.plan.title)
        case EventPhase.AHEAD:
            raise SeatsNotYet(event.plan.title, event.opens(hours))
        case EventPhase.CLOSED:
            raise SeatsClosed(event.plan.title)
        case EventPhase.RUNNING | EventPhase.OVER:
            raise EventBegun(event.plan.title)


def require_ahead(event: Event, now: int) -> None:
    """Raise EventCalledOff or EventBegun unless it is still to come."""
    if event.called_off_at is not None:
        raise EventCalledOff(event.plan.title)
    if now >= event.plan.starts_at:
        raise EventBegun(event.plan.title)


def is_near(starts_at: int, now: int, zone: str) -> bool:
    """Whether the day before has come, or the day itself (UTC seconds); days are as long as the clocks there make them."""
    starts, today = (datetime.fromtimestamp(at, ZoneInfo(zone)).date() for at in (starts_at, now))
    return today >= starts - timedelta(days=1)
