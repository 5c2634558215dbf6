"""Team projects as people see them, publishing one, and who has which role: each step once, in the transaction that causes it."""

from msgspec import Struct

from actions.teams.project_piece import begin, enter, part_of, quit_pieces, require_nothing_handed_in
from actions.works import trust
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.trust import TrustStep
from rules.refusals import NotStarted
from rules.teams.project import (
    NoRole,
    Project,
    ProjectPlan,
    ProjectState,
    ProjectUnknown,
    RoleHeld,
    RoleTaken,
    Teammate,
    require_live,
)
from rules.works.challenge import Piece
from rules.works.submission import SubmissionStanding
from storage import audits, members
from storage.engine.tx import Tx
from storage.teams import projects, teammates
from storage.works import challenges


class TeamPerson(Struct, frozen=True):
    """Somebody in a team: how the part that they owe stands, of whoever leads the whole; None before there is one."""

    member: int
    name: str
    part: SubmissionStanding | None


class RoleSeen(Struct, frozen=True):
    """A role with those who have it, and how many places are `free`; whether it `leads`, and is the reader's (`mine`)."""

    project: int
    nth: int
    name: str
    what: str
    places: int
    share: int
    free: int
    leads: bool
    mine: bool
    people: tuple[TeamPerson, ...]


class MilestoneSeen(Struct, frozen=True):
    """A milestone, `late` when its moment (UTC seconds) has passed without it."""

    project: int
    nth: int
    title: str
    due: int
    done: bool
    late: bool


class ProjectSeen(Struct, frozen=True):
    """A project as somebody sees it. `role` is theirs, `part` and `whole` are where they hand in.

    `own` is how their part stands, `handed_in` how the whole does. `chat` is empty for whoever is not of the team. `late`:
    the deadline has passed.
    """

    id: int
    title: str
    about: str
    reward: int
    form_by: int
    deadline: int
    state: ProjectState
    roles: tuple[RoleSeen, ...]
    milestones: tuple[MilestoneSeen, ...]
    trust: TrustStep
    handed_in: SubmissionStanding | None
    late: bool
    role: str | None = None
    own: SubmissionStanding | None = None
    leads: bool = False
    chat: str = ""
    part: int | None = None
    whole: int | None = None


class RoleTook(Struct, frozen=True):
    """A role has somebody now; `begun`: with them the team was complete, and these members begin."""

    id: int
    title: str
    role: str
    name: str
    begun: tuple[int, ...]


class RoleLeft(Struct, frozen=True):
    """A role has nobody in that place any more: whose it was, and the rest of the `team`. `gone`: they left or may not go on."""

    id: int
    title: str
    nth: int
    role: str
    name: str
    member: int
    gone: bool
    team: tuple[int, ...]


def about(number: int, what: str, nth: int = 0) -> str:
    """What a note to the team is about: `milestone`, `deadline`, `freed`, `extended` or `chat`."""
    return f"project:{number}:{what}:{nth}"


def known(tx: Tx, number: int) -> Project:
    """The project of that number. Raises ProjectUnknown."""
    project = projects.get(tx, number)
    if project is None:
        raise ProjectUnknown(number)
    return project


def publish(tx: Tx, staff: Member, plan: ProjectPlan, occasion: Occasion) -> Project:
    """Announce a project, whose team forms from now on."""
    project = projects.add(tx, plan, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "project.publish", project=project.id, title=plan.title)
    return project


def see(tx: Tx, number: int, member: Member | None, occasion: Occasion) -> ProjectSeen:
    """A project with the member's own part in it, or as everybody sees it. Raises ProjectUnknown."""
    return seen(tx, known(tx, number), member, occasion)


def seen(tx: Tx, project: Project, member: Member | None, occasion: Occasion) -> ProjectSeen:
    """That project with the member's own part in it, or as everybody sees it."""
    plan, team = project.plan, teammates.of_project(tx, project.id)
    mine = next((one for one in team if member is not None and one.member == member.id), None)
    leads = mine is not None and mine.role == project.lead
    leader = next((one.member for one in team if one.role == project.lead), None)
    pieces = {piece: challenges.of_project(tx, project.id, piece) for piece in Piece}
    part, whole = (found.id if (found := pieces[piece]) else None for piece in Piece)
    return ProjectSeen(
        id=project.id,
        title=plan.title,
        about=plan.about,
        reward=plan.reward,
        form_by=plan.form_by,
        deadline=plan.deadline,
        state=project.state,
        roles=_roles(tx, project, team, part, whole, mine),
        milestones=_milestones(project, occasion.now),
        trust=plan.trust,
        handed_in=part_of(tx, whole, leader),
        late=project.state.live and project.over(occasion.now),
        role=plan.roles[mine.role].name if mine else None,
        own=part_of(tx, part, mine.member if mine else None),
        leads=leads,
        chat=plan.chat if mine else "",
        part=part if mine else None,
        whole=whole if leads else None,
    )


def _roles(
    tx: Tx, project: Project, team: list[Teammate], part: int | None, whole: int | None, mine: Teammate | None
) -> tuple[RoleSeen, ...]:
    people: list[list[TeamPerson]] = [[] for _ in project.plan.roles]
    for one in team:
        name = members.get(tx, one.member).name
        owed = whole if one.role == project.lead else part
        people[one.role].append(TeamPerson(one.member, name, part_of(tx, owed, one.member)))
    return tuple(
        RoleSeen(
            project.id,
            nth,
            role.name,
            role.what,
            role.places,
            role.share,
            role.free,
            nth == project.lead,
            mine is not None and mine.role == nth,
            tuple(people[nth]),
        )
        for nth, role in enumerate(project.plan.roles)
        if role.places
    )


def _milestones(project: Project, now: int) -> tuple[MilestoneSeen, ...]:
    running = project.state is ProjectState.RUNNING
    return tuple(
        MilestoneSeen(
            project.id,
            nth,
            one.title,
            one.due,
            one.done_at is not None,
            running and one.done_at is None and one.due < now,
        )
        for nth, one in enumerate(project.plan.milestones)
    )


def take(tx: Tx, number: int, nth: int, member: Member, occasion: Occasion) -> RoleTook:
    """Take a role; with the last one the team begins.

    Raises ProjectUnknown, ProjectOver, RoleHeld, TrustTooLow, NotStarted, RoleTaken.
    """
    project = known(tx, number)
    require_live(project, occasion.now)
    role = project.plan.roles[nth]
    if (mine := teammates.of_member(tx, number, member.id)) is not None:
        raise RoleHeld(project.plan.roles[mine.role].name, again=mine.role == nth)
    trust.require(tx, member, project.plan.trust, occasion)
    if not members.get(tx, member.id).reachable:
        raise NotStarted(f"project-{number}")
    if not projects.take(tx, number, nth):
        raise RoleTaken(role.name)
    teammate = teammates.add(tx, number, nth, member.id, occasion.now)
    after = known(tx, number)
    begun: tuple[int, ...] = ()
    if after.state is ProjectState.RUNNING:
        enter(tx, after, teammate, occasion)
    elif after.full:
        begun = begin(tx, after, occasion)
    return RoleTook(number, project.plan.title, role.name, member.name, begun)


def leave(tx: Tx, number: int, member: Member, occasion: Occasion) -> RoleLeft:
    """Give a role back, for somebody else to take. Raises ProjectUnknown, ProjectOver, NoRole, WorkHandedIn."""
    project = known(tx, number)
    require_live(project, occasion.now)
    mine = teammates.of_member(tx, number, member.id)
    if mine is None:
        raise NoRole(project.plan.title)
    require_nothing_handed_in(tx, project, member.id)
    return free(tx, project, mine, occasion, gone=False)


def free(tx: Tx, project: Project, teammate: Teammate, occasion: Occasion, *, gone: bool) -> RoleLeft:
    """The place is free again."""
    left = teammates.leave(tx, teammate.id, occasion.now)
    assert left, teammate
    projects.give_back(tx, project.id, teammate.role)
    quit_pieces(tx, project, teammate.member)
    rest = tuple(one.member for one in teammates.of_project(tx, project.id))
    role, name = project.plan.roles[teammate.role].name, members.get(tx, teammate.member).name
    return RoleLeft(project.id, project.plan.title, teammate.role, role, name, teammate.member, gone, rest)
