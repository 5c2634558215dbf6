"""Resources as people see them: who may apply for one, and publishing it."""

from msgspec import Struct

from actions.works import trust
from rules.occasion import Occasion
from rules.offers.application import HOLDING, LIVE, Application, ApplicationState
from rules.offers.resource import Lack, Resource, ResourceNotYet, ResourcePlan, ResourceUnknown
from rules.people import Member
from rules.values import replace
from rules.works.challenge import SkillTrack
from storage import audits, figures, members
from storage.engine.tx import Tx
from storage.offers import applications, resources, resources_made
from storage.offers.resources_made import MadeRow
from storage.works import track_titles

MADE_SHOWN, HOLDERS_SHOWN = 5, 10


class ResourceSeen(Struct, frozen=True):
    """A resource as a member sees it: `free` pieces (None: no end of them), the titles of the `level` and the
    track (`rank`) it asks for, what the
    member `lacks`, and their last application for it, which is `mine`. `plan.place` is empty for whoever was
    not granted it; `timed`: the day agreed has an hour.
    """

    id: int
    plan: ResourcePlan
    level: str
    free: int | None
    open: bool
    closed: bool
    lacks: tuple[Lack, ...]
    mine: Application | None
    timed: bool
    overdue: bool
    made: tuple[MadeRow, ...]
    rank: str = ""

    @property
    def applies(self) -> bool:
        """Whether they may apply for it now."""
        return self.open and not self.lacks and not self.has_live

    @property
    def has_live(self) -> bool:
        """Whether an application of theirs has not ended."""
        return self.mine is not None and self.mine.state in LIVE

    @property
    def place_in_list(self) -> int:
        """Their own first, then what they may apply for, then what the others take."""
        return 0 if self.has_live else 1 if self.applies else 2


class Holder(Struct, frozen=True):
    """Who has a piece, or is about to, and until when (UTC seconds) where it comes back."""

    name: str
    due: int | None
    state: ApplicationState


def known(tx: Tx, number: int) -> Resource:
    """The resource of that number. Raises ResourceUnknown."""
    found = resources.get(tx, number)
    if found is None:
        raise ResourceUnknown(number)
    return found


def lacks(tx: Tx, plan: ResourcePlan, member: Member, occasion: Occasion) -> tuple[Lack, ...]:
    """What the member has not reached of what the resource asks for: the one place that knows who may apply."""
    levels = occasion.programme.levels
    standing = levels.standing(member.contribution, member.level).key
    short = {
        Lack.LEVEL: levels.place(standing) < levels.place(plan.level),
        Lack.TRUST: trust.step_of(tx, member, occasion).place < plan.trust.place,
        Lack.TRACK: plan.track is not None and not plan.rank and not _passed(tx, member, plan.track, occasion),
        Lack.RANK: bool(plan.rank) and not _titled(tx, member, plan, occasion),
    }
    return tuple(lack for lack, missing in short.items() if missing)


def _passed(tx: Tx, member: Member, track: SkillTrack, occasion: Occasion) -> bool:
    """Whether a work of theirs of that track has passed."""
    name = f"{track}_works"
    return figures.of_member(tx, [name], member.id, occasion.now).get(name, 0) > 0


def _titled(tx: Tx, member: Member, plan: ResourcePlan, occasion: Occasion) -> bool:
    """Whether they hold that title or a higher one, of the track where one is named."""
    return track_titles.has_at_least(tx, member.id, plan.rank, occasion.programme.track_titles, plan.track)


def require(tx: Tx, resource: Resource, member: Member, occasion: Occasion) -> None:
    """Raise ResourceNotYet unless the member may apply for it."""
    plan = resource.plan
    missing = lacks(tx, plan, member, occasion)
    if missing:
        raise ResourceNotYet(
            plan.title, missing, level_title(plan, occasion), plan.trust, plan.track, rank_title(plan, occasion)
        )


def level_title(plan: ResourcePlan, occasion: Occasion) -> str:
    """The title of the level it asks for; empty where it is for everybody."""
    levels = occasion.programme.levels
    return levels.named(plan.level).title if levels.place(plan.level) else ""


def rank_title(plan: ResourcePlan, occasion: Occasion) -> str:
    """The title of a track it asks for; empty where it asks for none."""
    return occasion.programme.track_titles.called(plan.rank) if plan.rank else ""


def see(tx: Tx, number: int, member: Member, occasion: Occasion) -> ResourceSeen:
    """A resource with the member's own part in it. Raises ResourceUnknown."""
    return seen(tx, known(tx, number), member, occasion)


def seen(tx: Tx, resource: Resource, member: Member, occasion: Occasion) -> ResourceSeen:
    """That resource with the member's own part in it."""
    mine = applications.latest(tx, resource.id, member.id)
    told = mine is not None and mine.state in HOLDING
    return ResourceSeen(
        id=resource.id,
        plan=resource.plan if told else replace(resource.plan, place=""),
        level=level_title(resource.plan, occasion),
        free=resource.free,
        open=resource.is_open(occasion.now),
        closed=resource.closed_at is not None,
        lacks=lacks(tx, resource.plan, member, occasion),
        mine=mine,
        timed=mine is not None and mine.timed,
        overdue=mine is not None and mine.overdue(occasion.now),
        made=tuple(resources_made.of_resource(tx, resource.id, MADE_SHOWN)),
        rank=rank_title(resource.plan, occasion),
    )


def listed(tx: Tx, member: Member, occasion: Occasion) -> list[ResourceSeen]:
    """All that stand: the member's own first, then what they may apply for, then what the others take."""
    found = [seen(tx, one, member, occasion) for one in resources.standing(tx)]
    return sorted(found, key=lambda one: one.place_in_list)


def holders(tx: Tx, resource: int) -> tuple[Holder, ...]:
    """Who has a piece now, or is about to have one."""
    states = frozenset({ApplicationState.GRANTED, ApplicationState.OUT})
    found = applications.of_resource(tx, resource, states, HOLDERS_SHOWN)
    return tuple(Holder(members.get(tx, one.member).name, one.due, one.state) for one in found)


def publish(tx: Tx, staff: Member, plan: ResourcePlan, occasion: Occasion) -> Resource:
    """From now on it can be applied for."""
    made = resources.add(tx, plan, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "resource.publish", resource=made.id, title=plan.title)
    return made
