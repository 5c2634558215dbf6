"""Which codes somebody was given, for the moderators they write to: the orders, when, and how each code ends."""

from actions.shop import code_orders as actions
from handlers.call import Call
from handlers.effects import Button, Effects, Whisper
from handlers.routes import MODERATORS, Press
from storage.engine.tx import Tx

DAY_S = 86_400


def shown(call: Call, tx: Tx) -> Effects:
    """The latest, for the caller alone; a button brings the card of an order to the end of the chat."""
    given = actions.given_to(tx, call.data["member"])
    rows = [
        [Button("order/code_order", "order.desk", {"order": one.order}, one, once=False, lasts_s=DAY_S)]
        for one in given.codes
    ]
    return Whisper("order/codes_given", given, buttons=rows)


ROUTES = (Press("order.codes_given", shown, who=MODERATORS),)
