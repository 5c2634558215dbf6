"""Events: the list, the detail, taking a seat and giving it back, the waiting list."""

from msgspec import Struct

from actions.offers import event, event_mine, seat
from actions.offers.event import EventSeen
from actions.offers.seat import SeatEnded
from handlers.call import Call
from handlers.effects import DAY_S, Button, Document, Edit, Effect, Effects, Keyboard, Reply, Tell, Toast, Whisper
from handlers.offers.event_card import buttons, lasting_button
from handlers.offers.event_kept import effects
from handlers.offers.event_told import offer_over, offers, room_told
from handlers.pages import turning
from handlers.routes import Command, Job, JobCall, Press, Scope, Shelf, Start
from handlers.ways_out import ShownToAll, Together, Waiting, into_private
from rules.offers.event import EventNumberNeeded, EventPhase
from rules.offers.seat import NoSeat, SeatState
from rules.pages import Page, page_of
from rules.reading.numbers import reference
from storage.engine.tx import Tx
from storage.offers import events
from storage.post import outbox

IN_LIST = 6
FOR_ALL = "event/several"
EVER_S = 10 * 365 * DAY_S


class EventList(Struct, frozen=True):
    """Events that are not over, the next one first."""

    events: tuple[EventSeen, ...]
    page: Page


def listed(call: Call, tx: Tx) -> Effects:
    """What is to come, for the one who asks."""
    shown = _list(call, tx, 1)
    return Whisper("event/list", shown, buttons=_openings(shown), gather=FOR_ALL)


def listed_privately(call: Call, tx: Tx) -> Effects:
    """The same, by a link from a group."""
    shown = _list(call, tx, 1)
    return Reply("event/list", shown, buttons=_openings(shown))


def _for_all(tx: Tx, waiting: Waiting) -> tuple[ShownToAll, Keyboard]:
    """One list in the place of all that wait to be sent; one's own seat, and who comes first, is behind its button."""
    now = waiting.occasion.now
    at = page_of(1, events.count_ahead(tx, now), IN_LIST)
    found = tuple(event.public(tx, one, waiting.occasion) for one in events.ahead(tx, now, IN_LIST, 0))
    return ShownToAll(waiting.several.names, EventList(found, at)), into_private("events")


def page(call: Call, tx: Tx) -> Effects:
    """From an event to the list, or another page of it."""
    shown = _list(call, tx, call.data.get("page", 1))
    return Edit("event/list", shown, buttons=_openings(shown))


def detail(call: Call, tx: Tx) -> Effects:
    """`/event 3`."""
    seen = event.see(tx, _number(call), call.member, call.occasion)
    return Whisper("event/detail", seen, buttons=buttons(call, seen))


def started(call: Call, tx: Tx) -> Effects:
    """The deep link under an announcement."""
    seen = event.see(tx, _number(call), call.member, call.occasion)
    return Reply("event/detail", seen, buttons=buttons(call, seen))


def opened(call: Call, tx: Tx) -> Effects:
    """An event chosen from the list."""
    return _again(call, tx)


def register(call: Call, tx: Tx) -> Effects:
    """Take a seat, or wait for one; pressed in a group, the card comes in private, where the place is told."""
    if _at_another_price(call, tx):
        return _changed(call, tx, "event/another_price")
    if _full_meanwhile(call, tx):
        return _changed(call, tx, "event/full_meanwhile", alert=True)
    seat.register(tx, call.data["event"], call.member, call.occasion)
    return _changed(call, tx, "event/registered")


def confirm(call: Call, tx: Tx) -> Effects:
    """The seat that was kept for the member is theirs."""
    if _at_another_price(call, tx):
        return _changed(call, tx, "event/another_price")
    seat.confirm(tx, call.data["event"], call.member, call.occasion)
    return _changed(call, tx, "event/registered")


def ask_leave(call: Call, tx: Tx) -> Effects:
    """Sure?"""
    seen = event.see(tx, call.data["event"], call.member, call.occasion)
    if seen.standing is None:
        raise NoSeat(seen.plan.title)
    keep = Button("event/stay", "event.open", {"event": seen.id}, once=False)
    surely = lasting_button(call, seen, f"event/leave_{seen.standing}_surely", "event.leave_surely", style="danger")
    return Edit("event/leave_surely", seen, buttons=((surely, keep),))


def leave(call: Call, tx: Tx) -> Effects:
    """Somebody else may have it."""
    done = seat.leave(tx, call.data["event"], call.member, call.occasion)
    told = [*offers(done.offered, call.occasion.now), *room_told(tx, done.id, call.occasion)]
    return [Toast("event/left", done), *_elsewhere(call, tx, "event/left", done), _again(call, tx), *told]


def _at_another_price(call: Call, tx: Tx) -> bool:
    """Whether a seat that the member may take now costs other than the button says."""
    seen = event.see(tx, call.data["event"], call.member, call.occasion)
    offered = seen.standing is SeatState.OFFERED
    free = seen.standing is None and seen.phase is EventPhase.OPEN and not seen.speaks
    return (offered or free) and seen.plan.price != call.data["price"]


def _full_meanwhile(call: Call, tx: Tx) -> bool:
    """Whether the button promised a seat, and the last one was taken before it was pressed: nobody waits unasked."""
    seen = event.see(tx, call.data["event"], call.member, call.occasion)
    full = seen.standing is None and seen.phase is EventPhase.OPEN and not seen.free and not seen.speaks
    return full and not call.data.get("waits", False)


def _changed(call: Call, tx: Tx, toast: str, *, alert: bool = False) -> Effects:
    seen = event.see(tx, call.data["event"], call.member, call.occasion)
    told = room_told(tx, seen.id, call.occasion)
    if not call.data.get("public"):
        taken = _elsewhere(call, tx, toast, seen) if seen.standing is SeatState.SEATED else []
        return [Toast(toast, seen, alert=alert), *taken, Edit("event/detail", seen, buttons=buttons(call, seen)), *told]
    card = Tell(call.member.id, "event/detail", seen, buttons=buttons(call, seen, private=True))
    return [Toast(toast, seen, alert=alert or seen.standing is SeatState.WAITING), card, *told]


def _elsewhere(call: Call, tx: Tx, template: str, outcome: EventSeen | SeatEnded) -> list[Effect]:
    """A message that offered the seat, and is not the one that was pressed, offers it no more."""
    name = seat.offer(outcome.id, call.member.id)
    if call.shown is None or outbox.named(tx, call.chat.id, call.shown) == name:
        return []
    return [offer_over(template, outcome, outcome.id, call.member.id)]


def calendar(call: Call, tx: Tx) -> Effects:
    """The event as a file for one's own calendar, with the place for who has a seat."""
    made = event_mine.calendar(tx, call.data["event"], call.member, call.occasion)
    return Document(f"event-{made.id}.ics", made.content, "event/calendar", made)


def hour(call: Call, tx: Tx) -> Effects:
    """To be told an hour before, or not any more."""
    wanted = event_mine.want_hour(tx, call.data["event"], call.member)
    return Toast("event/hour", wanted), _again(call, tx)


def look_after(call: JobCall, tx: Tx) -> Effects:
    """What time does to events."""
    return effects(call, tx)


def _number(call: Call) -> int:
    number = reference(call.words)
    if number is None:
        raise EventNumberNeeded("event")
    return number


def _list(call: Call, tx: Tx, number: int) -> EventList:
    now = call.occasion.now
    at = page_of(number, events.count_ahead(tx, now), IN_LIST)
    found = events.ahead(tx, now, IN_LIST, at.before)
    return EventList(tuple(event.seen(tx, one, call.member, call.occasion) for one in found), at)


def _openings(shown: EventList) -> Keyboard:
    opening = [
        (Button("event/open", "event.open", {"event": one.id}, outcome=one, once=False),) for one in shown.events
    ]
    return [*opening, *turning(shown.page, "event.list")]


def _again(call: Call, tx: Tx) -> Edit:
    seen = event.see(tx, call.data["event"], call.member, call.occasion)
    return Edit("event/detail", seen, buttons=buttons(call, seen))


ROUTES = (
    Command("events", listed, shelf=Shelf.CHALLENGES, place=50, fades=True),
    Start("events", listed_privately),
    Together(FOR_ALL, _for_all),
    Command("event", detail, menu=False, fades=True),
    Start("event", started),
    Press("event.open", opened),
    Press("event.list", page),
    Press("event.register", register, covenant=True),
    Press("event.confirm", confirm, covenant=True),
    Press("event.calendar", calendar),
    Press("event.hour", hour),
    Press("event.leave", ask_leave, outside=True),
    Press("event.leave_surely", leave, final=True, outside=True),
)
JOBS = (Job("events", look_after, Scope.BRAND, cron="*/5 * * * *", late_s=EVER_S, recalled=True),)
