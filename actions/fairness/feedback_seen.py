"""Lists of tickets: what waits for staff, and what members have changed."""

from msgspec import Struct

from actions.fairness.feedback import Ticket, ticket_of
from rules.fairness.feedback import PAGE, FeedbackState
from rules.occasion import Occasion
from storage import members
from storage.engine.tx import Tx
from storage.fairness import feedbacks

FIRST_MOST = 20


class OpenFeedback(Struct, frozen=True):
    """A page of what is not decided; `after` is the number to go on behind, None at the end."""

    tickets: tuple[Ticket, ...]
    after: int | None


class AdoptedFeedback(Struct, frozen=True):
    """Something that members changed: `version` once it is there; so many `others` are not named."""

    number: int
    note: str
    version: str
    since: int
    names: tuple[str, ...]
    others: int


class AdoptedPage(Struct, frozen=True):
    """A page of what members changed, the newest first; `further` is how many to leave out for the next one."""

    items: tuple[AdoptedFeedback, ...]
    further: int | None


def waiting(tx: Tx, after: int, occasion: Occasion) -> OpenFeedback:
    """What waits, behind number `after`; what goes before all others stands on the first page."""
    found, before = feedbacks.waiting(tx, after, PAGE + 1), feedbacks.first(tx, FIRST_MOST) if not after else []
    shown = tuple(ticket_of(tx, one.id, occasion) for one in (*before, *found[:PAGE]))
    return OpenFeedback(shown, found[PAGE - 1].id if len(found) > PAGE else None)


def adopted(tx: Tx, skip: int) -> AdoptedPage:
    """What members changed, without the first `skip`."""
    found = feedbacks.taken_up(tx, skip, PAGE + 1)
    return AdoptedPage(tuple(_item(tx, one.id) for one in found[:PAGE]), skip + PAGE if len(found) > PAGE else None)


def _item(tx: Tx, number: int) -> AdoptedFeedback:
    authors = feedbacks.with_merged(tx, number)
    whole = next(one for one in authors if one.id == number)
    known = dict.fromkeys(one.member for one in authors if one.member is not None and one.may_be_named)
    names = tuple(members.get(tx, member).name for member in known)
    version = whole.version if whole.state is FeedbackState.SHIPPED else ""
    others = sum(not one.may_be_named for one in authors)
    return AdoptedFeedback(number, whole.note, version, whole.since, names, others)
