"""The address of an order: asked for, written in one message or in several, looked at once more."""

from msgspec import Struct

from actions import dialogue
from actions.shop import address as actions
from actions.shop import order as order_actions
from actions.shop.order import OrderCard
from handlers.ahead import RIGHT, said_of_gathered
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Reply
from handlers.routes import Given, Press, Prompted
from handlers.shop.order_cards import asking, refreshed, task, task_without
from messages.vocabulary import meant
from rules.daily.question import asks
from rules.reading.typed import bare, laughs
from rules.shop.address import Address, Lack, begins, ready
from storage.engine.tx import Tx
from storage.post.dialogues import GOES_ON
from storage.shop import addresses

# What is longer is an address, or part of one, whatever it says.
TOO_LONG_FOR_A_NAME = 5


class WrittenAddress(Struct, frozen=True):
    """The address as it stands, and what seems to be missing."""

    order: OrderCard
    address: str
    lacks: tuple[Lack, ...]


def ask(call: Call, tx: Tx) -> Effects:
    """Where should it go?"""
    return asking(actions.require_open(tx, call.data["order"], call.member))


def given(call: Call, tx: Tx) -> Effects:
    """Shown again, to be called right; whatever is written before that is joined to it. Asked again when it is none."""
    number, goes_on = call.data["order"], call.data.get(GOES_ON, False)
    if goes_on and (said := said_of_gathered(call.message)):
        return _said_right(call, tx) if said == RIGHT else ask(call, tx)
    if goes_on and not call.words.strip():
        return _still_right(call, tx)
    if not goes_on and (not begins(call.words) or _talk(call.words)):
        return ask(call, tx)
    address = actions.write(tx, number, call.member, call.words, call.occasion, goes_on=goes_on)
    order = order_actions.own(tx, number, call.member)
    return [_is_it_right(order, address), *_followed(tx, order)]


def _said_right(call: Call, tx: Tx) -> Effects:
    """As its button, which stands where there is a place to go to; else what is missing is said again."""
    known = addresses.get(tx, call.data["order"])
    return _still_right(call, tx) if known and Lack.PLACE in known.lacks else right(call, tx)


def _still_right(call: Call, tx: Tx) -> Effects:
    """Nothing was added: the address as it stands is shown again, or asked for where there is none any more."""
    number = call.data["order"]
    known = addresses.get(tx, number)
    return _is_it_right(actions.require_open(tx, number, call.member), known) if known else ask(call, tx)


def right(call: Call, tx: Tx) -> Effects:
    """It is right: kept for whoever sees to the order."""
    number = call.data["order"]
    address = actions.confirm(tx, number, call.member, call.occasion)
    dialogue.sent(tx, call.member, "order.address", call.data)
    order = order_actions.own(tx, number, call.member)
    kept = WrittenAddress(order, address.text, address.lacks)
    say = Edit("order/address_kept", kept) if call.shown else Reply("order/address_kept", kept)
    return [say, *_followed(tx, order)]


def _talk(words: str) -> bool:
    """Whether so few words are said to the bot, or ask, rather than being the name with which an address begins."""
    if len(words.strip()) >= TOO_LONG_FOR_A_NAME:
        return False
    return meant("help", "talk", bare(words)) is not None or asks(words) or laughs(words)


def _is_it_right(order: OrderCard, address: Address) -> Ask:
    carried = {"order": order.id}
    right_, anew = (
        Button("order/address_right", "order.address_right", carried, once=False, style="success"),
        Button("order/address_anew", "order.address", carried, once=False),
    )
    buttons = ((anew,),) if Lack.PLACE in address.lacks else ((right_, anew),)
    shown = WrittenAddress(order, address.text, address.lacks)
    return Ask("order.address", "order/address_written", shown, {**carried, GOES_ON: True}, buttons=buttons)


def _followed(tx: Tx, order: OrderCard) -> list[Effect]:
    """Receipt and desk follow; whoever sees to the order reads it, once it may be read."""
    cards, known = refreshed(tx, order), addresses.get(tx, order.id)
    if order.claimed_by is None:
        return cards
    written, changed = ready(known), known is not None and known.changed
    return [*cards, *(task(tx, order, written, changed=changed) if written or changed else [task_without(order)])]


ROUTES = (
    Press("order.address", ask, outside=True),
    Press("order.address_right", right, outside=True),
    Prompted(
        "order.address", given, Given.PREVIEWED, even_empty=True, aside="order/left_aside", moves=True, outside=True
    ),
)
