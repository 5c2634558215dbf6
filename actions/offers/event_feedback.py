"""How those who came found an event: three taps, of which only the sums are shown."""

from msgspec import Struct

from actions.offers.event import known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.attendance import EventMark, WasNotThere
from rules.people import Member
from storage.engine.tx import Tx
from storage.offers import attendances, events

EVENTS_AT_ONCE = 5


class Marks(Struct, frozen=True):
    """How many found it how."""

    much: int = 0
    fine: int = 0
    better: int = 0


class HowWasIt(Struct, frozen=True):
    """An event that is over, and the `members` who are asked how it was."""

    id: int
    title: str
    members: tuple[int, ...]


def to_ask(tx: Tx, occasion: Occasion) -> list[HowWasIt]:
    """Events that are over, each once, with those who have come so far."""
    found = []
    for event in events.to_ask(tx, occasion.now, EVENTS_AT_ONCE):
        events.asked(tx, event.id, occasion.now)
        found.append(HowWasIt(event.id, event.plan.title, tuple(attendances.those_who_came(tx, event.id))))
    return found


def judge(tx: Tx, number: int, member: Member, mark: EventMark) -> HowWasIt:
    """The member says how it was; said again, it takes the place of the first. Raises EventUnknown, WasNotThere."""
    event = known(tx, number)
    if not attendances.judge(tx, number, member.id, mark):
        raise WasNotThere(event.plan.title)
    return HowWasIt(event.id, event.plan.title, (member.id,))


def marks(tx: Tx, number: int) -> Marks:
    """How many found it how."""
    found = attendances.marks(tx, number)
    return Marks(*(found.get(mark, 0) for mark in EventMark))


def about(number: int) -> str:
    """What the question how it was is about."""
    return f"event_how:{number}"


def _still_asked(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """Of those who came, unless that was taken back."""
    return note.member in attendances.those_who_came(tx, int(note.subject))


STILL_TRUE = {"event_how": _still_asked}
