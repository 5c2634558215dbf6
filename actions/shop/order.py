"""What becomes of an order: points and pieces that were held are handed out or given back, once."""

from msgspec import Struct

from actions.ledger.paying import caused
from actions.ledger.recovery import recover
from rules.ledger.ledger import Phase
from rules.lengths import within
from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotAllowed, NotForYourself, NotStarted
from rules.shop.address import Address, ready
from rules.shop.order import (
    DELIVERED,
    NOTE_LIMIT,
    OPEN,
    ClaimedByOther,
    ClaimFirst,
    CodeStays,
    Order,
    OrderDoubted,
    OrderMoved,
    OrderState,
    require_move,
)
from rules.shop.reward import RewardKind
from storage import audits, members
from storage.engine.tx import Tx
from storage.ledger import ledger
from storage.ledger.recoveries import recovered
from storage.shop import addresses, orders, rewards

AT_ONCE = 200
TOLD_AT_ONCE = 15
DAY_S = 86_400


class OrderCard(Struct, frozen=True):
    """An order as it is shown: to the member, who may not be `reachable`, and to staff at the desk. `staff` sees to it.

    `recovered` points of its price went to the brand when they came back, for it had made them up before.
    """

    id: int
    member: int
    name: str
    title: str
    kind: RewardKind
    price: int
    state: OrderState
    placed_at: int
    expires_at: int
    staff: str | None
    claimed_by: int | None
    has_address: bool
    note: str | None
    reason: str | None
    expired: bool
    recovered: int = 0
    reachable: bool = True


class Claimed(Struct, frozen=True):
    """The order, and where to send it, for the one who sees to it."""

    order: OrderCard
    address: Address | None


def claim(tx: Tx, order_id: int, staff: Member, occasion: Occasion) -> Claimed:
    """`staff` sees to the order from now on, which starts its time anew. Raises OrderMoved, ClaimedByOther, NotForYourself."""
    order = _order(tx, order_id)
    if order.member == staff.id:
        raise NotForYourself
    if not members.get(tx, staff.id).reachable:
        raise NotStarted
    if order.claimed_by not in (None, staff.id):
        raise ClaimedByOther(order.id, members.get(tx, order.claimed_by or 0).name)
    if order.state is not OrderState.PREPARING:
        require_move(order, OrderState.PREPARING)
        orders.claim(tx, order.id, staff.id, occasion.now + occasion.programme.orders.expire_hours * 3600)
        audits.record(tx, occasion.now, staff.id, "order.claim", order.member, order=order.id)
    return Claimed(card(tx, order_id), ready(addresses.get(tx, order_id)))


def let_go(tx: Tx, order_id: int, staff: Member, occasion: Occasion) -> OrderCard:
    """The order waits for somebody else again. Raises OrderMoved, ClaimedByOther."""
    order = _claimed(tx, order_id, staff)
    orders.claim(tx, order.id, None, order.expires_at)
    audits.record(tx, occasion.now, staff.id, "order.let_go", order.member, order=order.id)
    return card(tx, order_id)


def fulfil(tx: Tx, order_id: int, staff: Member, note: str | None, occasion: Occasion) -> OrderCard:
    """Handed out: the points are spent, the piece is gone, the address is erased. Raises OrderMoved, ClaimedByOther."""
    order = _claimed(tx, order_id, staff)
    require_move(order, OrderState.SENT)
    settle(tx, order, Phase.POST, occasion, staff, order.title)
    rewards.hand_out(tx, order.reward)
    orders.send(tx, order.id, within(note, NOTE_LIMIT) if note else None, occasion.now)
    addresses.erase(tx, order.id)
    audits.record(tx, occasion.now, staff.id, "order.send", order.member, order=order.id)
    return card(tx, order_id)


def to_send(tx: Tx, order_id: int, staff: Member) -> OrderCard:
    """The order that `staff` sees to and is about to send. Raises ClaimFirst, ClaimedByOther, OrderMoved."""
    if _order(tx, order_id).state is OrderState.PENDING:
        raise ClaimFirst(order_id)
    return card_of(tx, _claimed(tx, order_id, staff))


def reject(tx: Tx, order_id: int, staff: Member, reason: str, occasion: Occasion) -> OrderCard:
    """Everything goes back to the member, with the reason. Raises OrderMoved, ClaimedByOther."""
    order = _order(tx, order_id)
    if order.claimed_by not in (None, staff.id):
        raise ClaimedByOther(order.id, members.get(tx, order.claimed_by or 0).name)
    reason = within(reason, NOTE_LIMIT)
    assert reason, "a return without a reason is impossible"
    _undo(tx, order, OrderState.RETURNED, occasion, staff, reason)
    audits.record(tx, occasion.now, staff.id, "order.return", order.member, reason, order=order.id)
    return card(tx, order_id)


def take_back(tx: Tx, order_id: int, staff: Member, reason: str, occasion: Occasion) -> OrderCard:
    """It had been marked as handed out by mistake, or came back: points and piece return, with the reason.

    Raises OrderMoved, CodeStays, NotForYourself, WordsTooLong.
    """
    order = _order(tx, order_id)
    if order.member == staff.id:
        raise NotForYourself
    if order.state not in DELIVERED:
        raise OrderMoved(order.id, order.state)
    if order.kind is RewardKind.CODE:
        raise CodeStays(order.id)
    reason = within(reason, NOTE_LIMIT)
    assert reason, "a return without a reason is impossible"
    ledger.refund(tx, order.hold, caused(f"refund:{order.hold}", "redeem", occasion, actor=staff, reason=reason))
    _recover(tx, order, occasion, staff, reason)
    rewards.take_back(tx, order.reward)
    orders.take_back(tx, order.id, reason, occasion.now)
    audits.record(tx, occasion.now, staff.id, "order.take_back", order.member, reason, order=order.id)
    return card(tx, order_id)


def cancel(tx: Tx, order_id: int, member: Member, occasion: Occasion) -> OrderCard:
    """The member thinks better of it while nobody sees to it yet. Raises OrderDoubted, OrderMoved."""
    order = _own(tx, order_id, member)
    if orders.doubted(tx, order.id):
        raise OrderDoubted
    _undo(tx, order, OrderState.CANCELLED, occasion, member, None)
    return card(tx, order_id)


def receive(tx: Tx, order_id: int, member: Member, occasion: Occasion) -> OrderCard:
    """The member has it in hands. Raises OrderMoved."""
    order = _own(tx, order_id, member)
    require_move(order, OrderState.RECEIVED)
    orders.receive(tx, order.id, occasion.now)
    return card(tx, order_id)


def expire(tx: Tx, occasion: Occasion) -> list[OrderCard]:
    """Give back whatever was not handed out in time; the orders that ended so."""
    ended = []
    for order in orders.overdue(tx, occasion.now, AT_ONCE):
        _undo(tx, order, OrderState.RETURNED, occasion, None, None)
        ended.append(card_of(tx, _order(tx, order.id)))
    return ended


def remind(tx: Tx, occasion: Occasion) -> list[OrderCard]:
    """Open orders that will go back before long, each told once per claim."""
    ahead_s = occasion.programme.orders.remind_hours * 3600
    if not ahead_s:
        return []
    return [card_of(tx, order) for order in orders.remind(tx, occasion.now + ahead_s, TOLD_AT_ONCE)]


def receive_unconfirmed(tx: Tx, occasion: Occasion) -> list[OrderCard]:
    """Close the orders that were sent long ago and that nobody confirmed."""
    ended = []
    before = occasion.now - occasion.programme.orders.received_after_days * DAY_S
    for order in orders.long_sent(tx, before, AT_ONCE):
        orders.receive(tx, order.id, occasion.now)
        ended.append(card_of(tx, _order(tx, order.id)))
    return ended


def card(tx: Tx, order_id: int) -> OrderCard:
    """The order with that number, as it is shown."""
    return card_of(tx, _order(tx, order_id))


def own(tx: Tx, order_id: int, member: Member) -> OrderCard:
    """The member's own order, as it is shown. Raises NotAllowed for anybody else's."""
    return card_of(tx, _own(tx, order_id, member))


def card_of(tx: Tx, order: Order) -> OrderCard:
    """The order as it is shown."""
    member = members.get(tx, order.member)
    return OrderCard(
        id=order.id,
        member=member.id,
        name=member.name,
        title=order.title,
        kind=order.kind,
        price=order.price,
        state=order.state,
        placed_at=order.placed_at,
        expires_at=order.expires_at,
        staff=members.get(tx, order.claimed_by).name if order.claimed_by else None,
        claimed_by=order.claimed_by,
        has_address=ready(addresses.get(tx, order.id)) is not None,
        note=order.note,
        reason=order.reason,
        expired=order.expired,
        recovered=recovered(tx, order.hold),
        reachable=member.reachable,
    )


def _undo(tx: Tx, order: Order, to: OrderState, occasion: Occasion, actor: Member | None, reason: str | None) -> None:
    if order.state not in OPEN:
        raise OrderMoved(order.id, order.state)
    require_move(order, to)
    phase = Phase.EXPIRE if actor is None else Phase.VOID
    settle(tx, order, phase, occasion, actor, reason or order.title)
    _recover(tx, order, occasion, actor, reason or order.title)
    rewards.give_back(tx, order.reward)
    if to is OrderState.CANCELLED:
        orders.cancel(tx, order.id, occasion.now)
    else:
        orders.give_back(tx, order.id, reason, occasion.now)
    addresses.erase(tx, order.id)


def settle(tx: Tx, order: Order, phase: Phase, occasion: Occasion, actor: Member | None, reason: str) -> None:
    """End the order's hold."""
    cause = caused(f"settle:{order.hold}", "redeem", occasion, actor=actor, reason=reason)
    settled = ledger.settle(tx, order.hold, phase, cause)
    assert settled.amount == order.price, order


def _recover(tx: Tx, order: Order, occasion: Occasion, actor: Member | None, reason: str) -> None:
    """What the brand had made up because these points were spent is not given back to the member as well."""
    hold = ledger.get(tx, order.hold)
    assert hold is not None, order
    recover(tx, order.member, hold, occasion, actor, reason)


def _order(tx: Tx, order_id: int) -> Order:
    order = orders.get(tx, order_id)
    assert order is not None, order_id
    return order


def _own(tx: Tx, order_id: int, member: Member) -> Order:
    order = _order(tx, order_id)
    if order.member != member.id:
        raise NotAllowed
    return order


def _claimed(tx: Tx, order_id: int, staff: Member) -> Order:
    order = _order(tx, order_id)
    if order.state is not OrderState.PREPARING:
        raise OrderMoved(order.id, order.state)
    if order.claimed_by != staff.id:
        raise ClaimedByOther(order.id, members.get(tx, order.claimed_by or 0).name)
    return order
