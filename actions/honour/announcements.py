"""Announcing: drafts that anybody may look at, and their publication, once per group and period."""

from datetime import date

from msgspec import Struct

from actions.honour.boards import freeze, level
from rules.honour.announcements import (
    SPANS,
    AlreadyAnnounced,
    AnnouncementKind,
    NothingToAnnounce,
    period_of,
    periods_by_hand,
)
from rules.honour.boards import Place, ranked
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.periods import Span, first_day, last_day
from rules.programme.metrics import Metric
from storage import members
from storage.engine.tx import Tx
from storage.honour import announcements, boards
from storage.works import challenges

WEEK_S = 7 * 86_400
NAMED = 30
PODIUM = 3
FULL = 10


class Podium(Struct, frozen=True):
    """The first places of one board; so many more have as much as the last of them (`level`)."""

    metric: Metric
    places: tuple[Place, ...]
    level: int = 0


class Close(Struct, frozen=True):
    """A week, month or season that is closing: its days, until when it was counted (UTC seconds), the first places.

    `early` when it has days left: it stays closed, for each is announced once.
    """

    span: Span
    first: date
    until: date
    at: int
    podiums: tuple[Podium, ...]
    early: bool


class Arrived(Struct, frozen=True):
    """Who came to the group since the last welcome; `more` are not named."""

    names: tuple[str, ...]
    more: int


class OpenChallenge(Struct, frozen=True):
    """A challenge one can take part in: its number, what it is worth, until when, and the places left (None: no limit)."""

    number: int
    title: str
    points: int
    deadline: int
    left: int | None


class Offers(Struct, frozen=True):
    """The challenges that are open, the one that ends first before the others."""

    offers: tuple[OpenChallenge, ...]


Draft = Close | Arrived | Offers


def require_open(tx: Tx, kind: AnnouncementKind, group: Group, period: str) -> None:
    """Raise AlreadyAnnounced unless that period is still open."""
    known = announcements.get(tx, kind, group.id, period)
    if known:
        raise AlreadyAnnounced(known.at, known.posted)


def draft(tx: Tx, kind: AnnouncementKind, group: Group, occasion: Occasion) -> Draft:
    """What staff would announce now. Raises AlreadyAnnounced, NothingToAnnounce."""
    return _find(tx, kind, group, occasion, by_hand=True)[1]


def publish(tx: Tx, kind: AnnouncementKind, group: Group, occasion: Occasion, by: Member | None = None) -> Draft:
    """Announce now: the period is taken and the boards keep these numbers. Raises AlreadyAnnounced, NothingToAnnounce."""
    period, found = _find(tx, kind, group, occasion, by_hand=by is not None)
    announcements.claim(tx, kind, group.id, period, occasion.now, by.id if by else None)
    if isinstance(found, Close):
        for metric in Metric:
            freeze(tx, group.id, period, metric, occasion.now)
    return found


def _find(tx: Tx, kind: AnnouncementKind, group: Group, occasion: Occasion, *, by_hand: bool) -> tuple[str, Draft]:
    """The period and what there is to tell of it; by hand also of the present one, when the one before was empty."""
    usual = (period_of(kind, occasion.day),)
    for period in periods_by_hand(kind, occasion.day) if by_hand else usual:
        require_open(tx, kind, group, period)
        found = _drafted(tx, kind, group, period, occasion)
        if found is not None:
            return period, found
    raise NothingToAnnounce


def _drafted(tx: Tx, kind: AnnouncementKind, group: Group, period: str, occasion: Occasion) -> Draft | None:
    if kind is AnnouncementKind.NEWCOMERS:
        arrived = _arrived(tx, group, occasion)
        return arrived if arrived.names else None
    if kind is AnnouncementKind.CHALLENGES:
        offers = _offers(tx, occasion)
        return offers if offers.offers else None
    close = _close(tx, SPANS.get(kind, Span.WEEK), group, period, occasion)
    return close if close.podiums else None


def _close(tx: Tx, span: Span, group: Group, period: str, occasion: Occasion) -> Close:
    lengths = {metric: FULL if metric is Metric.POINTS else PODIUM for metric in Metric}
    podiums = tuple(_podium(tx, group, period, metric, length) for metric, length in lengths.items())
    filled = tuple(podium for podium in podiums if podium.places)
    until = last_day(period)
    return Close(span, first_day(period), until, occasion.now, filled, early=until >= occasion.day)


def _podium(tx: Tx, group: Group, period: str, metric: Metric, length: int) -> Podium:
    places = ranked(boards.top(tx, group.id, period, metric, length))
    return Podium(metric, places, level(tx, group.id, period, metric, places))


def _arrived(tx: Tx, group: Group, occasion: Occasion) -> Arrived:
    since = announcements.latest(tx, AnnouncementKind.NEWCOMERS, group.id) or occasion.now - WEEK_S
    arrived = members.joined_between(tx, group.id, since, occasion.now, 500)
    came = [one for one in arrived if not one.hidden and one.suspended(occasion.now) is None]
    return Arrived(tuple(member.name for member in came[:NAMED]), max(len(came) - NAMED, 0))


def _offers(tx: Tx, occasion: Occasion) -> Offers:
    open_ones = challenges.running(tx, occasion.now, FULL)
    return Offers(
        tuple(
            OpenChallenge(one.id, one.brief.title, one.brief.points, one.brief.deadline, one.left)
            for one in open_ones
            if one.left != 0
        )
    )
