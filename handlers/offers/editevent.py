"""Changing a published event by form (`/editevent 3`), and calling it off (`/cancelevent 3 原因`)."""

from msgspec import Struct

from actions import dialogue
from actions.offers import editevent as actions
from actions.offers import event as events
from actions.offers import event_room
from actions.offers.editevent import CalledOff, EventEdited
from handlers.call import Call
from handlers.editing import Data, Editing, numbered
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, Note, Reply, Tell
from handlers.numbered import one_numbered
from handlers.offers.event_speaker import speaker_changed, speaker_of_off
from handlers.offers.event_told import announced_anew, announced_off, offer_over, offers, shown
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Shelf, Where
from rules.draft import DraftKind
from rules.lengths import within
from rules.note import Matter
from rules.occasion import Occasion
from rules.offers import event_form
from rules.offers.event import Event, EventNumberNeeded, EventPlan
from rules.reading.amending import Amendment, Overtaken
from rules.reading.form_fields import Vocabulary
from rules.reading.numbers import reference
from rules.refusals import OneAtATime
from storage.engine.tx import Tx


class EventEditPreview(Struct, frozen=True):
    """An event as it will be; so many seats are `taken`, `overtaken` are lines that others changed meanwhile."""

    id: int
    plan: EventPlan
    speaker: str
    taken: int
    overtaken: tuple[Overtaken, ...]


class CallingOff(Struct, frozen=True):
    """An event that is about to be called off: how many have a seat, or are asked whether they want one."""

    id: int
    title: str
    starts_at: int
    taken: int
    price: int
    reason: str


def _show(call: Call, tx: Tx, event: Event, amendment: Amendment, data: Data, rows: Keyboard) -> Effects:
    plan = event_form.plan_of(amendment.values, event.plan)
    actions.require_fair(event, plan)
    preview = EventEditPreview(event.id, plan, actions.speaker_after(tx, event, plan), event.taken, amendment.overtaken)
    return Reply("event/edit_preview", preview, buttons=rows)


def _save(call: Call, tx: Tx, event: Event, amendment: Amendment, data: Data) -> Effects:
    plan = event_form.plan_of(amendment.values, event.plan)
    done = actions.edit(tx, event.id, plan, call.member, call.occasion)
    return [Edit("event/edited", done), *_told(call, tx, done)]


def _speaking(tx: Tx, event: Event, amendment: Amendment) -> int | None:
    return actions.account_after(tx, event, event_form.plan_of(amendment.values, event.plan))


def _text(event: Event, words: Vocabulary, occasion: Occasion) -> str:
    return event_form.text_of(event.plan, words, occasion)


def _amend(event: Event, written: str, before: str, opened: str, words: Vocabulary, occasion: Occasion) -> Amendment:
    return event_form.amend(written, before, opened, event.plan, words, occasion)


def ask_reason(call: Call, tx: Tx) -> Effects:
    """The button under the detail: why does it not take place?"""
    event = actions.coming(tx, call.data["event"], call.occasion)
    return Ask("event.reason", "event/ask_reason", _calling_off(event, ""), {"event": event.id})


def cancel(call: Call, tx: Tx) -> Effects:
    """`/cancelevent 3 原因`: sure? Without a reason it is asked for."""
    number, reason = one_numbered(call.words, "cancelevent", EventNumberNeeded)
    if (second := reference(reason)) is not None:
        raise OneAtATime("cancelevent", number, second)
    event = events.known(tx, number)
    actions.require_callable(event, call.occasion)
    if not reason.strip():
        return Ask("event.reason", "event/ask_reason", _calling_off(event, ""), {"event": event.id})
    dialogue.give_up(tx, call.member, "event.reason", {"event": event.id})
    return _surely(event, reason)


def reason_told(call: Call, tx: Tx) -> Effects:
    """The reason: sure?"""
    event = events.known(tx, call.data["event"])
    actions.require_callable(event, call.occasion)
    return _surely(event, call.words)


def keep(call: Call, tx: Tx) -> Effects:
    """It takes place after all."""
    return Edit("event/kept", _calling_off(events.known(tx, call.data["event"]), ""))


def cancel_surely(call: Call, tx: Tx) -> Effects:
    """Sure: everybody hears why, and the points are back."""
    done = actions.call_off(tx, call.data["event"], call.data["reason"], call.member, call.occasion)
    told: list[Effect] = [
        Tell(member, "event/told_off", _off(done, points))
        for member, points in (*done.members, *((speaker, 0) for speaker in speaker_of_off(done)))
    ]
    over = [offer_over("event/told_off", _off(done, points), done.id, member) for member, points in done.members]
    return [Edit("event/called_off", done), *announced_off(tx, done.id, done), *over, *told]


def _off(done: CalledOff, points: int) -> "ToldOff":
    return ToldOff(done.title, done.starts_at, done.reason, points)


class ToldOff(Struct, frozen=True):
    """What one who had registered hears of an event that does not take place, and how many points are back."""

    title: str
    starts_at: int
    reason: str
    points: int


def _surely(event: Event, reason: str) -> Reply:
    reason = within(reason.strip(), actions.REASON_LIMIT)
    data = {"event": event.id, "reason": reason}
    surely = Button("event/cancel_surely", "event.cancel_surely", data, style="danger")
    keep_ = Button("event/keep", "event.keep", {"event": event.id})
    return Reply("event/cancel_surely", _calling_off(event, reason), buttons=((surely, keep_),))


def _calling_off(event: Event, reason: str) -> CallingOff:
    plan = event.plan
    return CallingOff(event.id, plan.title, plan.starts_at, event.taken, plan.price, reason)


def _told(call: Call, tx: Tx, done: EventEdited) -> list[Effect]:
    """The announcements read anew, those concerned hear of it, and whoever was waiting for a seat that there is now."""
    now = call.occasion.now
    event_room.turned(tx, done.id, call.occasion)
    event = events.known(tx, done.id)
    about = shown(tx, event, call.occasion)
    at_once = done.seated if done.pressing else ()
    later = [member for member in (*done.seated, *done.waiting) if member not in at_once]
    return [
        *announced_anew(tx, about, now),
        *(Tell(member, "event/changed", done, buttons=_details(done)) for member in at_once),
        *(_noted(member, done, now) for member in later if done.changed),
        *speaker_changed(event, done, now),
        *offers(done.offered, now),
    ]


def _noted(member: int, done: EventEdited, now: int) -> Note:
    """With the rest of their day."""
    lasts_s = max(done.plan.starts_at - now, 0)
    about = actions.about(done, now)
    return Note(member, Matter.ACCOUNT, about, "event/changed", done, buttons=_details(done), lasts_s=lasts_s)


def _details(done: EventEdited) -> Keyboard:
    return ((Link("event/details", start=f"event-{done.id}"),),)


EDITING = Editing(
    noun="event",
    kind=DraftKind.EVENT,
    find=actions.coming,
    text=_text,
    amend=_amend,
    show=_show,
    save=_save,
    number=numbered(EventNumberNeeded),
    named=_speaking,
)
ROUTES = (
    *EDITING.routes(place=45),
    Command(
        "cancelevent",
        cancel,
        shelf=Shelf.WORKS,
        place=46,
        menu=False,
        who=MODERATORS,
        where=Where.STAFF,
        stays="a reason",
    ),
    Prompted("event.reason", reason_told, Given.PREVIEWED, who=MODERATORS),
    Press("event.cancel", ask_reason, who=MODERATORS),
    Press("event.cancel_surely", cancel_surely, who=MODERATORS, final=True),
    Press("event.keep", keep, who=MODERATORS),
)
