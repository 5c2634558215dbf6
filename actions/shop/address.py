"""Where an order goes: written by its member bit by bit, looked at once more, and erased when it is not needed any more."""

from actions.shop.order import OrderCard, own
from rules.occasion import Occasion
from rules.people import Member
from rules.shop.address import Address, joined, ready
from rules.shop.order import OPEN, OrderMoved
from rules.values import replace
from storage.engine.tx import Tx
from storage.shop import addresses


def write(tx: Tx, order_id: int, member: Member, text: str, occasion: Occasion, *, goes_on: bool = False) -> Address:
    """Remember where to send the open order; what `goes_on` follows what was written before.

    Raises OrderMoved, AddressTooLong, NotAllowed.
    """
    order = require_open(tx, order_id, member)
    before = addresses.get(tx, order_id)
    now = joined(before.text if before and goes_on else "", text)
    read = order.claimed_by is not None and ready(before) is not None
    changed = before is not None and (before.changed or (read and before.confirmed and now != before.text))
    address = Address(now, confirmed=False, changed=changed)
    addresses.put(tx, order_id, address, occasion.now)
    return address


def confirm(tx: Tx, order_id: int, member: Member, occasion: Occasion) -> Address:
    """It is right as it stands. Raises OrderMoved, NotAllowed."""
    order = require_open(tx, order_id, member)
    written = addresses.get(tx, order_id)
    if written is None:
        raise OrderMoved(order.id, order.state)
    address = replace(written, confirmed=True)
    addresses.put(tx, order_id, address, occasion.now)
    return address


def require_open(tx: Tx, order_id: int, member: Member) -> OrderCard:
    """The member's own order, while it may have an address. Raises OrderMoved, NotAllowed."""
    order = own(tx, order_id, member)
    if order.state not in OPEN:
        raise OrderMoved(order.id, order.state)
    return order
