"""Changing and calling off a published event: nobody loses a seat unseen, and everybody concerned is told."""

from msgspec import Struct

from actions.offers import event_reminder
from actions.offers.event import known, speaker_named, speaker_of, speaking
from actions.offers.seat import SeatOffered, end, move_up
from rules.lengths import within
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.event import Event, EventBegun, EventCalledOff, EventPhase, EventPlan, SeatsGiven, require_ahead
from rules.offers.event_form import changed
from rules.offers.seat import LIVE, SeatState
from rules.people import Member
from rules.values import replace
from storage import audits
from storage.engine.tx import Tx
from storage.offers import events, seats
from storage.post import dialogues

REASON_LIMIT = 200
# What somebody with a seat has to know at once.
PRESSING = frozenset({"starts_at", "minutes", "mode", "place"})


class EventEdited(Struct, frozen=True):
    """An event is otherwise now, its speakers by their names: what `changed`, the members with a `seated` seat, those who
    are `waiting`, and to whom seats are `offered` that it has more; `spoken_by` is the speaker's account.
    """

    id: int
    before: EventPlan
    plan: EventPlan
    changed: tuple[str, ...]
    seated: tuple[int, ...]
    waiting: tuple[int, ...]
    offered: tuple[SeatOffered, ...]
    spoken_by: int | None = None

    @property
    def pressing(self) -> bool:
        """Whether people would come at a wrong time or to a wrong place."""
        return bool(PRESSING & set(self.changed))


class CalledOff(Struct, frozen=True):
    """An event does not take place: why, what came back to each who had registered, and who was to speak."""

    id: int
    title: str
    starts_at: int
    reason: str
    members: tuple[tuple[int, int], ...]
    spoken_by: int | None = None


def coming(tx: Tx, number: int, occasion: Occasion) -> Event:
    """The event while it is to come. Raises EventUnknown, EventCalledOff, EventBegun."""
    event = known(tx, number)
    require_ahead(event, occasion.now)
    return event


def require_fair(event: Event, plan: EventPlan) -> None:
    """Raise SeatsGiven where there would be fewer seats than are taken."""
    if plan.seats < event.taken:
        raise SeatsGiven(event.taken)


def edit(tx: Tx, number: int, plan: EventPlan, staff: Member, occasion: Occasion) -> EventEdited:
    """It is to be `plan` from now on; whoever has a seat keeps it at the price they took it for.

    Raises EventUnknown, EventCalledOff, EventBegun, SeatsGiven, SpeakerUnknown, SeveralSpeakers.
    """
    event = coming(tx, number, occasion)
    require_fair(event, plan)
    before = replace(event.plan, speaker=speaker_of(tx, event))
    after = replace(plan, speaker=speaker_after(tx, event, plan))
    spoken_by = account_after(tx, event, plan)
    events.change(tx, number, plan, spoken_by)
    differ = changed(event.plan, plan)
    if "starts_at" in differ:
        event_reminder.changed(tx, number)
    audits.record(tx, occasion.now, staff.id, "event.edit", event=number, changed=" ".join(differ))
    seated = tuple(seat.member for seat in seats.among(tx, number, (SeatState.SEATED,)))
    waiting = tuple(seat.member for seat in seats.among(tx, number, (SeatState.WAITING, SeatState.OFFERED)))
    return EventEdited(number, before, after, differ, seated, waiting, move_up(tx, number, occasion), spoken_by)


def account_after(tx: Tx, event: Event, plan: EventPlan) -> int | None:
    """The account of whoever speaks once it is `plan`. Raises SpeakerUnknown, SeveralSpeakers."""
    return event.spoken_by if plan.speaker == event.plan.speaker else speaking(tx, plan)


def speaker_after(tx: Tx, event: Event, plan: EventPlan) -> str:
    """Who speaks once it is `plan`: where that line stays as it was, the same account, whoever has its @name by now."""
    return speaker_of(tx, event) if plan.speaker == event.plan.speaker else speaker_named(tx, plan)


def require_callable(event: Event, occasion: Occasion) -> None:
    """Raise EventCalledOff or EventBegun unless it may still be called off, which it may until it is over."""
    match event.phase(occasion.now):
        case EventPhase.CALLED_OFF:
            raise EventCalledOff(event.plan.title)
        case EventPhase.OVER:
            raise EventBegun(event.plan.title)


def call_off(tx: Tx, number: int, reason: str, staff: Member, occasion: Occasion) -> CalledOff:
    """It does not take place: everybody's points come back. Raises EventUnknown, EventCalledOff, EventBegun, WordsTooLong."""
    event = known(tx, number)
    require_callable(event, occasion)
    reason = within(reason, REASON_LIMIT)
    registered = seats.among(tx, number, LIVE)
    back = [(seat.member, end(tx, event, seat, SeatState.CALLED_OFF, occasion, staff, reason)) for seat in registered]
    done = events.call_off(tx, number, reason, occasion.now)
    assert done, event
    dialogues.settled(tx, "event.reason", {"event": number})
    audits.record(tx, occasion.now, staff.id, "event.call_off", None, reason, event=number)
    return CalledOff(number, event.plan.title, event.plan.starts_at, reason, tuple(back), event.spoken_by)


def about(done: EventEdited, now: int) -> str:
    """What the note of a change is about: which event, and when it was changed."""
    return f"event_edited:{done.id}:{now}"


def _still_to_come(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While the event is to come and they have something to do with it."""
    event = known(tx, int(note.subject.partition(":")[0]))
    ahead = event.called_off_at is None and occasion.now < event.plan.starts_at
    return ahead and seats.live(tx, event.id, note.member) is not None


STILL_TRUE = {"event_edited": _still_to_come}
