"""The week's digest of order in a group: what was given for which clause, and apologies."""

from dataclasses import dataclass

from rules.fairness.covenant import Cited
from rules.fairness.order_digest import MOST_LINES, WEEK_S, shown_name
from rules.fairness.sanction import Grade
from rules.people import Group
from rules.programme.sanctions import FairOrder, Publishing
from storage.engine.tx import Tx
from storage.fairness import order_digests


@dataclass(frozen=True, slots=True)
class Published:
    """One line: whom, what, for which clause. No reason: that is between them and the staff."""

    name: str
    grade: Grade
    length_s: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class OrderDigest:
    """A week of a group: what was given and stands, and what was taken back on appeal, with an apology."""

    given: tuple[Published, ...]
    taken_back: tuple[Published, ...]


def digest(tx: Tx, group: Group, until: int, order: FairOrder) -> OrderDigest | None:
    """The week up to `until` (UTC seconds); None where nothing happened, or the brand publishes nothing."""
    if order.published is Publishing.OFF:
        return None
    span = (group.id, until - WEEK_S, until, MOST_LINES)
    given = tuple(_published(one, order) for one in order_digests.given(tx, *span))
    taken_back = tuple(_published(one, order) for one in order_digests.taken_back(tx, *span))
    return OrderDigest(given, taken_back) if given or taken_back else None


def _published(line: order_digests.Line, order: FairOrder) -> Published:
    name, measure, cited = line
    return Published(shown_name(name, order.published), measure.grade, measure.length_s, cited)
