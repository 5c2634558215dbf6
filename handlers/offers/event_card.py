"""The buttons under an event, for whoever looks at it. Shared by what shows one."""

from actions.offers.event import EventSeen
from handlers.call import Call, ChatKind
from handlers.effects import Button, Keyboard, Link
from handlers.offers.event_told import lasting
from handlers.routes import MODERATORS
from handlers.same_again import same_again
from rules.offers.event import EventPhase
from rules.offers.seat import SeatState
from rules.people import Part

AHEAD = (EventPhase.AHEAD, EventPhase.OPEN, EventPhase.CLOSED)
Rows = list[tuple[Button | Link, ...]]


def buttons(call: Call, seen: EventSeen, *, private: bool = False) -> Keyboard:
    """What the caller can do about an event here. Giving a seat back stands on the right, and
    is asked about on the left."""
    rows: Rows = [*_material(seen), *_taking(call, seen)]
    private = private or call.chat.kind is ChatKind.PRIVATE
    desk = private or (call.chat.group is not None and call.chat.group.part is Part.STAFF)
    if call.roles & MODERATORS and desk:
        rows += _staffs(seen)
    rows += same_again(call, "event", seen.id)
    back = Button("event/back", "event.list", once=False)
    leaves = seen.standing is not None and seen.phase in AHEAD
    rows.append(
        (back, lasting_button(call, seen, f"event/leave_{seen.standing}", "event.leave")) if leaves else (back,)
    )
    return rows


def _material(seen: EventSeen) -> Rows:
    return [(Button("event/material", "event.material", {"event": seen.id}, once=False),)] if seen.material else []


def _taking(call: Call, seen: EventSeen) -> Rows:
    """What there is to do for a seat, or with it."""
    if seen.standing is SeatState.SEATED:
        return _seated(call, seen)
    if seen.speaks:
        return [(lasting_button(call, seen, "event/calendar", "event.calendar"),)] if seen.phase in AHEAD else []
    if seen.standing is SeatState.OFFERED:
        return [(lasting_button(call, seen, "event/confirm", "event.confirm", style="success"),)]
    if seen.standing is None and seen.phase is EventPhase.OPEN:
        label = "event/register" if seen.free else "event/wait"
        return [(lasting_button(call, seen, label, "event.register", style="primary"),)]
    return []


def _seated(call: Call, seen: EventSeen) -> Rows:
    rows: Rows = []
    if seen.here:
        rows.append((lasting_button(call, seen, "event/here", "attendance.here", style="success"),))
    if seen.phase in AHEAD:
        hour = lasting_button(call, seen, "event/hour_off" if seen.hour else "event/hour_on", "event.hour")
        rows.append((lasting_button(call, seen, "event/calendar", "event.calendar"), hour))
    return rows


def _staffs(seen: EventSeen) -> Rows:
    data = {"event": seen.id}
    roster = Button("event/roster", "event.roster", {**data, "page": 1}, once=False)
    code = Button("event/code", "event.code", data, once=False)
    cancel = Button("event/cancel", "event.cancel", data, once=False)
    give = Button("event/give", "event.give", data, once=False)
    if seen.phase is EventPhase.CALLED_OFF:
        return []
    if not seen.counts:
        return [(roster, cancel if seen.phase in AHEAD else give)]
    return [(roster, code), (cancel if seen.phase in AHEAD else give,)]


def lasting_button(call: Call, seen: EventSeen, label: str, action: str, style: str | None = None) -> Button:
    """A button of the event that lasts as long as the event matters."""
    lasts_s = lasting(seen.plan, call.occasion.now)
    data = {"event": seen.id, "price": seen.plan.price, "waits": not seen.free}
    return Button(label, action, data, seen.plan, once=False, lasts_s=lasts_s, style=style)
