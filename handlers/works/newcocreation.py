"""Making a co-creation brief: a form to fill in and send back, previewed and confirmed."""

from dataclasses import dataclass

from actions import audience as audiences
from actions import draft
from actions.works import cocreation
from handlers.call import Call
from handlers.effects import Edit, Effects
from handlers.making import Making
from handlers.routes import MODERATORS, Press
from handlers.works.cocreation_told import announced
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Filled
from rules.works import cocreation_form
from rules.works.cocreation import CocreationPlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class CocreationPreview:
    """The brief as it is to be, and every group, with whether it is told."""

    plan: CocreationPlan
    readers: tuple[Reader, ...]


def publish(call: Call, tx: Tx) -> Effects:
    """Announce it in the groups that are meant, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = MAKING.written(call)
    if filled.mistakes:
        return MAKING.mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    made = cocreation.publish(tx, call.member, cocreation_form.plan_of(filled), call.occasion)
    draft.publish(tx, number, made.id, call.occasion)
    shown = cocreation.seen(tx, made, None, call.occasion)
    return [Edit("cocreation/published", shown), *announced(told, shown)]


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> CocreationPreview:
    return CocreationPreview(cocreation_form.plan_of(filled), readers)


MAKING = Making("cocreation", "newcocreation", DraftKind.COCREATION, cocreation_form.read, _preview)
ROUTES = (*MAKING.routes(place=52), Press("cocreation.publish", publish, who=MODERATORS, final=True))
