"""Changing a published team project by form (`/editproject 3`)."""

from msgspec import Struct

from actions.teams import editproject as actions
from actions.teams.editproject import ProjectEdited
from handlers.call import Call
from handlers.editing import Data, Editing, numbered
from handlers.effects import Edit, Effects, Keyboard, Link, Note, Reply
from handlers.teams.project_told import announced_anew
from rules.draft import DraftKind
from rules.note import Matter
from rules.reading.amending import Amendment, Overtaken
from rules.teams import project_amending
from rules.teams.project import Project, ProjectNumberNeeded, ProjectPlan
from storage.engine.tx import Tx


class ProjectEditPreview(Struct, frozen=True):
    """A project as it will read; so many have a role and are told, `overtaken` are lines that others changed meanwhile."""

    id: int
    plan: ProjectPlan
    forming: bool
    team: int
    overtaken: tuple[Overtaken, ...]


def _show(call: Call, tx: Tx, found: Project, amendment: Amendment, data: Data, rows: Keyboard) -> Effects:
    plan = project_amending.plan_of(amendment.values, found.plan)
    actions.require_fair(found, plan)
    preview = ProjectEditPreview(found.id, plan, found.begun_at is None, found.size, amendment.overtaken)
    return Reply("project/edit_preview", preview, buttons=rows)


def _save(call: Call, tx: Tx, found: Project, amendment: Amendment, data: Data) -> Effects:
    plan = project_amending.plan_of(amendment.values, found.plan)
    done = actions.edit(tx, found.id, plan, call.member, call.occasion)
    told = [_told(member, done, call.occasion.now) for member in done.team if done.changed]
    return [Edit("project/edited", done), *announced_anew(tx, done.id, call.occasion), *told]


def _told(member: int, done: ProjectEdited, now: int) -> Note:
    """With the rest of their day; a further change is told beside this one."""
    details = Link("project/details", start=f"project-{done.id}")
    lasts_s = max(done.plan.deadline - now, 0)
    about = actions.about_change(done.id, now)
    return Note(member, Matter.ACCOUNT, about, "project/changed", done, buttons=((details,),), lasts_s=lasts_s)


EDITING = Editing(
    noun="project",
    kind=DraftKind.PROJECT,
    find=actions.editable,
    text=project_amending.text_of,
    amend=project_amending.amend,
    show=_show,
    save=_save,
    number=numbered(ProjectNumberNeeded),
)
ROUTES = EDITING.routes(place=49)
