"""Making a resource: a form to fill in and send back, previewed and confirmed."""

from dataclasses import dataclass

from actions import audience as audiences
from actions import draft
from actions.works import resource
from handlers.call import Call
from handlers.effects import Edit, Effects
from handlers.making import Making
from handlers.routes import MODERATORS, Press
from handlers.works.resource_told import announced, shown
from messages.vocabulary import vocabulary
from rules import forms
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Field, Filled, Shape
from rules.works import resource_form
from rules.works.resource import ResourcePlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class ResourcePreview:
    """The resource as it is to be, with the level as it was written, and every group, with whether it is told."""

    plan: ResourcePlan
    level: str
    readers: tuple[Reader, ...]


def publish(call: Call, tx: Tx) -> Effects:
    """Announce it in the groups that are meant, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = MAKING.written(call)
    if filled.mistakes:
        return MAKING.mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    made = resource.publish(tx, call.member, resource_form.plan_of(filled.values), call.occasion)
    draft.publish(tx, number, made.id, call.occasion)
    about = shown(made, call.occasion)
    return [Edit("resource/published", about), *announced(told, about)]


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> ResourcePreview:
    words = vocabulary("resource", "zh")
    level = forms.written_in((Field("level", Shape.LINE),), filled.text, words).get("level", "")
    return ResourcePreview(resource_form.plan_of(filled.values), level, readers)


MAKING = Making("resource", "newresource", DraftKind.RESOURCE, resource_form.read, _preview)
ROUTES = (*MAKING.routes(place=54), Press("resource.publish", publish, who=MODERATORS, final=True))
