"""Making a team project: a form to fill in and send back, previewed and confirmed."""

from collections.abc import Sequence

from msgspec import Struct

from actions.teams import project
from handlers.call import Call
from handlers.making import Made, Making
from handlers.teams.project_told import announced
from rules.audience import Reader
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.people import Group
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.same_again import SameAgain, same_again
from rules.teams import project_form
from rules.teams.project import ProjectPlan
from storage.engine.tx import Tx


class ProjectPreview(Struct, frozen=True):
    """The project as it is to be, and every group, with whether it is told."""

    plan: ProjectPlan
    readers: tuple[Reader, ...]


def _make(call: Call, tx: Tx, filled: Filled, told: Sequence[Group]) -> Made:
    made = project.publish(tx, call.member, project_form.plan_of(filled), call.occasion)
    shown = project.seen(tx, made, None, call.occasion)
    return Made(made.id, shown, announced(told, shown, call.occasion.now))


def _preview(tx: Tx, filled: Filled, readers: tuple[Reader, ...], number: int) -> ProjectPreview:
    return ProjectPreview(project_form.plan_of(filled), readers)


def _same(tx: Tx, number: int, words: Vocabulary, occasion: Occasion) -> SameAgain:
    """Its milestones had days of their own, and its place to talk was that team's."""
    plan = project.known(tx, number).plan
    reached = tuple(one.title for one in plan.milestones)
    return same_again(project_form.FORM, project_form.text_of(plan, words), words, reached)


MAKING = Making("project", "newproject", DraftKind.PROJECT, project_form.read, _preview, _make, _same)
ROUTES = MAKING.routes(place=48)
