"""Messages of the bot's own that it knows by a name, and what is said in reply to them."""

from collections.abc import Callable

from handlers.call import Call
from rules.people import Part
from storage.engine.tx import Tx
from storage.post import outbox


def name_replied(call: Call, tx: Tx) -> str | None:
    """The name under which the bot keeps the message that the call replies to."""
    return outbox.named(tx, call.chat.id, call.reply_to.id) if call.reply_to else None


def card_replied(call: Call, tx: Tx, number_of: Callable[[str], int | None]) -> int | None:
    """What the staff's card is about to which the call replies in words; None when it is no reply to such a card."""
    if call.group.part is not Part.STAFF or call.message is None or not call.message.text:
        return None
    name = name_replied(call, tx)
    return number_of(name) if name else None
