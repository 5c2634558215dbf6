"""How a resource stands in the groups. Shared by what makes and changes one."""

from collections.abc import Sequence

from msgspec import Struct

from actions.offers.resource import level_title, rank_title
from handlers import announcing
from handlers.effects import Effect, Keyboard, Link
from rules.occasion import Occasion
from rules.offers.resource import Resource, ResourcePlan
from rules.people import Group
from rules.values import replace
from storage.engine.tx import Tx


class ResourceAnnounced(Struct, frozen=True):
    """A resource as everybody sees it, without its place; `level` and `rank` are titles that it asks for."""

    id: int
    plan: ResourcePlan
    level: str
    rank: str = ""


def shown(resource: Resource, occasion: Occasion) -> ResourceAnnounced:
    """The resource as it is announced."""
    plan = replace(resource.plan, place="")
    return ResourceAnnounced(resource.id, plan, level_title(plan, occasion), rank_title(plan, occasion))


def announced(told: Sequence[Group], about: ResourceAnnounced) -> list[Effect]:
    """Into these groups."""
    return announcing.announced("resource", about.id, told, about, _row(about))


def announced_anew(tx: Tx, about: ResourceAnnounced) -> list[Effect]:
    """Where it was announced it reads as it stands now."""
    return announcing.announced_anew(tx, "resource", about.id, about, _row(about))


def _row(about: ResourceAnnounced) -> Keyboard:
    return ((Link("resource/details", start=f"resource-{about.id}"),),)
