"""Who speaks at an event: told of it with the rest of their day, and of changes as one with a seat is."""

from msgspec import Struct

from actions.offers.event import known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.event import Event
from storage.engine.tx import Tx


class Speaking(Struct, frozen=True):
    """Somebody speaks at an event that begins then (UTC seconds), at that place if it is settled."""

    id: int
    title: str
    starts_at: int
    place: str


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
