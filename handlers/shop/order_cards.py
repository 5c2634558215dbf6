"""The cards of an order: the member's receipt, the desk's card, and the note to whoever sees to it."""

from msgspec import Struct

from actions.shop import receipt as receipts
from actions.shop import takeover
from actions.shop.order import OrderCard
from handlers.effects import Ask, Button, Copy, Delete, Edit, Effect, Keyboard, Post, Tell
from rules.letters import Kind
from rules.people import Group
from rules.shop.address import Address
from rules.shop.order import DELIVERED, OPEN, OrderState
from rules.shop.reward import RewardKind
from storage import groups
from storage.engine.tx import Tx
from storage.shop import addresses, codes


class Task(Struct, frozen=True):
    """What the staff member who sees to an order has to know. `address` is None where none is needed or known.

    `changing`: the one that they have read counts no more, and the next can't be read yet.
    """

    order: OrderCard
    address: Address | None
    changing: bool = False


class Receipt(Struct, frozen=True):
    """The order as its member sees it, with their address until it is erased."""

    order: OrderCard
    address: Address | None


def receipt_of(tx: Tx, order: OrderCard) -> Receipt:
    """The order for its member."""
    return Receipt(order, addresses.get(tx, order.id))


def receipt_buttons(order: OrderCard, code: str | None = None) -> Keyboard:
    """What the member can do about the order now."""
    carried = {"order": order.id}
    all_orders = [Button("order/all", "order.list", once=False)]
    if code is not None:
        return ([Copy("order/copy", code)], all_orders)
    rows: list[list[Button]] = []
    if order.state in OPEN and order.kind is RewardKind.GOODS:
        label = "order/change_address" if order.has_address else "order/give_address"
        rows.append([Button(label, "order.address", carried, once=False)])
    if order.state is OrderState.PENDING:
        rows.append([Button("order/cancel", "order.cancel", carried, once=False)])
    if order.state is OrderState.SENT:
        rows.append([received_button(order)])
    return [*rows, all_orders]


def asking(order: OrderCard) -> Ask:
    """The question where it should go; what is written next is the address, from its beginning."""
    return Ask("order.address", "order/ask_address", order, {"order": order.id})


def received_button(order: OrderCard) -> Button:
    """It has arrived."""
    return Button("order/received", "order.receive", {"order": order.id}, once=False, lasts_s=30 * 86_400)


def desk_buttons(order: OrderCard, *, in_hand: bool = False) -> Keyboard:
    """What staff can do about the order now; `in_hand`: shown to the one alone who sees to it, and can't take it over.

    Nothing that ends the order stands where it was claimed: neither in the first row nor in the last but one.
    """
    carried = {"order": order.id}

    def button(name: str, style: str | None = None) -> Button:
        return Button(f"order/{name}", f"order.{name}", carried, once=False, anyone=True, style=style)

    if order.state is OrderState.PENDING:
        return ((button("claim", "primary"),), (button("reject"),))
    if order.state is OrderState.PREPARING:
        return (
            (button("let_go"),) if in_hand else (button("take_over"), button("let_go")),
            (button("send_with_note"),),
            (button("send", "success"), button("reject")),
        )
    if order.state in DELIVERED and order.kind is not RewardKind.CODE:
        return ((button("take_back"),),)
    return ()


def placed(tx: Tx, order: OrderCard) -> list[Effect]:
    """The card for the desk, in the staff group."""
    staff = groups.staff(tx)
    return [_desk_card(staff, order)] if staff else []


def _desk_card(staff: Group, order: OrderCard) -> Post:
    return Post(staff.id, "order/desk", order, buttons=desk_buttons(order), keep=f"order:{order.id}")


def refreshed(tx: Tx, order: OrderCard) -> list[Effect]:
    """Both cards as the order stands now, in place; a code stays where it can be copied."""
    own = receipt_buttons(order, codes.of_order(tx, order.id))
    return [
        _on_desk(order),
        Edit("order/receipt", receipt_of(tx, order), buttons=own, keep=receipts.receipt(order.id)),
    ]


def _on_desk(order: OrderCard) -> Edit:
    return Edit("order/desk", order, buttons=desk_buttons(order), keep=f"order:{order.id}")


def closed(tx: Tx, order: OrderCard) -> list[Effect]:
    """It has ended without a member who could read of it: so says the card of the desk, and the address disappears."""
    return [_on_desk(order), *task_done(tx, order)]


def task(tx: Tx, order: OrderCard, address: Address | None, *, changed: bool = False) -> list[Effect]:
    """The note to whoever sees to the order, with the address; an earlier one goes away."""
    receipts.withdraw_task(tx, order.id)
    return [Delete(keep=receipts.task(order.id)), told(order, address, changing=changed and address is None)]


def task_without(order: OrderCard) -> Edit:
    """There is no address yet that could be read: the note that stands says so, and no other is sent for that."""
    buttons = desk_buttons(order, in_hand=True)
    return Edit("order/task", Task(order, None), buttons=buttons, keep=receipts.task(order.id))


def told(order: OrderCard, address: Address | None, *, changing: bool = False) -> Tell:
    """The note alone, for one who has none of this order yet."""
    assert order.claimed_by is not None, order
    name = receipts.task(order.id)
    words, buttons = Task(order, address, changing), desk_buttons(order, in_hand=True)
    return Tell(order.claimed_by, "order/task", words, buttons=buttons, keep=name, kind=Kind.ERRAND)


def task_passed_on(tx: Tx, order: OrderCard) -> Edit:
    """Another sees to the order now: the address disappears from the former one's note."""
    receipts.withdraw_task(tx, order.id)
    return Edit("order/taken_over", order, keep=receipts.task(order.id))


def freed(tx: Tx, leaver: int | None = None) -> list[Effect]:
    """The orders of those who may not see to them any more wait for somebody else; the address goes from their notes.

    `leaver` has just left the staff.
    """
    return [effect for order in takeover.freed(tx, leaver) for effect in (*refreshed(tx, order), *task_done(tx, order))]


def task_done(tx: Tx, order: OrderCard) -> list[Effect]:
    """The address disappears from the note as well."""
    receipts.withdraw_task(tx, order.id)
    return [Edit("order/task", Task(order, None), keep=receipts.task(order.id))]


def gone(tx: Tx, order: OrderCard) -> list[Effect]:
    """It has been sent: both cards say so, the address disappears, its member is told."""
    sent = Tell(order.member, "order/sent", order, buttons=((received_button(order),),))
    return [*refreshed(tx, order), *task_done(tx, order), sent]
