"""The week's digest of order in a group: what was given for which clause, and apologies."""

from msgspec import Struct

from rules.fairness.covenant import Cited
from rules.fairness.order_digest import MOST_LINES, WEEK_S, shown_name
from rules.fairness.sanction import Grade
from rules.people import Group
from rules.programme.sanctions import FairOrder, Publishing
from storage.engine.tx import Tx
from storage.fairness import order_digests


class Published(Struct, frozen=True):
    """One line: whom, what, for which clause. No reason: that is between them and the staff.

    `shortened_to` is the end (UTC seconds) that an appeal has given it instead.
    """

    name: str
    grade: Grade
    length_s: int
    cited: Cited
    shortened_to: int | None = None


class OrderDigest(Struct, frozen=True):
    """A week of a group: what was given and stands; of what was given before it, what an appeal has changed.

    What was shortened is told with its new end, what was taken back with an apology. What was taken back before it
    was ever told stays untold.
    """

    given: tuple[Published, ...]
    taken_back: tuple[Published, ...]
    shortened: tuple[Published, ...] = ()


def digest(tx: Tx, group: Group, until: int, order: FairOrder) -> OrderDigest | None:
    """The week up to `until` (UTC seconds); None where nothing happened, or the brand publishes nothing."""
    if order.published is Publishing.OFF:
        return None
    span = (group.id, until - WEEK_S, until, MOST_LINES)
    given = _published(order_digests.given(tx, *span), order)
    taken_back = _published(order_digests.taken_back(tx, *span), order)
    shortened = _published(order_digests.shortened(tx, *span), order)
    return OrderDigest(given, taken_back, shortened) if given or taken_back or shortened else None


def _published(lines: list[order_digests.Line], order: FairOrder) -> tuple[Published, ...]:
    return tuple(
        Published(shown_name(name, order.published), measure.grade, measure.length_s, cited, shortened_to)
        for name, measure, cited, shortened_to in lines
    )
