"""Orders sent together: a list of numbers is pasted, looked at, and sent by one press."""

from collections.abc import Sequence

from msgspec import Struct

from actions import dialogue
from actions.shop import parcel
from actions.shop.order import OrderCard
from handlers.call import Call
from handlers.effects import Ask, Button, Copy, Edit, Effect, Effects
from handlers.routes import MODERATORS, Given, Press, Prompted
from handlers.shop.order_cards import gone
from rules.shop.parcel import ParcelListGone
from storage.engine.tx import Tx

PROMPT = "parcel.list"
# What a button of Telegram can copy.
COPIED = 256


class InHand(Struct, frozen=True):
    """The orders of whoever asks, which are to be sent."""

    orders: tuple[OrderCard, ...]


class SentTogether(Struct, frozen=True):
    """They are on their way."""

    orders: tuple[OrderCard, ...]


def ask(call: Call, tx: Tx) -> Effects:
    """Which ones, and with what number? The caller's own are listed, to be copied and filled in."""
    mine = parcel.in_hand(tx, call.member)
    return Ask(PROMPT, "parcel/ask", InHand(mine), buttons=_to_copy(mine))


def pasted(call: Call, tx: Tx) -> Effects:
    """What the list would do. Another list takes its place; nothing is done before the press."""
    if not call.words.strip():
        return ask(call, tx)
    looked = parcel.look(tx, call.words, call.member)
    going = [[one.order.id, one.note] for one in looked.going]
    send = Button("parcel/send", "parcel.send", {"going": going}, looked, style="success")
    return Ask(PROMPT, "parcel/looked", looked, {"going": going}, buttons=((send,),) if going else ())


def send(call: Call, tx: Tx) -> Effects:
    """Out they go, all that the preview showed, or none. Raises PreviewOvertaken, ParcelListGone, OrderMoved, ClaimedByOther."""
    dialogue.require_newest(tx, call.member, PROMPT, call.data, "going", call.occasion)
    if not dialogue.gathered(tx, call.member, PROMPT, call.data, "going", call.occasion):
        raise ParcelListGone
    done = parcel.send_all(tx, [(number, note) for number, note in call.data["going"]], call.member, call.occasion)
    dialogue.give_up(tx, call.member, PROMPT, {})
    said: list[Effect] = [Edit("parcel/sent", SentTogether(tuple(done)))]
    return [*said, *(effect for order in done for effect in gone(tx, order))]


def _to_copy(orders: Sequence[OrderCard]) -> tuple[tuple[Copy, ...], ...]:
    """The numbers, one on each line, for whoever writes the rest behind them."""
    lines = "\n".join(f"#{order.id} " for order in orders)
    return ((Copy("parcel/copy", lines),),) if orders and len(lines) <= COPIED else ()


ROUTES = (
    Press("parcel.list", ask, who=MODERATORS),
    Prompted(PROMPT, pasted, Given.PREVIEWED, who=MODERATORS, even_empty=True),
    Press("parcel.send", send, who=MODERATORS, final=True),
)
