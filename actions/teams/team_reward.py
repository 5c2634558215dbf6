"""Paying a team: one reward, split by shares in one transaction, when what it was to make is approved."""

from msgspec import Struct

from actions.ledger import paying
from actions.teams.project import known
from actions.teams.project_led import close_pieces
from actions.teams.project_piece import of, part_of
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import Source
from rules.programme.projects import Undelivered
from rules.teams.project import Project, ProjectOver, ProjectState, Teammate
from rules.teams.team_reward import OwnTeam, PartsWaiting, Stake, WholeMissing, fractions, split
from rules.works.challenge import Piece
from rules.works.submission import SubmissionStanding
from storage import audits, members, touched
from storage.engine.tx import Tx
from storage.teams import projects, teammates

RULE = "project"
APPROVED = (SubmissionStanding.APPROVED, SubmissionStanding.FEATURED)


class RewardShare(Struct, frozen=True):
    """What somebody of the team gets: nothing without a part (`part` is how it stands), or while they are `suspended`."""

    member: int
    name: str
    role: str
    share: int
    part: SubmissionStanding | None
    suspended: bool
    delivered: bool
    points: int


class TeamReward(Struct, frozen=True):
    """A reward as it is split: `unpaid` points go to nobody, so many parts are `waiting` for review.

    `by` whom it was paid; empty while it was not. `undelivered` says where the share goes of a part that is not there.
    `looked`: staff have looked at it as it stands now, and may pay.
    """

    id: int
    title: str
    reward: int
    shares: tuple[RewardShare, ...]
    unpaid: int
    waiting: int
    undelivered: Undelivered
    by: str = ""
    looked: bool = False


class SharePaid(Struct, frozen=True):
    """What somebody hears once their project is done: which role was theirs, the points for it, what they can spend now."""

    id: int
    title: str
    role: str
    points: int
    free: int


def ahead(tx: Tx, number: int, occasion: Occasion) -> TeamReward:
    """How the reward would be split now. Raises ProjectUnknown, ProjectOver, WholeMissing."""
    project = _running(tx, number)
    team = teammates.of_project(tx, number)
    found = [_share(tx, project, one, occasion) for one in team]
    stakes = [Stake(one.share, _among(team, mate), one.delivered) for one, mate in zip(found, team, strict=True)]
    rule = occasion.programme.projects.undelivered
    points = split(project.plan.reward, fractions(stakes, rule))
    shares = tuple(_with(one, much) for one, much in zip(found, points, strict=True))
    waiting = sum(one.part is SubmissionStanding.WAITING for one in shares)
    title, reward = project.plan.title, project.plan.reward
    return TeamReward(number, title, reward, shares, reward - sum(points), waiting, rule)


def pay(tx: Tx, number: int, staff: Member, occasion: Occasion) -> tuple[TeamReward, tuple[tuple[int, SharePaid], ...]]:
    """Pay everybody who delivered, all at once; the reward as it was split, and what each of them hears.

    Raises what `ahead` raises, OwnTeam, PartsWaiting.
    """
    reward = ahead(tx, number, occasion)
    if any(one.member == staff.id for one in reward.shares):
        raise OwnTeam
    if reward.waiting:
        raise PartsWaiting(reward.waiting)
    ended = projects.end(tx, number, ProjectState.DONE, occasion.now)
    assert ended, number
    told = tuple((one.member, _pay(tx, reward, one, staff, occasion)) for one in reward.shares if one.delivered)
    close_pieces(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "project.pay", project=number, points=reward.reward - reward.unpaid)
    done = TeamReward(
        number, reward.title, reward.reward, reward.shares, reward.unpaid, 0, reward.undelivered, staff.name
    )
    return done, told


def payable(tx: Tx, occasion: Occasion, limit: int) -> list[TeamReward]:
    """Projects whose whole has been approved and whose reward staff were not asked about yet; each is named once."""
    found = projects.payable(tx, limit)
    for number in found:
        projects.reward_asked(tx, number, occasion.now)
    return [ahead(tx, number, occasion) for number in found]


def _running(tx: Tx, number: int) -> Project:
    project = known(tx, number)
    if not project.state.live:
        raise ProjectOver(project.plan.title)
    leader = next((one.member for one in teammates.of_project(tx, number) if one.role == project.lead), None)
    begun = project.state is ProjectState.RUNNING
    if not begun or part_of(tx, of(tx, project, Piece.WHOLE).id, leader) not in APPROVED:
        raise WholeMissing(project.plan.title)
    return project


def _share(tx: Tx, project: Project, one: Teammate, occasion: Occasion) -> RewardShare:
    """Who leads has delivered with the whole. Who is suspended earns nothing meanwhile."""
    role, member = project.plan.roles[one.role], members.get(tx, one.member)
    leads = one.role == project.lead
    part = part_of(tx, of(tx, project, Piece.WHOLE if leads else Piece.PART).id, one.member)
    suspended = bool(member.suspended(occasion.now))
    delivered = part in APPROVED and not suspended
    return RewardShare(one.member, member.name, role.name, role.share, part, suspended, delivered, 0)


def _among(team: list[Teammate], one: Teammate) -> int:
    return sum(other.role == one.role for other in team)


def _with(one: RewardShare, points: int) -> RewardShare:
    return RewardShare(one.member, one.name, one.role, one.share, one.part, one.suspended, one.delivered, points)


def _pay(tx: Tx, reward: TeamReward, one: RewardShare, staff: Member, occasion: Occasion) -> SharePaid:
    member, mate = members.get(tx, one.member), teammates.of_member(tx, reward.id, one.member)
    assert mate is not None, one
    paid = paying.give(tx, member, RULE, reward.id, occasion, points=one.points, actor=staff, reason=reward.title)
    teammates.share(tx, mate.id, paid.points, paid.entry or None, occasion.now)
    touched.mark(tx, Source.PROJECTS, one.member)
    return SharePaid(reward.id, reward.title, one.role, paid.points, paid.free)
