"""Making a team project: a form to fill in and send back, previewed and confirmed."""

from dataclasses import dataclass

from actions import audience as audiences
from actions import draft
from actions.works import project
from handlers.call import Call
from handlers.effects import Edit, Effects
from handlers.making import Making
from handlers.routes import MODERATORS, Press
from handlers.works.project_told import announced
from rules.audience import Meant, Reader
from rules.draft import DraftKind
from rules.forms import Filled
from rules.works import project_form
from rules.works.project import ProjectPlan
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class ProjectPreview:
    """The project as it is to be, and every group, with whether it is told."""

    plan: ProjectPlan
    readers: tuple[Reader, ...]


def publish(call: Call, tx: Tx) -> Effects:
    """Announce it in the groups that are meant, once of all the previews that stand open."""
    number = draft.require_open(tx, call.data["draft"]).id
    filled = MAKING.written(call)
    if filled.mistakes:
        return MAKING.mistaken(filled, number)
    told = audiences.addressed(tx, Meant.DRAFT, number)
    published = project.publish(tx, call.member, project_form.plan_of(filled), call.occasion)
    draft.publish(tx, number, published.id, call.occasion)
    shown = project.seen(tx, published, None, call.occasion)
    return [Edit("project/published", shown), *announced(told, shown, call.occasion.now)]


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> ProjectPreview:
    return ProjectPreview(project_form.plan_of(filled), readers)


MAKING = Making("project", "newproject", DraftKind.PROJECT, project_form.read, _preview)
ROUTES = (*MAKING.routes(place=48), Press("project.publish", publish, who=MODERATORS, final=True))
