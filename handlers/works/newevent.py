"""Making an event: a form to fill in and send back, previewed and confirmed."""

from dataclasses import dataclass

from actions import audience as audiences
from actions import draft
from actions.works import event
from handlers import audience
from handlers.call import Call, ChatKind
from handlers.effects import Ask, Button, Edit, Effects, Keyboard, Link, Reply
from handlers.routes import MODERATORS, Command, Press, Prompted, Shelf, Start, Where
from handlers.works.event_told import announced, shown
from messages.vocabulary import vocabulary
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Filled, Vocabulary
from rules.works import event_form
from rules.works.event import EventPlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class EventPreview:
    """The event as those with a seat will see it, and every group, with whether it is told."""

    plan: EventPlan
    speaker: str
    readers: tuple[Reader, ...]


def new(call: Call, tx: Tx) -> Effects:
    """With nothing, the form comes in private; with a filled form, the preview."""
    text = call.words.strip()
    if text:
        return _read(call, tx, text, "", draft.begin(tx, call.member, DraftKind.EVENT, call.occasion, text))
    if call.chat.kind is ChatKind.PRIVATE:
        return started(call, tx)
    if not call.member.reachable:
        return Reply("event/form_waits", buttons=((Link("event/fetch_form", start="newevent"),),))
    opening = Link("welcome/open_private", start="newevent")
    return started(call, tx), Reply("event/form_sent", buttons=((opening,),), fade_s=60)


def started(call: Call, tx: Tx) -> Ask:
    """The deep link: the form."""
    number = draft.begin(tx, call.member, DraftKind.EVENT, call.occasion)
    return Ask("event.form", "event/form", data={"text": "", "draft": number})


def filled_in(call: Call, tx: Tx) -> Effects:
    """The form as it came back, or lines that correct it."""
    return _read(call, tx, call.words, call.data["text"], call.data["draft"])


def change(call: Call, tx: Tx) -> Effects:
    """The form once more, filled in as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("event.form", "event/form_again", Filled(call.data["text"]), data=dict(call.data))


def drop(call: Call, tx: Tx) -> Effects:
    """Think no more of it."""
    return Edit("event/dropped")


def publish(call: Call, tx: Tx) -> Effects:
    """Announce it in the groups that are meant, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = event_form.read(call.data["text"], _words(call), call.occasion)
    if filled.mistakes:
        return _mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    published = event.publish(tx, call.member, event_form.plan_of(filled.values), call.occasion)
    draft.publish(tx, number, published.id, call.occasion)
    about = shown(tx, published, call.occasion.now, call.occasion.programme.events.first_hours)
    return [Edit("event/published", about), *announced(told, about, call.occasion.now)]


def choose(call: Call, tx: Tx) -> Effects:
    """One group more or less is told, or those of one language, or all."""
    number = draft.require_open(tx, call.data["draft"]).id
    audiences.choose(tx, Meant.DRAFT, number, audience.chosen(call.data))
    filled = event_form.read(call.data["text"], _words(call), call.occasion)
    if filled.mistakes:
        return _mistaken(filled, number)
    preview = _preview(tx, filled, number)
    return Edit("event/preview", preview, buttons=_decide(preview, filled, number))


def _words(call: Call) -> Vocabulary:
    return vocabulary("event", call.member.locale)


def _read(call: Call, tx: Tx, text: str, before: str, number: int) -> Effects:
    filled = event_form.read(text, _words(call), call.occasion, before)
    if filled.mistakes:
        return _mistaken(filled, number)
    preview = _preview(tx, filled, number)
    return Reply("event/preview", preview, buttons=_decide(preview, filled, number))


def _mistaken(filled: Filled, number: int) -> Ask:
    return Ask("event.form", "forms/wrong", filled, data={"text": filled.text, "draft": number})


def _preview(tx: Tx, filled: Filled, number: int) -> EventPreview:
    plan = event_form.plan_of(filled.values)
    return EventPreview(plan, event.speaker_named(tx, plan), audiences.readers(tx, Meant.DRAFT, number))


def _decide(preview: EventPreview, filled: Filled, number: int) -> Keyboard:
    data = {"text": filled.text, "draft": number}
    return (
        (Button("event/publish", "event.publish", data, style="success"),),
        *audience.choices(preview.readers, "event.audience", data),
        (Button("event/change", "event.change", data), Button("event/drop", "event.drop")),
    )


ROUTES = (
    Command(
        "newevent",
        new,
        shelf=Shelf.WORKS,
        place=44,
        who=MODERATORS,
        where=Where.STAFF,
        stays="a filled-in form",
        plain=True,
    ),
    Start("newevent", started, who=MODERATORS),
    Prompted("event.form", filled_in, who=MODERATORS, plain=True),
    Press("event.audience", choose, who=MODERATORS),
    Press("event.publish", publish, who=MODERATORS, final=True),
    Press("event.change", change, who=MODERATORS),
    Press("event.drop", drop, who=MODERATORS),
)
