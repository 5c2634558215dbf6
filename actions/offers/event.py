"""Events as people see them, and publishing one."""

from msgspec import Struct

from actions.works import trust
from actions.works.told_first import Found, StillNew
from rules.occasion import Occasion
from rules.offers.attendance import is_listed
from rules.offers.event import (
    Event,
    EventKind,
    EventPhase,
    EventPlan,
    EventUnknown,
    Preferred,
    SeveralSpeakers,
    SpeakerUnknown,
    names_several,
)
from rules.offers.seat import Seat, SeatState
from rules.people import Member
from rules.programme.privileges import EVENTS_FIRST, LAUNCH_GUEST
from rules.programme.trust import TrustStep
from rules.reading.names import is_id
from rules.values import replace
from rules.works.told_first import FirstKind, ToldFirst
from storage import audits, members
from storage.engine.tx import Tx
from storage.offers import attendances, event_materials, events, seats


class EventSeen(Struct, frozen=True):
    """An event as a member sees it: from when and until when they may register (UTC seconds), seats left for them, how many
    wait. `standing` is how they stand, `until` how long a seat is kept for them, `ahead` how many wait before them.

    `plan.place` is empty for whoever has no seat; `placed` tells whether there is one. `hour`: they want to be told an hour
    before; `here`: they may say that they came, which they have once they `came`; `material` is there for them. `speaks`:
    they are the speaker, who needs no seat; `counts`: who comes can be counted now. `guest`: it is a launch, and they are
    among those who come first.
    """

    id: int
    plan: EventPlan
    speaker: str
    phase: EventPhase
    opens_at: int
    closes_at: int
    free: int
    waiting: int
    first: bool
    placed: bool
    reason: str | None
    standing: SeatState | None = None
    until: int | None = None
    ahead: int = 0
    hour: bool = False
    here: bool = False
    came: bool = False
    material: bool = False
    speaks: bool = False
    counts: bool = False
    guest: bool = False


def known(tx: Tx, number: int) -> Event:
    """The event of that number. Raises EventUnknown."""
    event = events.get(tx, number)
    if event is None:
        raise EventUnknown(number)
    return event


def comes_first(tx: Tx, event: Event, member: Member, occasion: Occasion) -> bool:
    """Whether reserved seats are for the member too, and they may register earlier: by their level, or by trust."""
    levels = occasion.programme.levels
    if levels.opens(levels.standing(member.contribution, member.level).key, EVENTS_FIRST):
        return True
    if is_guest(event, member, occasion):
        return True
    if event.plan.reserved_for is Preferred.FIRST:
        return False
    return trust.step_of(tx, member, occasion).place >= TrustStep(event.plan.reserved_for.value).place


def is_guest(event: Event, member: Member, occasion: Occasion) -> bool:
    """Whether it is a launch to which their level makes them a guest."""
    levels = occasion.programme.levels
    stands = levels.standing(member.contribution, member.level).key
    return event.plan.kind is EventKind.LAUNCH and levels.opens(stands, LAUNCH_GUEST)


def guests(event: Event, occasion: Occasion) -> str:
    """The title of the level from which people are guests of that launch; empty of any other event, or if none opens it."""
    level = occasion.programme.levels.opening(LAUNCH_GUEST)
    return level.title if level and event.plan.kind is EventKind.LAUNCH else ""


def see(tx: Tx, number: int, member: Member, occasion: Occasion) -> EventSeen:
    """An event with the member's own part in it. Raises EventUnknown."""
    return seen(tx, known(tx, number), member, occasion)


def seen(tx: Tx, event: Event, member: Member, occasion: Occasion) -> EventSeen:
    """That event with the member's own part in it."""
    first = comes_first(tx, event, member, occasion)
    hours = occasion.programme.events.first_hours if first else 0
    mine = seats.live(tx, event.id, member.id)
    came = attendances.get(tx, mine.id) if mine else None
    limits, speaks = occasion.programme.events, event.spoken_by == member.id
    counts = is_listed(event, occasion.now, limits.list_hours)
    return EventSeen(
        id=event.id,
        plan=shown_to(event, mine, speaks=speaks),
        speaker=speaker_of(tx, event),
        phase=event.phase(occasion.now, hours),
        opens_at=event.opens(hours),
        closes_at=event.closes,
        free=event.free(event.reserved(occasion.now, limits.release_hours), first=first),
        waiting=seats.count(tx, event.id, SeatState.WAITING),
        first=first,
        placed=bool(event.plan.place),
        reason=event.reason,
        standing=mine.state if mine else None,
        until=mine.until if mine else None,
        ahead=seats.before(tx, mine) if mine and mine.state is SeatState.WAITING else 0,
        hour=attendances.wants_hour(tx, event.id, member.id),
        here=came is not None and not came.came and counts,
        came=came is not None and came.came,
        material=event_materials.count(tx, event.id) > 0 and ((came is not None and came.came) or speaks),
        speaks=speaks,
        counts=counts,
        guest=is_guest(event, member, occasion),
    )


def public(tx: Tx, event: Event, occasion: Occasion) -> EventSeen:
    """An event as everybody sees it: the seats that are for anyone, from when those may be taken."""
    return EventSeen(
        id=event.id,
        plan=shown_to(event, None, speaks=False),
        speaker=speaker_of(tx, event),
        phase=event.phase(occasion.now, 0),
        opens_at=event.opens(0),
        closes_at=event.closes,
        free=event.free(event.reserved(occasion.now, occasion.programme.events.release_hours), first=False),
        waiting=seats.count(tx, event.id, SeatState.WAITING),
        first=False,
        placed=bool(event.plan.place),
        reason=event.reason,
    )


def shown_to(event: Event, mine: Seat | None, *, speaks: bool) -> EventPlan:
    """The plan, without the place for whoever neither has a seat nor speaks."""
    seated = mine is not None and mine.state is SeatState.SEATED
    return event.plan if seated or speaks else replace(event.plan, place="")


def speaker_of(tx: Tx, event: Event) -> str:
    """Who speaks, by the name they have today."""
    return members.get(tx, event.spoken_by).name if event.spoken_by is not None else event.plan.speaker


def speaking(tx: Tx, plan: EventPlan) -> int | None:
    """The account of a speaker who is written by @name or by Telegram's id. Raises SpeakerUnknown, SeveralSpeakers."""
    said = plan.speaker
    if not (said.startswith("@") or is_id(said)):
        return None
    found = members.by_telegram_id(tx, int(said)) if is_id(said) else members.by_username(tx, said[1:])
    if found is None:
        raise SeveralSpeakers(said) if names_several(said) else SpeakerUnknown(said)
    return found.id


def speaker_named(tx: Tx, plan: EventPlan) -> str:
    """Who is to speak, by the name of the account that is written. Raises SpeakerUnknown, SeveralSpeakers."""
    account = speaking(tx, plan)
    return plan.speaker if account is None else members.get(tx, account).name


def publish(tx: Tx, staff: Member, plan: EventPlan, occasion: Occasion) -> Event:
    """Announce an event. Raises SpeakerUnknown, SeveralSpeakers."""
    event = events.add(tx, plan, speaking(tx, plan), staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "event.publish", event=event.id, title=plan.title)
    return event


def _ahead(tx: Tx, number: int, occasion: Occasion) -> StillNew | None:
    """For everybody but its speaker, while it may still be joined."""
    made = events.get(tx, number)
    if made is None or made.phase(occasion.now) not in (EventPhase.AHEAD, EventPhase.OPEN):
        return None
    told = ToldFirst(FirstKind.EVENT, number, made.plan.title, made.plan.starts_at)
    return StillNew(told, TrustStep.BASE, but=made.spoken_by)


TOLD_FIRST: dict[FirstKind, Found] = {FirstKind.EVENT: _ahead}
