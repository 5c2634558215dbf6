"""What becomes of a project: begun with who is there, given more time, dissolved; where its team talks, what it has reached."""

from msgspec import Struct

from actions.teams.project import about, known
from actions.teams.project_piece import begin
from rules.links import address_in
from rules.occasion import DAY_S, Occasion
from rules.people import Member
from rules.teams.project import (
    ChatUnclear,
    NoRole,
    NotTheLead,
    Project,
    ProjectOver,
    ProjectState,
    require_live,
    require_team,
)
from rules.works.challenge import Piece
from storage import audits, notes
from storage.engine.tx import Tx
from storage.teams import projects, teammates
from storage.works import challenges


class ProjectTurned(Struct, frozen=True):
    """A project with its `team` has begun, has more time until then (UTC seconds), or is dissolved."""

    id: int
    title: str
    state: ProjectState
    until: int
    by: str | None
    team: tuple[int, ...]


class Reached(Struct, frozen=True):
    """A milestone is reached, or after all not yet."""

    title: str
    done: bool


def begin_as_is(tx: Tx, number: int, staff: Member, occasion: Occasion) -> ProjectTurned:
    """The places that nobody took are gone, and those who are there begin.

    Raises ProjectUnknown, ProjectOver, LeadMissing, TeamTooSmall.
    """
    project = _forming(tx, number, occasion)
    require_team(project, occasion.programme.projects.fewest)
    begin(tx, project, occasion)
    audits.record(tx, occasion.now, staff.id, "project.begin", project=number)
    return turned(tx, known(tx, number), staff)


def more_time(tx: Tx, number: int, staff: Member, occasion: Occasion) -> ProjectTurned:
    """Some days more to form, or once it runs to hand in. Raises ProjectUnknown, ProjectOver."""
    project = known(tx, number)
    if not project.state.live:
        raise ProjectOver(project.plan.title)
    more_s = occasion.programme.projects.extend_days * DAY_S
    if project.state is ProjectState.FORMING:
        _form_later(tx, project, max(project.plan.form_by, occasion.now) + more_s)
    else:
        _hand_in_later(tx, project, max(project.plan.deadline, occasion.now) + more_s)
    audits.record(tx, occasion.now, staff.id, "project.extend", project=number)
    return turned(tx, known(tx, number), staff)


def _form_later(tx: Tx, project: Project, until: int) -> None:
    """What follows keeps its distance: nobody has less time because the others came late."""
    projects.form_until(tx, project.id, until)
    if project.plan.deadline <= until:
        projects.extend(tx, project.id, until + project.plan.deadline - project.plan.form_by)


def _hand_in_later(tx: Tx, project: Project, until: int) -> None:
    projects.extend(tx, project.id, until)
    notes.withdraw(tx, about(project.id, "deadline"))
    for piece in Piece:
        if (found := challenges.of_project(tx, project.id, piece)) is not None:
            challenges.extend(tx, found.id, until)


def dissolve(tx: Tx, number: int, staff: Member | None, occasion: Occasion) -> ProjectTurned:
    """It comes to nothing, by somebody's decision or by time: nothing is handed in any more, and nothing paid.

    Raises ProjectUnknown, ProjectOver.
    """
    project = known(tx, number)
    if not projects.end(tx, number, ProjectState.DISSOLVED, occasion.now):
        raise ProjectOver(project.plan.title)
    close_pieces(tx, number, occasion.now)
    if staff is not None:
        audits.record(tx, occasion.now, staff.id, "project.dissolve", project=number)
    return turned(tx, known(tx, number), staff)


def close_pieces(tx: Tx, number: int, now: int) -> None:
    """Nothing is handed in any more."""
    for piece in Piece:
        if (found := challenges.of_project(tx, number, piece)) is not None:
            challenges.close(tx, found.id, now)


def turned(tx: Tx, project: Project, by: Member | None) -> ProjectTurned:
    """As it stands now, with whoever decided it."""
    until = project.plan.form_by if project.state is ProjectState.FORMING else project.plan.deadline
    team = tuple(one.member for one in teammates.of_project(tx, project.id))
    return ProjectTurned(project.id, project.plan.title, project.state, until, by.name if by else None, team)


def require_lead(tx: Tx, number: int, member: Member, occasion: Occasion, *, staff: bool) -> Project:
    """The project, for whoever leads it or is of the staff. Raises ProjectUnknown, ProjectOver, NoRole, NotTheLead."""
    project = known(tx, number)
    require_live(project, occasion.now)
    mine = teammates.of_member(tx, number, member.id)
    if mine is None and not staff:
        raise NoRole(project.plan.title)
    if not staff and mine is not None and mine.role != project.lead:
        raise NotTheLead(project.plan.lead)
    return project


def meet(tx: Tx, number: int, written: str, member: Member, occasion: Occasion, *, staff: bool) -> ProjectTurned:
    """The team talks there from now on. Raises what `require_lead` raises, ChatUnclear."""
    project = require_lead(tx, number, member, occasion, staff=staff)
    address = address_in(written)
    if address is None or len(address) > 300:
        raise ChatUnclear(written)
    projects.meet_at(tx, number, address)
    return turned(tx, project, member)


def reach(tx: Tx, number: int, nth: int, member: Member, occasion: Occasion, *, staff: bool) -> Reached:
    """A milestone is reached; pressed again, it is not. Raises what `require_lead` raises."""
    project = require_lead(tx, number, member, occasion, staff=staff)
    milestone = project.plan.milestones[nth]
    done = milestone.done_at is None
    projects.reach(tx, number, nth, occasion.now if done else None)
    notes.withdraw(tx, about(number, "milestone", nth))
    return Reached(milestone.title, done)


def _forming(tx: Tx, number: int, occasion: Occasion) -> Project:
    project = known(tx, number)
    if project.state is not ProjectState.FORMING or project.over(occasion.now):
        raise ProjectOver(project.plan.title)
    return project
