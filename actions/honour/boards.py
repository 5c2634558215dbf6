"""Boards: read, stepped back from, and frozen when they are announced."""

from datetime import date

from msgspec import Struct

from rules.honour.boards import COUNTED_AT_MOST, PAGE, PAGES, Place, Score, Standing, WhichBoard, ranked
from rules.occasion import Occasion
from rules.people import Member
from rules.periods import Span, first_day, last_day
from rules.programme.metrics import Metric
from storage import facts, members
from storage.engine.tx import Tx
from storage.honour import boards

STAFF_SHOWN = 3
# A board in a group disappears after this while; until then whoever asks again gets one of their own.
STANDS_S = 600


class Board(Struct, frozen=True):
    """One page of a board. `you` is the caller's id, None on boards that everybody reads; `own` their place elsewhere.

    `first` and `until` are the days it covers; `frozen_at` (UTC seconds) is when its numbers were announced. So many
    more have as much as the last one on the page (`level`).
    """

    span: Span
    metric: Metric
    last: bool
    first: date | None
    until: date | None
    group: str | None
    page: int
    more: bool
    places: tuple[Place, ...]
    staff: tuple[Score, ...]
    you: int | None = None
    own: Standing | None = None
    hidden: bool = False
    frozen_at: int | None = None
    level: int = 0


def read(
    tx: Tx, asked: WhichBoard, scope: int, group: str | None, page: int, occasion: Occasion, reader: Member | None
) -> Board:
    """The page of the board as `reader` sees it (None: as everybody does); `page` counts from 0."""
    name = asked.period(occasion.day)
    frozen = boards.frozen(tx, scope, name, asked.metric) if asked.last else None
    page = min(max(page, 0), PAGES - 1)
    found = frozen.places if frozen else ranked(boards.top(tx, scope, name, asked.metric, (page + 1) * PAGE + 1))
    everlasting = asked.span is Span.ALL
    places = found[page * PAGE : (page + 1) * PAGE]
    return Board(
        span=asked.span,
        metric=asked.metric,
        last=asked.last,
        first=None if everlasting else first_day(name),
        until=None if everlasting else last_day(name),
        group=group,
        page=page,
        more=len(found) > (page + 1) * PAGE and page + 1 < PAGES,
        places=places,
        staff=() if frozen else tuple(boards.staff(tx, scope, name, asked.metric, STAFF_SHOWN)),
        you=reader.id if reader else None,
        own=None if frozen or not reader or _among(reader, places) else standing(tx, scope, name, asked.metric, reader),
        hidden=reader.hidden if reader else False,
        frozen_at=frozen.at if frozen else None,
        level=_behind(found, places) if frozen else level(tx, scope, name, asked.metric, places, page * PAGE),
    )


def level(tx: Tx, scope: int, period: str, metric: Metric, places: tuple[Place, ...], before: int = 0) -> int:
    """How many more have as much as the last of `places`, of whom so many stand `before` these."""
    if not places:
        return 0
    last = places[-1]
    return max(last.rank - 1 + boards.equal(tx, scope, period, metric, last.score) - before - len(places), 0)


def _behind(found: tuple[Place, ...], places: tuple[Place, ...]) -> int:
    """The same of a board as it was announced."""
    return sum(one.score == places[-1].score for one in found[found.index(places[-1]) + 1 :]) if places else 0


def _among(member: Member, places: tuple[Place, ...]) -> bool:
    return any(place.member == member.id for place in places)


def standing(tx: Tx, scope: int, period: str, metric: Metric, member: Member) -> Standing | None:
    """The member's own place with its neighbours; None when they have nothing yet or do not compete."""
    score = boards.score_of(tx, scope, period, metric, member.id)
    if score <= 0 or not boards.competes(tx, scope, period, member.id):
        return None
    higher = boards.above(tx, scope, period, metric, score)
    place = Place(higher + 1, member.id, member.name, score)
    up = boards.next_above(tx, scope, period, metric, score)
    missing = up.score - score if up else 0
    if higher > COUNTED_AT_MOST:
        return Standing(place, None, None, missing, beyond=True)
    upper = Place(place.rank - boards.equal(tx, scope, period, metric, up.score), *_of(up)) if up else None
    down = boards.next_below(tx, scope, period, metric, Score(member.id, member.name, score))
    shared = boards.equal(tx, scope, period, metric, score) if down and down.score < score else 0
    lower = Place(place.rank + shared, *_of(down)) if down and shared <= COUNTED_AT_MOST else None
    return Standing(place, upper, lower, missing)


def _of(one: Score) -> tuple[int, str, int]:
    return one.member, one.name, one.score


def freeze(tx: Tx, scope: int, period: str, metric: Metric, now: int) -> tuple[Place, ...]:
    """The first hundred places, kept as they are announced now; announced before, they stay as they were."""
    places = ranked(boards.top(tx, scope, period, metric, PAGE * PAGES))
    boards.freeze(tx, scope, period, metric, places, now)
    frozen = boards.frozen(tx, scope, period, metric)
    assert frozen is not None
    return frozen.places


def step_back(tx: Tx, member: Member) -> bool:
    """Not to be shown on boards any more; False when that was so before."""
    return members.set_hidden(tx, member.id, True)


def step_forward(tx: Tx, member: Member) -> bool:
    """To be shown on boards again; False when that was so before."""
    return members.set_hidden(tx, member.id, False)


def posted(tx: Tx, chat_id: int, occasion: Occasion) -> None:
    """A board stands in that chat from now on, for STANDS_S."""
    facts.put(tx, _posted_at(chat_id), str(occasion.handled_at))


def stands(tx: Tx, chat_id: int, occasion: Occasion) -> bool:
    """Whether a board stands in that chat."""
    at = facts.get(tx, _posted_at(chat_id))
    return at is not None and 0 <= occasion.handled_at - int(at) < STANDS_S


def _posted_at(chat_id: int) -> str:
    return f"board:{chat_id}"
