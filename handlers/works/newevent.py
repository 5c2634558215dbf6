"""Making an event: a form to fill in and send back, previewed and confirmed."""

from dataclasses import dataclass

from actions import audience as audiences
from actions import draft
from actions.works import event
from handlers.call import Call
from handlers.effects import Edit, Effects
from handlers.making import Making
from handlers.routes import MODERATORS, Press
from handlers.works.event_speaker import speaks
from handlers.works.event_told import announced, shown
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Filled
from rules.works import event_form
from rules.works.event import EventPlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class EventPreview:
    """The event as those with a seat will see it, and every group, with whether it is told."""

    plan: EventPlan
    speaker: str
    readers: tuple[Reader, ...]


def publish(call: Call, tx: Tx) -> Effects:
    """Announce it in the groups that are meant, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = MAKING.written(call)
    if filled.mistakes:
        return MAKING.mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    published = event.publish(tx, call.member, event_form.plan_of(filled.values), call.occasion)
    draft.publish(tx, number, published.id, call.occasion)
    about = shown(tx, published, call.occasion.now, call.occasion.programme.events.first_hours)
    now = call.occasion.now
    return [Edit("event/published", about), *announced(told, about, now), *speaks(published, now)]


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> EventPreview:
    plan = event_form.plan_of(filled.values)
    return EventPreview(plan, event.speaker_named(tx, plan), readers)


MAKING = Making("event", "newevent", DraftKind.EVENT, event_form.read, _preview)
ROUTES = (*MAKING.routes(place=44), Press("event.publish", publish, who=MODERATORS, final=True))
