"""Making a resource: a form to fill in and send back, previewed and confirmed."""

from collections.abc import Sequence

from msgspec import Struct

from actions.offers import resource
from handlers.call import Call
from handlers.making import Made, Making
from handlers.offers.resource_told import announced, shown
from messages.vocabulary import vocabulary
from rules.audience import Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.offers import resource_form
from rules.offers.resource import ResourcePlan
from rules.people import Group
from rules.reading import forms
from rules.reading.form_fields import Field, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.same_again import SameAgain, same_again
from storage.engine.tx import Tx


class ResourcePreview(Struct, frozen=True):
    """The resource as it is to be, with the level and `rank` as they were written, and every group, with whether it is told."""

    plan: ResourcePlan
    level: str
    readers: tuple[Reader, ...]
    rank: str = ""


def _make(call: Call, tx: Tx, filled: Filled, told: Sequence[Group]) -> Made:
    made = resource.publish(tx, call.member, resource_form.plan_of(filled.values), call.occasion)
    about = shown(made, call.occasion)
    return Made(made.id, about, announced(told, about))


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> ResourcePreview:
    words = vocabulary("resource", "zh")
    titles = forms.written_in((Field("level", Shape.LINE), Field("rank", Shape.LINE)), filled.text, words)
    level, rank = titles.get("level", ""), titles.get("rank", "")
    return ResourcePreview(resource_form.plan_of(filled.values), level, readers, rank)


def _same(tx: Tx, number: int, words: Vocabulary, occasion: Occasion) -> SameAgain:
    titled = resource_form.with_titles(words, occasion)
    text = resource_form.text_of(resource.known(tx, number).plan, titled, occasion)
    return same_again(resource_form.form_of(occasion.programme), text, titled)


MAKING = Making("resource", "newresource", DraftKind.RESOURCE, resource_form.read, _preview, _make, _same)
ROUTES = MAKING.routes(place=54)
