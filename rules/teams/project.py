"""Team projects: who does what in one, for which share of its reward, and when somebody may take or give back a role."""

from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from rules.ends import over_at
from rules.programme.trust import TrustStep
from rules.refusals import Refusal
from rules.works.challenge import Brief, ChallengeKind, SkillTrack


class ProjectState(StrEnum):
    """FORMING until its roles are taken, RUNNING until it is paid, then DONE; or DISSOLVED before that."""

    FORMING = "forming"
    RUNNING = "running"
    DONE = "done"
    DISSOLVED = "dissolved"

    @property
    def live(self) -> bool:
        """Whether people can take roles in it, and give them back."""
        return self in (ProjectState.FORMING, ProjectState.RUNNING)


class ProjectRole(Struct, frozen=True):
    """A role: so many `places` together have that `share` of the reward, in percent. `taken` of them have somebody."""

    name: str
    places: int
    share: int
    what: str
    taken: int = 0

    @property
    def free(self) -> int:
        """Places that nobody has taken."""
        return self.places - self.taken


class Milestone(Struct, frozen=True):
    """What is to be reached until then (UTC seconds); the lead says when it is."""

    title: str
    due: int
    done_at: int | None = None


class ProjectPlan(Struct, frozen=True):
    """What a project is to be: its team forms until `form_by`, and hands in until `deadline` (UTC seconds).

    `reward` is one sum for all. `lead` is the name of the role that hands in the whole. `chat` is where the team talks,
    which only its members are told; empty while there is no such place.
    """

    title: str
    track: SkillTrack
    reward: int
    form_by: int
    deadline: int
    roles: tuple[ProjectRole, ...]
    lead: str
    about: str
    milestones: tuple[Milestone, ...] = ()
    trust: TrustStep = TrustStep.BASE
    chat: str = ""


class Project(Struct, frozen=True):
    """A published project; `id` is the number people call it by. Roles and milestones are known by their place in the plan."""

    id: int
    plan: ProjectPlan
    state: ProjectState
    made_by: int
    made_at: int
    begun_at: int | None = None
    ended_at: int | None = None

    @property
    def full(self) -> bool:
        """Whether nobody is missing."""
        return not any(role.free for role in self.plan.roles)

    @property
    def led(self) -> bool:
        """Whether somebody has the role that leads."""
        return self.plan.roles[self.lead].taken > 0

    @property
    def lead(self) -> int:
        """The place of the role that leads."""
        return next(nth for nth, role in enumerate(self.plan.roles) if role.name == self.plan.lead)

    @property
    def size(self) -> int:
        """How many are in it."""
        return sum(role.taken for role in self.plan.roles)

    def over(self, now: int) -> bool:
        """Whether nothing is handed in any more (UTC seconds)."""
        return now >= over_at(self.plan.deadline)


class Teammate(Struct, frozen=True):
    """Somebody in a project with the role of that place. `left_at` is when they gave it back or lost it (UTC seconds).

    At `shared_at` they had delivered, and shared in the reward: `points` were paid to them by `entry`, None where there was
    nothing to pay. All of it was taken back at `taken_back_at`.
    """

    id: int
    project: int
    role: int
    member: int
    joined_at: int
    left_at: int | None = None
    points: int = 0
    entry: int | None = None
    shared_at: int | None = None
    taken_back_at: int | None = None


@dataclass(eq=False)
class ProjectUnknown(Refusal):
    """There is no project of that number."""

    number: int


@dataclass(eq=False)
class ProjectNumberNeeded(Refusal):
    """Which project is meant could not be told."""

    command: str = "project"


@dataclass(eq=False)
class ProjectOver(Refusal):
    """It is done, dissolved, or its deadline has passed."""

    over = True

    title: str


@dataclass(eq=False)
class RoleTaken(Refusal):
    """Somebody else has the last place of that role."""

    role: str


@dataclass(eq=False)
class RoleHeld(Refusal):
    """The member has a role in the project; one is all that anybody has."""

    role: str
    again: bool


@dataclass(eq=False)
class NoRole(Refusal):
    """The member has no role in the project."""

    title: str


@dataclass(eq=False)
class LeadMissing(Refusal):
    """It can't begin while nobody has the role that leads."""

    role: str


@dataclass(eq=False)
class TeamTooSmall(Refusal):
    """It takes so many to be a team."""

    fewest: int


@dataclass(eq=False)
class NotTheLead(Refusal):
    """That is for whoever leads the project, or for staff."""

    role: str


@dataclass(eq=False)
class ProjectStays(Refusal):
    """Who does what for which share stays as it was published, and once the team has begun how it formed."""

    begun: bool


@dataclass(eq=False)
class RewardLess(Refusal):
    """Somebody has taken a role for a reward of so many points."""

    reward: int


@dataclass(eq=False)
class ChatUnclear(Refusal):
    """That is no web address."""

    given: str


def require_live(project: Project, now: int) -> None:
    """Raise ProjectOver unless roles can be taken and given back."""
    if not project.state.live or project.over(now):
        raise ProjectOver(project.plan.title)


def require_team(project: Project, fewest: int) -> None:
    """Raise LeadMissing or TeamTooSmall unless those who are there can begin."""
    if not project.led:
        raise LeadMissing(project.plan.lead)
    if project.size < fewest:
        raise TeamTooSmall(fewest)


def brief_of(project: Project) -> Brief:
    """What its members hand in, as the reviewers and first looks know it; it pays nothing by itself."""
    plan = project.plan
    return Brief(
        title=plan.title,
        kind=ChallengeKind.FRAMEWORK,
        track=plan.track,
        points=0,
        deadline=plan.deadline,
        trust=plan.trust,
        about=plan.about,
        dos=tuple(f"{role.name}: {role.what}" for role in plan.roles),
    )
