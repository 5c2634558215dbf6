"""A while after an event its list is closed: who did not come and said nothing is noted, kindly."""

from collections.abc import Iterator

from msgspec import Struct

from actions.offers.event import known, speaker_of
from actions.offers.event_feedback import Marks, marks
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.event import HOUR_S, Event
from rules.programme.conditions import Source
from storage import touched
from storage.engine.tx import Tx
from storage.offers import attendances, events

EVENTS_AT_ONCE = 5


class EventSettled(Struct, frozen=True):
    """An event that is over: how many came of how many seats, and which members were `missed`; nobody where no list was kept.
    `marks` are how those who came found it."""

    id: int
    title: str
    came: int
    seats: int
    missed: tuple[int, ...]
    speaker: str
    spoken_by: int | None
    marks: Marks


def settle(tx: Tx, occasion: Occasion) -> list[EventSettled]:
    """Events whose list has been open long enough, each once."""
    before = occasion.now - occasion.programme.events.list_hours * HOUR_S
    return [_settle(tx, event, occasion) for event in events.to_settle(tx, before, EVENTS_AT_ONCE)]


def _settle(tx: Tx, event: Event, occasion: Occasion) -> EventSettled:
    events.settle(tx, event.id, occasion.now)
    seated = attendances.of_event(tx, event.id)
    came = sum(one.came for one in seated)
    missed = tuple(_missed(tx, event, occasion)) if came else ()
    touched.mark(tx, Source.EVENTS, event.spoken_by)
    return EventSettled(
        event.id,
        event.plan.title,
        came,
        len(seated),
        missed,
        speaker_of(tx, event),
        event.spoken_by,
        marks(tx, event.id),
    )


def _missed(tx: Tx, event: Event, occasion: Occasion) -> Iterator[int]:
    for one in attendances.of_event(tx, event.id):
        if one.came_at is None:
            attendances.miss(tx, one.seat, occasion.now)
            yield one.member


def about(number: int) -> str:
    """What the note to one who did not come is about."""
    return f"event_missed:{number}"


def _still_missed(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """Unless staff have put them on the list since."""
    event = known(tx, int(note.subject))
    return any(one.missed_at is not None for one in attendances.of_event(tx, event.id) if one.member == note.member)


def about_speaking(number: int) -> str:
    """What the thanks to the speaker are about."""
    return f"event_spoken:{number}"


def _spoken(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """What took place stays so."""
    return True


STILL_TRUE = {"event_missed": _still_missed, "event_spoken": _spoken}
