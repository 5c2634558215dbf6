"""An order, for the member: redeeming, the receipt, the address, cancelling, receiving, the list."""

from msgspec import Struct

from actions import dialogue
from actions.shop import order as actions
from actions.shop import receipt as receipts
from actions.shop import redemption
from actions.shop.order import OrderCard
from actions.shop.redemption import Redeemed, Wish
from handlers.call import Call
from handlers.effects import Button, Copy, Edit, Effect, Effects, Keyboard, Link, Post, Reply, Tell, Toast
from handlers.pages import turning
from handlers.routes import Command, Job, JobCall, Press, Scope, Shelf, Start, Where
from handlers.shop.order_cards import asking, freed, placed, receipt_buttons, receipt_of, refreshed, task_done
from handlers.ways_out import WayOut
from rules.pages import Page, page_of
from rules.refusals import NotStarted
from rules.shop.order import OrderMoved, OrderState
from rules.shop.reward import RewardKind
from storage import groups
from storage.engine.tx import Tx
from storage.post import outbox
from storage.shop import codes, orders

SHOWN = 8
DELETABLE_HOURS = 47  # Telegram lets one delete what is younger than 48


class OrderList(Struct, frozen=True):
    """Orders that staff are reminded of."""

    orders: tuple[OrderCard, ...]


class OwnOrders(Struct, frozen=True):
    """A page of the member's orders, newest first."""

    orders: tuple[OrderCard, ...]
    page: Page


class CodeDelivered(Struct, frozen=True):
    """A code and the reward it is for."""

    title: str
    code: str


def redeem(call: Call, tx: Tx) -> Effects:
    """Sure: the order is placed, the confirmation becomes its receipt.

    Pressed again it is the same receipt, which has the code: nothing is sent once more.
    """
    data = call.data
    wish = Wish(data["reward"], data["nth"], data["version"], data["price"])
    done = redemption.redeem(tx, call.member, wish, call.occasion)
    said: list[Effect] = [
        Toast("order/placed" if not done.again else "order/placed_before", done),
        _receipt(call, tx, done),
    ]
    if done.again:
        return said
    if done.code is not None:
        copy = Copy("order/copy", done.code)
        code = CodeDelivered(done.order.title, done.code)
        return [*said, Tell(call.member.id, "order/code", code, buttons=((copy,),))]
    if done.order.kind is RewardKind.GOODS:
        said.append(asking(done.order))
    return [*said, *placed(tx, done.order)]


def listed(call: Call, tx: Tx) -> Effects:
    """The latest orders, each with a button to open it."""
    listing, buttons = _list(call, tx, 1)
    return Reply("order/list", listing, buttons=buttons)


def listed_in_place(call: Call, tx: Tx) -> Effects:
    """The same or another page, where the button stands."""
    assert call.shown is not None
    receipts.leaves(tx, call.chat.id, call.shown)
    listing, buttons = _list(call, tx, call.data.get("page", 1))
    return Edit("order/list", listing, buttons=buttons)


def show(call: Call, tx: Tx) -> Effects:
    """One order, in place; from now on this message is its receipt."""
    order = _own(call, tx)
    _keep(call, tx, order)
    return Edit("order/receipt", receipt_of(tx, order), buttons=receipt_buttons(order, codes.of_order(tx, order.id)))


def ask_cancel(call: Call, tx: Tx) -> Effects:
    """Sure? The order stays until then."""
    order = _own(call, tx)
    if order.state is not OrderState.PENDING:
        raise OrderMoved(order.id, order.state)
    carried = {"order": order.id}
    keep = Button("order/keep", "order.show", carried, once=False)
    surely = Button("order/cancel_surely", "order.cancel_surely", carried, once=False, style="danger")
    return Edit(
        "order/cancel_surely", order, buttons=((keep,), (Button("order/all", "order.list", once=False),), (surely,))
    )


def cancel(call: Call, tx: Tx) -> Effects:
    """Sure: thought better of it."""
    order = actions.cancel(tx, call.data["order"], call.member, call.occasion)
    dialogue.give_up(tx, call.member, "order.address", call.data)
    return [Toast("order/cancelled", order), *refreshed(tx, order)]


def receive(call: Call, tx: Tx) -> Effects:
    """In hands."""
    order = actions.receive(tx, call.data["order"], call.member, call.occasion)
    said: list[Effect] = [Toast("order/enjoy", order), *refreshed(tx, order)]
    elsewhere = call.shown is None or outbox.named(tx, call.chat.id, call.shown) != receipts.receipt(order.id)
    return [*said, Edit("order/sent", order)] if elsewhere else said


def tidy(call: JobCall, tx: Tx) -> Effects:
    """What was not handed out in time goes back, with word to the member; staff are reminded in time, until it is over.

    What was sent long ago is received; what one had in hand who may not any more waits for somebody else.
    """
    said = freed(tx)
    for order in actions.expire(tx, call.occasion):
        said += [*refreshed(tx, order), *task_done(tx, order), Tell(order.member, "order/returned", order)]
    if soon := actions.remind(tx, call.occasion):
        over_s = min(call.occasion.programme.orders.remind_hours, DELETABLE_HOURS) * 3600
        soon_due = OrderList(tuple(soon))
        staff = groups.staff(tx)
        said += [Post(staff.id, "order/due_soon", soon_due, fade_s=over_s)] if staff else []
    for order in actions.receive_unconfirmed(tx, call.occasion):
        said += refreshed(tx, order)
    return said


def _receipt(call: Call, tx: Tx, done: Redeemed) -> Edit:
    _keep(call, tx, done.order)
    return Edit("order/receipt", receipt_of(tx, done.order), buttons=receipt_buttons(done.order, done.code))


def _keep(call: Call, tx: Tx, order: OrderCard) -> None:
    assert call.shown is not None
    receipts.becomes(tx, order.id, call.chat.id, call.shown, call.occasion)


def _own(call: Call, tx: Tx) -> OrderCard:
    return actions.own(tx, call.data["order"], call.member)


def _list(call: Call, tx: Tx, number: int) -> tuple[OwnOrders, Keyboard]:
    page = page_of(number, orders.many_of(tx, call.member.id), SHOWN)
    found = orders.of_member(tx, call.member.id, SHOWN, page.before)
    cards = tuple(actions.card_of(tx, order) for order in found)
    rows = [(Button("order/open", "order.show", {"order": card.id}, card, once=False),) for card in cards]
    to_shop = Button("order/to_shop", "shop.page", {"layer": "", "page": 0}, once=False)
    return OwnOrders(cards, page), (*rows, *turning(page, "order.list"), (to_shop,))


def _start_first(refusal: NotStarted) -> Keyboard:
    return ((Link("welcome/open_private", start=refusal.payload),),)


ROUTES = (
    Command("orders", listed, shelf=Shelf.REWARDS, place=20, where=Where.PRIVATE, fades=True, outside=True),
    Start("orders", listed, outside=True),
    Press("order.redeem", redeem, covenant=True, final=True),
    Press("order.list", listed_in_place, outside=True),
    Press("order.show", show, outside=True),
    Press("order.cancel", ask_cancel, outside=True),
    Press("order.cancel_surely", cancel, final=True, outside=True),
    Press("order.receive", receive, outside=True),
    WayOut(NotStarted, _start_first),
)

JOBS = (Job("orders", tidy, cron="20 * * * *", scope=Scope.BRAND, late_s=30 * 86_400, recalled=True),)
