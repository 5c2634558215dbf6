"""Several orders at once: taken in hand together, and sent by a list that was looked at before."""

from collections.abc import Sequence

from msgspec import Struct

from actions.shop import order as orders_actions
from actions.shop.order import Claimed, OrderCard
from rules.occasion import Occasion
from rules.people import Member
from rules.shop.order import Order, OrderState
from rules.shop.parcel import Amiss, Line, is_parcel, read
from rules.values import replace
from storage.engine.tx import Tx
from storage.shop import orders

MOST_OPEN = 60


class Going(Struct, frozen=True):
    """An order that would be sent, and what its member would read with it; `shared` where another would read that number too."""

    order: OrderCard
    note: str
    shared: bool = False


class Astray(Struct, frozen=True):
    """A line that sends nothing, and why; `order` is the one it names, where there is one."""

    line: Line
    order: OrderCard | None = None


class Looked(Struct, frozen=True):
    """What a pasted list would do: the orders that go, the lines that do nothing, and what stays in one's hands."""

    going: tuple[Going, ...]
    astray: tuple[Astray, ...]
    left: tuple[OrderCard, ...]


def in_hand(tx: Tx, staff: Member) -> tuple[OrderCard, ...]:
    """The orders that `staff` sees to, the most urgent first."""
    mine = [one for one in orders.waiting(tx, MOST_OPEN) if one.claimed_by == staff.id]
    return tuple(orders_actions.card_of(tx, one) for one in mine)


def claim_all(tx: Tx, numbers: Sequence[int], staff: Member, occasion: Occasion) -> list[Claimed]:
    """`staff` sees to those of them that nobody has in hand and that are not their own. Raises NotStarted."""
    found = [one for number in numbers if (one := orders.get(tx, number)) and _free_for(one, staff)]
    return [orders_actions.claim(tx, one.id, staff, occasion) for one in found]


def look(tx: Tx, text: str, staff: Member) -> Looked:
    """What the list would do, before anything is done."""
    going: list[Going] = []
    astray: list[Astray] = []
    for line in read(text):
        order = orders.get(tx, line.order) if line.amiss is None else None
        amiss = line.amiss or _amiss(order, staff)
        if amiss is None and order is not None:
            going.append(Going(orders_actions.card_of(tx, order), line.note))
        else:
            card = orders_actions.card_of(tx, order) if order else None
            astray.append(Astray(replace(line, amiss=amiss), card))
    sent = {one.order.id for one in going}
    return Looked(_marked(going), tuple(astray), tuple(one for one in in_hand(tx, staff) if one.id not in sent))


def send_all(tx: Tx, pairs: Sequence[tuple[int, str]], staff: Member, occasion: Occasion) -> list[OrderCard]:
    """All of them are handed out, or, where one has changed since it was looked at, none. Raises OrderMoved, ClaimedByOther."""
    return [orders_actions.fulfil(tx, number, staff, note or None, occasion) for number, note in pairs]


def _marked(going: Sequence[Going]) -> tuple[Going, ...]:
    """Those whose parcel bears the number of another member's are marked."""
    readers: dict[str, set[int]] = {}
    for one in going:
        readers.setdefault(one.note, set()).add(one.order.member)
    return tuple(replace(one, shared=is_parcel(one.note) and len(readers[one.note]) > 1) for one in going)


def _free_for(order: Order, staff: Member) -> bool:
    return order.state is OrderState.PENDING and order.member != staff.id


def _amiss(order: Order | None, staff: Member) -> Amiss | None:
    if order is None:
        return Amiss.UNKNOWN
    if order.state is OrderState.PENDING:
        return Amiss.UNCLAIMED
    if order.state is not OrderState.PREPARING:
        return Amiss.OVER
    return None if order.claimed_by == staff.id else Amiss.OTHERS
