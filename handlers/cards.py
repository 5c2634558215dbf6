"""Messages of the bot's own that it knows by a name, and what is said in reply to them."""

from collections.abc import Callable

from handlers.call import Call
from handlers.effects import Whisper
from rules.markup import plain
from rules.people import Part
from rules.refusals import CardInWords, NotTaken
from storage.engine.tx import Tx
from storage.post import outbox

# What somebody sends who only nods.
NODS = frozenset({"sticker", "dice", "animation"})


def name_replied(call: Call, tx: Tx) -> str | None:
    """The name under which the bot keeps the message that the call replies to."""
    return outbox.named(tx, call.chat.id, call.reply_to.id) if call.reply_to else None


def card_replied(call: Call, tx: Tx, number_of: Callable[[str], int | None]) -> int | None:
    """What the staff's card is about to which the call replies; None when it is no reply to such a card, or only a nod."""
    message = call.message
    if call.group.part is not Part.STAFF or message is None:
        return None
    if not message.text and (message.further or message.holds in NODS):
        return None
    name = name_replied(call, tx)
    return number_of(name) if name else None


def words_replied(call: Call) -> tuple[str, list[Whisper]]:
    """What is said in reply to a card, and of what came besides the words that it was left out. Raises CardInWords."""
    assert call.message is not None
    holds = call.message.holds
    if not call.message.text:
        raise CardInWords(holds)
    left_out = [] if holds == "text" else [Whisper("welcome/left_out", NotTaken(holds, ()))]
    return plain(call.message.marked), left_out


def at(call: Call) -> tuple[int, int]:
    """Where the call's message stands: the chat, and its number there."""
    assert call.message is not None
    return call.chat.id, call.message.id
