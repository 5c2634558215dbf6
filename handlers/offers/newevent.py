"""Making an event: a form to fill in and send back, previewed and confirmed."""

from collections.abc import Sequence

from msgspec import Struct

from actions.offers import event
from handlers.call import Call
from handlers.making import Made, Making
from handlers.offers.event_speaker import speaks
from handlers.offers.event_told import announced, shown
from handlers.works.told_first import told_first
from rules.audience import Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.offers import event_form
from rules.offers.event import EventPlan
from rules.people import Group
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.same_again import SameAgain, same_again
from rules.works.told_first import FirstKind
from storage.engine.tx import Tx


class EventPreview(Struct, frozen=True):
    """The event as those with a seat will see it, and every group, with whether it is told."""

    plan: EventPlan
    speaker: str
    readers: tuple[Reader, ...]


def _make(call: Call, tx: Tx, filled: Filled, told: Sequence[Group]) -> Made:
    now = call.occasion.now
    made = event.publish(tx, call.member, event_form.plan_of(filled.values), call.occasion)
    about = shown(tx, made, call.occasion)
    first = told_first(tx, FirstKind.EVENT, made.id, told, call.occasion)
    return Made(made.id, about, [*announced(told, about, now), *speaks(made, now), *first])


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> EventPreview:
    plan = event_form.plan_of(filled.values)
    return EventPreview(plan, event.speaker_named(tx, plan), readers)


def _same(tx: Tx, number: int, words: Vocabulary, occasion: Occasion) -> SameAgain:
    text = event_form.text_of(event.known(tx, number).plan, words, occasion)
    return same_again(event_form.FORM, text, words)


def _speaking(tx: Tx, filled: Filled) -> int | None:
    return event.speaking(tx, event_form.plan_of(filled.values))


MAKING = Making("event", "newevent", DraftKind.EVENT, event_form.read, _preview, _make, _same, named=_speaking)
ROUTES = MAKING.routes(place=44)
