"""How an event stands in the groups, and what those in line and with a seat are told. Shared by what makes and keeps one."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from actions.offers import event_feedback, event_room, seat
from actions.offers.event import guests, speaker_of
from actions.offers.event_feedback import HowWasIt
from actions.offers.seat import SeatEnded, SeatOffered
from handlers import announcing
from handlers.effects import DAY_S, Button, Edit, Effect, Link, Note, Tell
from rules.note import Matter
from rules.occasion import Occasion
from rules.offers.attendance import EventMark
from rules.offers.event import Event, EventPlan, EventRoom
from rules.people import Group, Purpose
from rules.values import replace
from storage.engine.tx import Tx

Row = tuple[Button | Link, ...]


class EventAnnounced(Struct, frozen=True):
    """An event as everybody sees it, without its place; seats are given out from `opens_at` on (UTC seconds), to those who
    come first so many hours earlier. Of a launch, `guests` is the title of the level from which people are among them.
    `room` is which seats are left; whoever registers when none is waits for one.
    """

    id: int
    plan: EventPlan
    speaker: str
    opens_at: int
    ahead: bool
    first_hours: int
    guests: str = ""
    room: EventRoom = EventRoom.FREE


def shown(tx: Tx, event: Event, occasion: Occasion) -> EventAnnounced:
    """The event as it is announced."""
    plan, opens_at, hours = replace(event.plan, place=""), event.opens(0), occasion.programme.events.first_hours
    ahead = opens_at > occasion.now
    return EventAnnounced(
        event.id,
        plan,
        speaker_of(tx, event),
        opens_at,
        ahead,
        hours,
        guests(event, occasion),
        event_room.room(event, occasion),
    )


def announced(told: Sequence[Group], about: EventAnnounced, now: int) -> list[Effect]:
    """Into these groups."""
    row = (_row(about, now),)
    return announcing.announced("event", about.id, told, about, row, Purpose.ANNOUNCEMENTS)


def announced_anew(tx: Tx, about: EventAnnounced, now: int) -> list[Effect]:
    """Where it was announced it reads as it stands now."""
    return announcing.announced_anew(tx, "event", about.id, about, (_row(about, now),))


def room_told(tx: Tx, number: int, occasion: Occasion) -> list[Effect]:
    """The announcements say that it is full, or that it is so no more, once they are wrong about it; no new message."""
    event = event_room.turned(tx, number, occasion)
    return announced_anew(tx, shown(tx, event, occasion), occasion.now) if event else []


def announced_off(tx: Tx, number: int, outcome: Any) -> list[Effect]:
    """The announcements say that it does not take place."""
    return announcing.announced_anew(tx, "event", number, outcome, template="announced_off")


def announced_over(tx: Tx, number: int, outcome: Any) -> list[Effect]:
    """The announcements say how many came, and whom to thank."""
    return announcing.announced_anew(tx, "event", number, outcome, template="announced_over")


def how_was_it(asked: HowWasIt) -> list[Effect]:
    """Those who came are asked with the rest of their evening; three taps, for two weeks."""
    row = tuple(
        Button(f"event/mark_{mark}", "event.mark", {"event": asked.id, "mark": mark}, once=False, lasts_s=14 * DAY_S)
        for mark in EventMark
    )
    about = event_feedback.about(asked.id)
    return [
        Note(member, Matter.NEWS, about, "event/how", asked, buttons=(row,), lasts_s=7 * DAY_S)
        for member in asked.members
    ]


def _row(about: EventAnnounced, now: int) -> Row:
    register = Button(
        "event/register" if about.room is EventRoom.FREE else "event/wait",
        "event.register",
        {"event": about.id, "price": about.plan.price, "public": True, "waits": about.room is not EventRoom.FREE},
        about.plan,
        anyone=True,
        once=False,
        lasts_s=lasting(about.plan, now),
        style="primary",
    )
    return register, Link("event/details", start=f"event-{about.id}")


def lasting(plan: EventPlan, now: int) -> int:
    """How long buttons of an event are of use, in seconds: until a day after it."""
    return max(plan.ends_at - now, 0) + DAY_S


def offers(offered: Sequence[SeatOffered], now: int) -> list[Effect]:
    """Whoever is next hears of it at once: the seat is kept for a while only."""
    return [_offer(one, now) for one in offered]


def _offer(one: SeatOffered, now: int) -> Tell:
    data, lasts_s = {"event": one.id, "price": one.price}, max(one.starts_at - now, 0) + DAY_S
    take = Button("event/confirm", "event.confirm", data, one, once=False, lasts_s=lasts_s, style="success")
    rather_not = Button("event/leave_offered", "event.leave", data, once=False, lasts_s=lasts_s)
    name = seat.offer(one.id, one.member)
    return Tell(one.member, "event/offered", one, buttons=((take, rather_not),), keep=name)


def offer_over(template: str, outcome: Any, number: int, member: int) -> Edit:
    """The message that offered a seat, which is not to be had by it any more, says so; the event can be looked at."""
    see = Button("event/see", "event.open", {"event": number}, once=False, lasts_s=30 * DAY_S)
    return Edit(template, outcome, buttons=((see,),), keep=seat.offer(number, member))


def endings(ended: Sequence[SeatEnded], now: int) -> list[Effect]:
    """Nobody waits in silence: whose wait, or seat, has ended hears why, and the next in line that a seat is free."""
    told: list[Effect] = [Tell(one.member, "event/ended", one, quiet=True) for one in ended]
    told += [offer_over("event/offer_over", one, one.id, one.member) for one in ended]
    return [*told, *(effect for one in ended for effect in offers(one.offered, now))]
