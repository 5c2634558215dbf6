"""An order, for staff: claimed, sent or given back with a reason, letting go, and what waits."""

from collections.abc import Callable

from msgspec import Struct

from actions import dialogue
from actions.shop import order as actions
from actions.shop import parcel, takeover
from actions.shop.order import OrderCard
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Reply, Tell, Toast
from handlers.pages import turning
from handlers.routes import MODERATORS, OPERATORS, Command, Given, Press, Prompted, Shelf, Where
from handlers.shop.order_cards import gone, placed, refreshed, task, task_done, task_passed_on, told
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.programme.wording import spoken
from storage import members
from storage.engine.tx import Tx
from storage.shop import orders

SHOWN = 15
GiveBack = Callable[[Tx, int, Member, str, Occasion], OrderCard]


class WaitingOrders(Struct, frozen=True):
    """A page of open orders, the most urgent first."""

    orders: tuple[OrderCard, ...]
    page: Page


class ClaimedTogether(Struct, frozen=True):
    """How many orders are in the hands of whoever pressed now."""

    count: int


class Reason(Struct, frozen=True):
    """A usual reason, on its button."""

    text: str


def waiting(call: Call, tx: Tx) -> Effects:
    """What waits; a button brings a card to the end of the chat."""
    shown = _waiting(tx, 1)
    return Reply("order/waiting", shown, buttons=_list_buttons(shown))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page of it, in place."""
    shown = _waiting(tx, call.data["page"])
    return Edit("order/waiting", shown, buttons=_list_buttons(shown))


def claim_all(call: Call, tx: Tx) -> Effects:
    """I see to all that nobody has in hand: the addresses come in private, as if each had been pressed."""
    done = parcel.claim_all(tx, call.data["orders"], call.member, call.occasion)
    shown = _waiting(tx, call.data.get("page", 1))
    said: list[Effect] = [
        effect for one in done for effect in (*refreshed(tx, one.order), *task(tx, one.order, one.address))
    ]
    toast = Toast("parcel/claimed", ClaimedTogether(len(done)))
    return [toast, Edit("order/waiting", shown, buttons=_list_buttons(shown)), *said]


def card(call: Call, tx: Tx) -> Effects:
    """The desk's card of one order, again."""
    return placed(tx, actions.card(tx, call.data["order"]))


def _waiting(tx: Tx, number: int) -> WaitingOrders:
    page = page_of(number, orders.many_waiting(tx), SHOWN)
    return WaitingOrders(tuple(actions.card_of(tx, order) for order in orders.waiting(tx, SHOWN, page.before)), page)


def _list_buttons(shown: WaitingOrders) -> Keyboard:
    """A button for each; where there are several, one for all that nobody has in hand, and one to send some together."""
    cards = shown.orders
    rows = [[Button("order/desk_open", "order.desk", {"order": card.id}, card, once=False)] for card in cards]
    free = [card.id for card in cards if card.claimed_by is None]
    if len(free) > 1:
        these = {"orders": free, "page": shown.page.number}
        rows.append([Button("parcel/claim_all", "order.claim_all", these, shown, anyone=True)])
    if len(cards) - len(free) > 1:
        rows.append([Button("parcel/together", "parcel.list", once=False, anyone=True)])
    return (*rows, *turning(shown.page, "order.turned", anyone=True))


def claim(call: Call, tx: Tx) -> Effects:
    """I see to it: the address comes in private, to that person alone."""
    done = actions.claim(tx, call.data["order"], call.member, call.occasion)
    return [Toast("order/claimed", done.order), *refreshed(tx, done.order), *task(tx, done.order, done.address)]


def take_over(call: Call, tx: Tx) -> Effects:
    """An operator takes it out of the hands of one who is away; the address comes to the new one alone.

    Whose it is already is told so.
    """
    done = takeover.take_over(tx, call.data["order"], call.member, call.occasion)
    passed_on = task_passed_on(tx, done.order)
    return [Toast("order/claimed", done.order), *refreshed(tx, done.order), passed_on, told(done.order, done.address)]


def let_go(call: Call, tx: Tx) -> Effects:
    """Somebody else may."""
    order = actions.let_go(tx, call.data["order"], call.member, call.occasion)
    return [Toast("order/let_go", order), *refreshed(tx, order), *task_done(tx, order)]


def send(call: Call, tx: Tx) -> Effects:
    """Out it goes."""
    return [Toast("order/sent_desk"), *_sent(call, tx, None)]


def ask_note(call: Call, tx: Tx) -> Effects:
    """Out it goes, with a parcel number or whatever the member should know."""
    order = actions.card(tx, call.data["order"])
    return Ask("order.note", "order/ask_note", order, {"order": order.id})


def note_given(call: Call, tx: Tx) -> Effects:
    """The note ends with the parcel on its way."""
    if not call.words.strip():
        return ask_note(call, tx)
    return [Reply("order/sent_desk"), *_sent(call, tx, call.words.strip())]


def ask_reason(call: Call, tx: Tx) -> Effects:
    """Why does it go back? A usual reason by button, or one's own words."""
    return _asking(call, tx, "order.reason", "order.return")


def ask_reason_afterwards(call: Call, tx: Tx) -> Effects:
    """The same, for one that had been handed out."""
    return _asking(call, tx, "order.reason_afterwards", "order.return_afterwards")


def reason_chosen(call: Call, tx: Tx) -> Effects:
    """One of the usual reasons."""
    return [Toast("order/given_back_desk"), *_given_back(call, tx, actions.reject, call.data["reason"])]


def reason_given(call: Call, tx: Tx) -> Effects:
    """One's own words."""
    if not call.words.strip():
        return ask_reason(call, tx)
    return [Reply("order/given_back_desk"), *_given_back(call, tx, actions.reject, call.words)]


def reason_chosen_afterwards(call: Call, tx: Tx) -> Effects:
    """One of the usual reasons, for one that had been handed out."""
    return [Toast("order/given_back_desk"), *_given_back(call, tx, actions.take_back, call.data["reason"])]


def reason_given_afterwards(call: Call, tx: Tx) -> Effects:
    """One's own words, for one that had been handed out."""
    if not call.words.strip():
        return ask_reason_afterwards(call, tx)
    return [Reply("order/given_back_desk"), *_given_back(call, tx, actions.take_back, call.words)]


def _asking(call: Call, tx: Tx, prompt: str, press: str) -> Effects:
    order = actions.card(tx, call.data["order"])
    locale = members.get(tx, order.member).locale  # who orders reads it, whoever presses
    usual = [
        [Button("order/reason", press, {"order": order.id, "reason": spoken(reason, locale)}, Reason(reason))]
        for reason in call.occasion.programme.orders.return_reasons
    ]
    return Ask(prompt, "order/ask_reason", order, {"order": order.id}, buttons=usual)


def _sent(call: Call, tx: Tx, note: str | None) -> list[Effect]:
    return gone(tx, actions.fulfil(tx, call.data["order"], call.member, note, call.occasion))


def _given_back(call: Call, tx: Tx, give_back: GiveBack, reason: str) -> list[Effect]:
    order = give_back(tx, call.data["order"], call.member, reason, call.occasion)
    for prompt in ("order.note", "order.reason", "order.reason_afterwards"):
        dialogue.give_up(tx, call.member, prompt, call.data)
    return [*refreshed(tx, order), *task_done(tx, order), Tell(order.member, "order/returned", order)]


ROUTES = (
    Command("orderdesk", waiting, shelf=Shelf.GOODS, place=10, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("order.desk", card, who=MODERATORS),
    Press("order.turned", turned, who=MODERATORS),
    Press("order.claim", claim, who=MODERATORS),
    Press("order.claim_all", claim_all, who=MODERATORS),
    Press("order.take_over", take_over, who=MODERATORS),
    Press("order.let_go", let_go, who=MODERATORS),
    Press("order.send", send, who=MODERATORS, final=True),
    Press("order.send_with_note", ask_note, who=MODERATORS),
    Prompted("order.note", note_given, Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("order.reject", ask_reason, who=MODERATORS),
    Press("order.return", reason_chosen, who=MODERATORS, final=True),
    Prompted("order.reason", reason_given, Given.AHEAD, who=MODERATORS, even_empty=True),
    Press("order.take_back", ask_reason_afterwards, who=OPERATORS),
    Press("order.return_afterwards", reason_chosen_afterwards, who=OPERATORS, final=True),
    Prompted("order.reason_afterwards", reason_given_afterwards, Given.AHEAD, who=OPERATORS, even_empty=True),
)
