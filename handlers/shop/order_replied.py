"""The number of a parcel in reply to the card of an order: taken as if 附单号发出 had been pressed, and shown first."""

from actions.shop import order as actions
from handlers.call import Call
from handlers.cards import name_replied
from handlers.effects import Ask, Effects
from handlers.routes import MODERATORS, Observe, On
from rules.people import STAFF, Part, Role
from rules.refusals import NotAllowed
from rules.shop.parcel import holds_parcel
from storage.engine.tx import Tx

_NAMES = frozenset({"order", "task"})


def at_the_desk(call: Call, tx: Tx) -> Effects:
    """Below the desk's card; what comes of it is asked and shown in private."""
    return _replied(call, tx) if call.group.part is Part.STAFF else None


def in_private(call: Call, tx: Tx) -> Effects:
    """Below the note with the address."""
    return _replied(call, tx)


def _replied(call: Call, tx: Tx) -> Effects:
    message, number = call.message, _number(name_replied(call, tx))
    if number is None or message is None or message.media or not holds_parcel(message.text):
        return None
    if not MODERATORS & call.roles:
        raise NotAllowed(bool(STAFF & call.roles), tuple(role.value for role in Role if role in MODERATORS))
    order = actions.to_send(tx, number, call.member)
    return Ask("order.note", "order/ask_note", order, {"order": order.id}, first=message.text.strip())


def _number(name: str | None) -> int | None:
    kind, _, number = (name or "").partition(":")
    return int(number) if kind in _NAMES and number.isdecimal() else None


ROUTES = (
    Observe(On.TALK, "order_parcel", at_the_desk, turn=33),
    Observe(On.PRIVATE_TALK, "order_parcel", in_private, turn=26),
)
