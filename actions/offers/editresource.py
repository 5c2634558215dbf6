"""Changing a published resource, and closing it: whom it matters to is told."""

from msgspec import Struct

from actions.offers.application import decline
from actions.offers.resource import known
from rules.note import Retold, WaitingNote
from rules.occasion import Occasion
from rules.offers.application import Application, ApplicationState
from rules.offers.resource import PiecesOut, Resource, ResourceClosed, ResourcePlan
from rules.offers.resource_form import changed
from rules.people import Member
from storage import audits
from storage.engine.tx import Tx
from storage.offers import applications, resources

# What matters to whoever waits for an answer, and to whoever was promised a piece.
TO_WAITING = frozenset({"title", "days", "about"})
TO_GRANTED = frozenset({"title", "days", "about", "place"})


class ResourceEdited(Struct, frozen=True):
    """A resource is otherwise now: what `changed`; the members who wait, and those who were granted a piece."""

    id: int
    before: ResourcePlan
    plan: ResourcePlan
    changed: tuple[str, ...]
    waiting: tuple[int, ...]
    granted: tuple[int, ...]

    @property
    def pressing(self) -> bool:
        """Whether people would come to a wrong place."""
        return "place" in self.changed


class ResourceShut(Struct, frozen=True):
    """It can't be applied for any more: the applications that waited, which are declined with it."""

    id: int
    title: str
    declined: tuple[int, ...]


def editable(tx: Tx, number: int) -> Resource:
    """The resource while it stands. Raises ResourceUnknown, ResourceClosed."""
    found = known(tx, number)
    if found.closed_at is not None:
        raise ResourceClosed(found.plan.title)
    return found


def require_enough(resource: Resource, plan: ResourcePlan) -> None:
    """Raise PiecesOut where there would be fewer pieces than are taken."""
    if plan.pieces is not None and plan.pieces < resource.taken:
        raise PiecesOut(resource.taken)


def edit(tx: Tx, number: int, plan: ResourcePlan, staff: Member, occasion: Occasion) -> ResourceEdited:
    """It is to be `plan` from now on; what is out comes back when it was to. Raises ResourceUnknown, ResourceClosed, PiecesOut."""
    resource = editable(tx, number)
    require_enough(resource, plan)
    done = resources.change(tx, number, plan)
    assert done, resource
    differ = changed(resource.plan, plan)
    audits.record(tx, occasion.now, staff.id, "resource.edit", resource=number, changed=" ".join(differ))
    waiting = _members(tx, number, ApplicationState.WAITING) if TO_WAITING & set(differ) else ()
    granted = _members(tx, number, ApplicationState.GRANTED) if TO_GRANTED & set(differ) else ()
    return ResourceEdited(number, resource.plan, plan, differ, waiting, granted)


def close(tx: Tx, number: int, reason: str, staff: Member, occasion: Occasion) -> ResourceShut:
    """Nobody applies for it any more; who waits hears why, who has a piece keeps to what was agreed.

    Raises ResourceUnknown, ResourceClosed, WordsTooLong, NotForYourself.
    """
    resource = editable(tx, number)
    waiting = _waiting(tx, number, ApplicationState.WAITING)
    for one in waiting:
        if one.member != staff.id:
            decline(tx, one.id, reason, staff, occasion)
    resources.close(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "resource.close", None, reason, resource=number)
    told = tuple(one.id for one in waiting if one.member != staff.id)
    return ResourceShut(number, resource.plan.title, told)


def about_change(number: int, now: int) -> str:
    """What the note of a change is about: which resource, and when it was changed."""
    return f"resource_edited:{number}:{now}"


def _members(tx: Tx, number: int, state: ApplicationState) -> tuple[int, ...]:
    return tuple(one.member for one in _waiting(tx, number, state))


def _waiting(tx: Tx, number: int, state: ApplicationState) -> list[Application]:
    return applications.of_resource(tx, number, frozenset({state}))


def _still_matters(tx: Tx, note: WaitingNote, occasion: Occasion) -> Retold | bool:
    """While they wait for it, or were promised it."""
    mine = applications.live(tx, int(note.subject.partition(":")[0]), note.member)
    return mine is not None and mine.state is not ApplicationState.OUT


STILL_TRUE = {"resource_edited": _still_matters}
