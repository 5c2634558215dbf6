"""What staff are asked about badges that are true no longer: all that became so together stand on one card."""

from msgspec import Struct

from rules.honour.badge import BadgeState, Held
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.programme.conditions import Checked, checklist
from rules.programme.wording import Wording
from storage import figures, members
from storage.engine.tx import Tx
from storage.honour import badges

AT_ONCE = 200
ON_A_PAGE = 5


class Doubt(Struct, frozen=True):
    """A badge that a reversal has made untrue: what it was earned by, held against what is there now; `by` has decided.

    `n` is its number on its card.
    """

    n: int
    member: int
    badge: str
    name: str
    emoji: str
    title: Wording
    asks: tuple[Checked, ...]
    at: int
    state: BadgeState = BadgeState.DOUBTED
    by: str = ""


class DoubtCard(Struct, frozen=True):
    """A page of those that became doubtful together; `card` is the moment at which staff were asked (UTC seconds).

    So many are `open`; those that are true `again` have just left it.
    """

    card: int
    doubts: tuple[Doubt, ...]
    page: Page
    open: int
    again: tuple[Doubt, ...] = ()


def put(tx: Tx, occasion: Occasion) -> DoubtCard | None:
    """What staff have not been asked about, on one card; asked with this."""
    for one in badges.doubts(tx, AT_ONCE, asked=False):
        badges.asked(tx, one, occasion.now)
    found = card(tx, occasion.now, 1, occasion)
    return found if found.page.total else None


def card(tx: Tx, number: int, page: int, occasion: Occasion) -> DoubtCard:
    """A page of the card as things stand."""
    known = occasion.programme.badges
    on_it = [one for one in badges.on_card(tx, number) if known.named(one.badge)]
    shown = page_of(page, len(on_it), ON_A_PAGE)
    numbered = list(enumerate(on_it, 1))[shown.before : shown.before + ON_A_PAGE]
    waiting = sum(one.state is BadgeState.DOUBTED for one in on_it)
    return DoubtCard(number, tuple(_doubt(tx, n, one, occasion) for n, one in numbered), shown, waiting)


def of_key(tx: Tx, number: int, member: int, badge: str, occasion: Occasion) -> Doubt | None:
    """One of the card, with what is there now; None when it has left it."""
    for n, one in enumerate(badges.on_card(tx, number), 1):
        if (one.member, one.badge) == (member, badge) and occasion.programme.badges.named(badge):
            return _doubt(tx, n, one, occasion)
    return None


def moot(tx: Tx, occasion: Occasion) -> list[DoubtCard]:
    """Cards of which something is true again and need not be decided any more; told with this."""
    gone: dict[int, list[Held]] = {}
    for one in badges.doubts(tx, AT_ONCE, asked=True):
        badges.asked(tx, one, None)
        if one.asked_at is not None and occasion.programme.badges.named(one.badge):
            gone.setdefault(one.asked_at, []).append(one)
    return [_without(tx, number, again, occasion) for number, again in gone.items()]


def _without(tx: Tx, number: int, again: list[Held], occasion: Occasion) -> DoubtCard:
    left = card(tx, number, 1, occasion)
    told = tuple(_doubt(tx, n, one, occasion) for n, one in enumerate(again, 1))
    return DoubtCard(number, left.doubts, left.page, left.open, told)


def _doubt(tx: Tx, n: int, held: Held, occasion: Occasion) -> Doubt:
    badge = occasion.programme.badges.named(held.badge)
    assert badge is not None, held.badge
    found = figures.of_member(tx, sorted(held.needs), held.member, occasion.now)
    name, asks = members.get(tx, held.member).name, checklist(held.needs, found)
    by = "" if held.settled_by is None else members.get(tx, held.settled_by).name
    return Doubt(n, held.member, held.badge, name, badge.emoji, badge.title, asks, held.at, held.state, by)
