"""What time does to team projects: reminders, roles of those who are gone, and what staff are to decide."""

from msgspec import Struct

from actions.teams.project import RoleLeft, free, known, see
from actions.teams.project_led import ProjectTurned, dissolve
from actions.teams.project_piece import of, part_of
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.teams.project import Project, ProjectState, Teammate
from rules.works.challenge import Piece
from rules.works.submission import SubmissionStanding
from storage.engine.tx import Tx
from storage.teams import projects, teammates

AT_ONCE, HOUR_S = 50, 3_600
APPROVED = (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)
DONE = (SubmissionStanding.WAITING, *APPROVED)


class ProjectSoon(Struct, frozen=True):
    """Something of a project is due then (UTC seconds): a `milestone`, or what somebody hands in, `whole` or a part."""

    member: int
    id: int
    title: str
    due: int
    nth: int
    milestone: str | None = None
    whole: bool = False


class ProjectsKept(Struct, frozen=True):
    """What time has done: whose roles are free, what came to nothing, what staff decide, who is reminded."""

    freed: tuple[RoleLeft, ...]
    dissolved: tuple[ProjectTurned, ...]
    unformed: tuple[Project, ...]
    overdue: tuple[Project, ...]
    soon: tuple[ProjectSoon, ...]


def look_after(tx: Tx, occasion: Occasion) -> ProjectsKept:
    """Everything whose time has come; each is named once."""
    freed = _freed(tx, occasion)
    late = projects.overdue(tx, occasion.now, AT_ONCE)
    nothing = tuple(
        dissolve(tx, one.id, None, occasion) for one in late if one.state is ProjectState.FORMING or not one.size
    )
    overdue = tuple(one for one in late if one.state is ProjectState.RUNNING and one.size)
    overdue = tuple(one for one in overdue if see(tx, one.id, None, occasion).handed_in not in APPROVED)
    unformed = tuple(projects.unformed(tx, occasion.now, AT_ONCE))
    unformed = tuple(one for one in unformed if not one.over(occasion.now))
    for one in (*late, *unformed):
        projects.asked(tx, one.id, occasion.now)
    return ProjectsKept(freed, nothing, unformed, overdue, (*_milestones(tx, occasion), *_deadlines(tx, occasion)))


def _freed(tx: Tx, occasion: Occasion) -> tuple[RoleLeft, ...]:
    """Of those who are in no group any more, or suspended until it ends. Who has handed in what they owe stays."""
    gone = [(known(tx, one.project), one) for one in teammates.gone(tx, AT_ONCE)]
    return tuple(
        free(tx, project, one, occasion, gone=True) for project, one in gone if not _owes_nothing(tx, project, one)
    )


def _owes_nothing(tx: Tx, project: Project, one: Teammate) -> bool:
    """Of whoever leads that is the whole: without it nobody is paid."""
    if project.state is ProjectState.FORMING:
        return False
    piece = Piece.WHOLE if one.role == project.lead else Piece.PART
    return part_of(tx, of(tx, project, piece).id, one.member) in DONE


def _milestones(tx: Tx, occasion: Occasion) -> list[ProjectSoon]:
    found = []
    for number, nth in projects.milestones_due(tx, occasion.now, _soon(occasion), AT_ONCE):
        project = known(tx, number)
        projects.milestone_reminded(tx, number, nth)
        found += [_of_milestone(project, nth, one.member) for one in teammates.of_project(tx, number)]
    return found


def _deadlines(tx: Tx, occasion: Occasion) -> list[ProjectSoon]:
    """Those whose part, or the whole, is not there yet."""
    found = []
    for project in projects.ending(tx, occasion.now, _soon(occasion), AT_ONCE):
        projects.reminded(tx, project.id)
        found += [due for one in teammates.of_project(tx, project.id) if (due := _of_deadline(tx, project, one.member))]
    return found


def _soon(occasion: Occasion) -> int:
    """A day earlier than the brand wants at the latest: the note waits for the one message of a day."""
    return occasion.now + (occasion.programme.projects.remind_hours + 24) * HOUR_S


def _of_milestone(project: Project, nth: int, member: int) -> ProjectSoon:
    one = project.plan.milestones[nth]
    return ProjectSoon(member, project.id, project.plan.title, one.due, nth, one.title)


def _of_deadline(tx: Tx, project: Project, member: int) -> ProjectSoon | None:
    mine = teammates.of_member(tx, project.id, member)
    if mine is None:
        return None
    if project.state is not ProjectState.RUNNING or _owes_nothing(tx, project, mine):
        return None
    leads = mine.role == project.lead
    return ProjectSoon(member, project.id, project.plan.title, project.plan.deadline, 0, whole=leads)


def _still_true(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """For those who are of the team, while it is running; what is due in the words of the day, unless it is there."""
    number, what, nth = note.subject.split(":")
    project, mine = known(tx, int(number)), teammates.of_member(tx, int(number), note.member)
    if not project.state.live or mine is None:
        return False
    if what == "freed":
        return project.plan.roles[int(nth)].free > 0
    if what not in ("milestone", "deadline"):
        return True
    soon = (
        _of_milestone(project, int(nth), note.member) if what == "milestone" else _of_deadline(tx, project, note.member)
    )
    reached = what == "milestone" and project.plan.milestones[int(nth)].done_at is not None
    return Retold("project/reminder", soon) if soon and not reached and soon.due > occasion.now else False


def _done(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    """That it is done stays true."""
    return True


STILL_TRUE = {"project": _still_true, "project_done": _done}
