"""Changing a published team project: nobody has less time or a smaller reward, and its team is told what changed."""

from msgspec import Struct

from actions.teams.project import about, known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.people import Member
from rules.teams.project import Project, ProjectPlan, RewardLess, brief_of, require_live
from rules.teams.project_amending import changed
from rules.works.challenge import DeadlineEarlier, Piece
from storage import audits, notes
from storage.engine.tx import Tx
from storage.teams import projects, teammates
from storage.works import challenges


class ProjectEdited(Struct, frozen=True):
    """A project reads otherwise now; `changed` are the fields, `team` those who have a role."""

    id: int
    before: ProjectPlan
    plan: ProjectPlan
    changed: tuple[str, ...]
    team: tuple[int, ...]


def editable(tx: Tx, number: int, occasion: Occasion) -> Project:
    """The project while its team forms or works. Raises ProjectUnknown, ProjectOver."""
    project = known(tx, number)
    require_live(project, occasion.now)
    return project


def require_fair(project: Project, plan: ProjectPlan) -> None:
    """Raise DeadlineEarlier or RewardLess where those who have a role would lose something."""
    if project.size and plan.deadline < project.plan.deadline:
        raise DeadlineEarlier(project.plan.deadline)
    if project.size and plan.reward < project.plan.reward:
        raise RewardLess(project.plan.reward)


def edit(tx: Tx, number: int, plan: ProjectPlan, staff: Member, occasion: Occasion) -> ProjectEdited:
    """It is to be `plan` from now on. Raises ProjectUnknown, ProjectOver, DeadlineEarlier, RewardLess."""
    project = editable(tx, number, occasion)
    require_fair(project, plan)
    differ = changed(project.plan, plan)
    projects.change(tx, number, plan)
    if "form_by" in differ:
        projects.form_until(tx, number, plan.form_by)
    if "deadline" in differ:
        projects.extend(tx, number, plan.deadline)
        notes.withdraw(tx, about(number, "deadline"))
    _pieces(tx, known(tx, number), later="deadline" in differ)
    audits.record(tx, occasion.now, staff.id, "project.edit", project=number, changed=" ".join(differ))
    team = tuple(one.member for one in teammates.of_project(tx, number))
    return ProjectEdited(number, project.plan, plan, differ, team)


def _pieces(tx: Tx, project: Project, *, later: bool) -> None:
    """What the team hands in is asked for in the new words."""
    for piece in Piece:
        if (found := challenges.of_project(tx, project.id, piece)) is not None:
            challenges.change(tx, found.id, brief_of(project))
            if later:
                challenges.extend(tx, found.id, project.plan.deadline)


def about_change(number: int, now: int) -> str:
    """What the note of a change is about: which project, and when it was changed."""
    return f"project_edited:{number}:{now}"


def _still_theirs(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While they have a role in it, and it goes on."""
    number = int(note.subject.partition(":")[0])
    return known(tx, number).state.live and teammates.of_member(tx, number, note.member) is not None


STILL_TRUE = {"project_edited": _still_theirs}
