"""Orders that leave the hands they are in: taken over by another, or freed because nobody may see to them any more."""

from actions.shop.order import Claimed, OrderCard, card
from rules.occasion import Occasion
from rules.people import OPERATING, Member
from rules.refusals import InYourHands, NotForYourself, NotStarted, NotYoursToTakeOver
from rules.shop.address import ready
from rules.shop.order import MAY_FULFIL, Order, OrderMoved, OrderState
from storage import audits, members
from storage.engine.tx import Tx
from storage.shop import addresses, orders


def take_over(tx: Tx, order_id: int, staff: Member, occasion: Occasion) -> Claimed:
    """`staff` sees to an order that another had in hand, and its time begins anew.

    Raises OrderMoved, InYourHands, NotYoursToTakeOver, NotForYourself, NotStarted.
    """
    order = _preparing(tx, order_id)
    if order.claimed_by == staff.id:
        raise InYourHands
    if not members.roles(tx, staff.id) & OPERATING:
        raise NotYoursToTakeOver(members.get(tx, order.claimed_by or 0).name)
    if order.member == staff.id:
        raise NotForYourself
    if not staff.reachable:
        raise NotStarted
    orders.hand_over(tx, order.id, staff.id, occasion.now + occasion.programme.orders.expire_hours * 3600)
    audits.record(tx, occasion.now, staff.id, "order.take_over", order.claimed_by, order=order.id)
    return Claimed(card(tx, order_id), ready(addresses.get(tx, order_id)))


def freed(tx: Tx, leaver: int | None = None) -> list[OrderCard]:
    """Put back the orders of those who may not see to orders any more, and of one who has just left the staff."""
    over = [order for order in orders.preparing(tx) if order.claimed_by == leaver or not _may(tx, order.claimed_by)]
    for order in over:
        orders.claim(tx, order.id, None, order.expires_at)
    return [card(tx, order.id) for order in over]


def _may(tx: Tx, staff: int | None) -> bool:
    assert staff is not None, "an order in preparation is in somebody's hands"
    return bool(members.roles(tx, staff) & MAY_FULFIL)


def _preparing(tx: Tx, order_id: int) -> Order:
    order = orders.get(tx, order_id)
    assert order is not None, order_id
    if order.state is not OrderState.PREPARING:
        raise OrderMoved(order.id, order.state)
    return order
