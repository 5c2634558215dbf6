"""Changing a published event by form (`/editevent 3`), and calling it off (`/cancelevent 3 原因`)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actions import draft
from actions.works import editevent as actions
from actions.works import event as events
from actions.works.editevent import EventEdited
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Link, Note, Reply, Tell
from handlers.persons import with_ids
from handlers.routes import MODERATORS, Command, Press, Prompted, Shelf, Where
from handlers.works.event_speaker import speaker_changed, speaker_of_off
from handlers.works.event_told import announced_anew, announced_off, offers, shown
from messages.vocabulary import vocabulary
from rules.amending import Amendment, NothingTouched, Overtaken
from rules.draft import DraftKind
from rules.forms import Filled, Vocabulary
from rules.lengths import within
from rules.note import Matter
from rules.numbers import named
from rules.works import event_form
from rules.works.event import Event, EventNumberNeeded, EventPlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class EventEditPreview:
    """An event as it will be; so many seats are `taken`, `overtaken` are lines that others changed meanwhile."""

    id: int
    plan: EventPlan
    speaker: str
    taken: int
    overtaken: tuple[Overtaken, ...]


@dataclass(frozen=True, slots=True)
class CallingOff:
    """An event that is about to be called off: how many have a seat, or are asked whether they want one."""

    id: int
    title: str
    starts_at: int
    taken: int
    price: int
    reason: str


def edit(call: Call, tx: Tx) -> Effects:
    """The form filled in as the event stands; lines that came with the command change it at once."""
    number, written = _named(replace(call, words=with_ids(call, tx)), "editevent")
    event = actions.coming(tx, number, call.occasion)
    text = event_form.text_of(event.plan, _words(call), call.occasion)
    begun = draft.begin(tx, call.member, DraftKind.EVENT, call.occasion)
    data = {"text": text, "opened": text, "event": event.id, "draft": begun}
    if written := written.strip():
        return _looked_at(call, tx, written, data)
    return Ask("event.edit", "event/form_again", Filled(text), data)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that change it."""
    return _looked_at(call, tx, with_ids(call, tx), dict(call.data))


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the form once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("event.edit", "event/form_again", Filled(call.data["text"]), dict(call.data))


def save(call: Call, tx: Tx) -> Effects:
    """What was touched applies to the event as it stands; what others touched meanwhile is shown first."""
    data = call.data
    draft.require_open(tx, data["draft"])
    event = actions.coming(tx, data["event"], call.occasion)
    amendment = _amendment(call, event, "", data)
    if amendment.mistakes or amendment.overtaken:
        return _looked_at(call, tx, "", dict(data))
    plan = event_form.plan_of(amendment.values, event.plan)
    done = actions.edit(tx, event.id, plan, call.member, call.occasion)
    draft.publish(tx, data["draft"], done.id, call.occasion)
    return [Edit("event/edited", done), *_told(call, tx, done)]


def ask_reason(call: Call, tx: Tx) -> Effects:
    """The button under the detail: why does it not take place?"""
    event = actions.coming(tx, call.data["event"], call.occasion)
    return Ask("event.reason", "event/ask_reason", _calling_off(event, ""), {"event": event.id})


def cancel(call: Call, tx: Tx) -> Effects:
    """`/cancelevent 3 原因`: sure? Without a reason it is asked for."""
    number, reason = _named(call, "cancelevent")
    event = events.known(tx, number)
    actions.require_callable(event, call.occasion)
    if not reason.strip():
        return Ask("event.reason", "event/ask_reason", _calling_off(event, ""), {"event": event.id})
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
        Tell(member, "event/told_off", ToldOff(done.title, done.starts_at, done.reason, points))
        for member, points in (*done.members, *((speaker, 0) for speaker in speaker_of_off(done)))
    ]
    return [Edit("event/called_off", done), *announced_off(tx, done.id, done), *told]


@dataclass(frozen=True, slots=True)
class ToldOff:
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


def _named(call: Call, command: str) -> tuple[int, str]:
    found = named(call.words)
    if found is None:
        raise EventNumberNeeded(command)
    return found


def _words(call: Call) -> Vocabulary:
    return vocabulary("event", call.member.locale)


def _amendment(call: Call, event: Event, written: str, data: Mapping[str, Any]) -> Amendment:
    before = data["text"]
    return event_form.amend(written or before, before, data["opened"], event.plan, _words(call), call.occasion)


def _looked_at(call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
    """The mistakes, or the preview; from here on the form counts as opened now."""
    event = actions.coming(tx, data["event"], call.occasion)
    amendment = _amendment(call, event, written, data)
    data["text"] = amendment.text
    if amendment.mistakes:
        return Ask("event.edit", "forms/wrong", amendment.filled, data)
    if not amendment.values:
        raise NothingTouched
    plan = event_form.plan_of(amendment.values, event.plan)
    actions.require_fair(event, plan)
    data["opened"] = event_form.text_of(event.plan, _words(call), call.occasion)
    rows: Keyboard = (
        (Button("event/save", "event.save", data, style="success"),),
        (
            Button("event/change", "event.change_again", data, corrects="event.edit"),
            Button("event/drop", "event.drop", {"draft": data["draft"]}),
        ),
    )
    preview = EventEditPreview(event.id, plan, actions.speaker_after(tx, event, plan), event.taken, amendment.overtaken)
    return Reply("event/edit_preview", preview, buttons=rows)


def _told(call: Call, tx: Tx, done: EventEdited) -> list[Effect]:
    """The announcements read anew, those concerned hear of it, and whoever was waiting for a seat that there is now."""
    now = call.occasion.now
    event = events.known(tx, done.id)
    about = shown(tx, event, now, call.occasion.programme.events.first_hours)
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


ROUTES = (
    Command(
        "editevent",
        edit,
        shelf=Shelf.WORKS,
        place=45,
        menu=False,
        who=MODERATORS,
        where=Where.PRIVATE,
        stays="a filled-in form",
    ),
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
    Prompted("event.edit", filled_in, who=MODERATORS, plain=True, fields="event"),
    Prompted("event.reason", reason_told, who=MODERATORS),
    Press("event.save", save, who=MODERATORS),
    Press("event.change_again", change, who=MODERATORS),
    Press("event.cancel", ask_reason, who=MODERATORS),
    Press("event.cancel_surely", cancel_surely, who=MODERATORS, final=True),
    Press("event.keep", keep, who=MODERATORS),
)
