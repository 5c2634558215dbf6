"""What the announcements say of the seats that are left, and whether it is true still."""

from actions.offers.event import known
from rules.occasion import Occasion
from rules.offers.event import Event, EventRoom
from storage.engine.tx import Tx
from storage.offers import events

EVENTS_AT_ONCE = 20


def room(event: Event, occasion: Occasion) -> EventRoom:
    """Which seats are left now."""
    return event.room(event.reserved(occasion.now, occasion.programme.events.release_hours))


def turned(tx: Tx, number: int, occasion: Occasion) -> Event | None:
    """The event, if the announcements say something else of its seats than is so; from now on they don't."""
    event = known(tx, number)
    stands = room(event, occasion)
    if stands is event.said_room:
        return None
    events.say_room(tx, number, stands)
    return known(tx, number)


def doubtful(tx: Tx, occasion: Occasion) -> list[int]:
    """Events of which it was announced that seats are gone, which time may give back."""
    return [event.id for event in events.said_to_be_full(tx, occasion.now, EVENTS_AT_ONCE)]
