"""Who speaks at an event: told of it with the rest of their day, and of changes as one with a seat is."""

from msgspec import Struct

from actions.offers.event import known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.event import Event
from storage import members
from storage.engine.tx import Tx
from storage.offers import events


class Speaking(Struct, frozen=True):
    """Somebody speaks at an event that begins then (UTC seconds), at that place if it is settled."""

    id: int
    title: str
    starts_at: int
    place: str


class SpeakerAway(Struct, frozen=True):
    """An event to come whose speaker is not there any more, or is suspended until then; `name` is empty of one forgotten."""

    id: int
    title: str
    starts_at: int
    name: str
    suspended: bool


AT_ONCE = 20


def away(tx: Tx, occasion: Occasion) -> list[SpeakerAway]:
    """Events whose speaker has gone since the last time."""
    return [_away(tx, event, occasion) for event in events.without_speaker(tx, occasion.now, AT_ONCE)]


def _away(tx: Tx, event: Event, occasion: Occasion) -> SpeakerAway:
    assert event.spoken_by is not None
    member = members.get(tx, event.spoken_by)
    name = "" if member.forgotten else member.name
    suspended = member.home is not None and bool(member.suspended(occasion.now))
    return SpeakerAway(event.id, event.plan.title, event.plan.starts_at, name, suspended)


def about(number: int) -> str:
    """What the note to the speaker is about."""
    return f"event_speaks:{number}"


def speaking_at(event: Event) -> Speaking:
    """The event as its speaker is told of it."""
    return Speaking(event.id, event.plan.title, event.plan.starts_at, event.plan.place)


def _still_speaks(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While it is to come and they are its speaker, as it stands today."""
    event = known(tx, int(note.subject))
    ahead = event.called_off_at is None and occasion.now < event.plan.starts_at
    return ahead and event.spoken_by == note.member and Retold("event/speaks", speaking_at(event))


STILL_TRUE = {"event_speaks": _still_speaks}
