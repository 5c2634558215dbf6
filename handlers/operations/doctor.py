"""What is missing or went wrong, and how to mend it, in plain words."""

from actions.operations.doctor import examine
from handlers.call import Call, ChatKind
from handlers.effects import Effects, Whisper
from handlers.routes import MODERATORS, Command, Shelf
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """The findings, for the one who asks."""
    said_at = call.message.at if call.message else None
    waits = call.chat.title if call.chat.kind is not ChatKind.PRIVATE and call.chat.group is None else None
    return Whisper("doctor/examined", examine(tx, call.occasion, said_at, waits))


ROUTES = (Command("doctor", answer, shelf=Shelf.HOUSE, place=20, who=MODERATORS, inactive=True, fades=True),)
