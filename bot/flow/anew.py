"""A call that came to nothing is said anew by an edit of its message; of one that was done it is said that it stays done.

What came to nothing is remembered by its message for as long as that can be edited (decision 140). What waits for its
sender to agree to the covenant is done as it reads when they do.
"""

from msgspec import Struct

from bot.flow.edited import mark
from bot.flow.router import Match
from bot.intake.incoming import Incoming, What
from handlers.call import Call, ChatKind, Message
from handlers.effects import Effects, Reply, Whisper
from handlers.routes import Command
from rules.refusals import CovenantFirst, Refusal
from rules.values import replace
from storage.engine.tx import Tx
from storage.packing import unpacked
from storage.post import inbox, said
from storage.post.said import SaidIn

# So long a message can be made a call by an edit, or said anew.
AFTERWARDS_S = 3_600
# Under this name stands what came to nothing; it is no prompt.
NOTHING = "nothing"
# What is no call but for a slip of the finger is this short.
SHORT = 30


class EditedCall(Struct, frozen=True):
    """`/command` was edited after it had been heard: it is not done once more."""

    command: str


def refused(call: Call, incoming: Incoming, refusal: Refusal, tx: Tx) -> None:
    """What is refused may be put right where it was written; what waits for the covenant is done as it is."""
    message = call.message
    if incoming.what is What.MESSAGE and message and message.text and not isinstance(refusal, CovenantFirst):
        _remember(call, _mark(message), tx)


def not_understood(call: Call, tx: Tx) -> None:
    """A few words in private that led to nothing: no mark of them is kept, for they may be anything."""
    message = call.message
    if message is not None and 0 < len(message.text) <= SHORT and not message.links:
        _remember(call, "", tx)


def said_anew(call: Call, incoming: Incoming, tx: Tx) -> Incoming:
    """What came in; the edit of what had come to nothing as if it were said now, once."""
    message = call.message
    if incoming.what is not What.EDITED or message is None or message.album is not None:
        return incoming
    if incoming.resumed or _held(call, message.id, tx):
        return replace(incoming, what=What.MESSAGE)
    before = said.of(tx, call.chat.id, message.id)
    if before is None or before.prompt != NOTHING or before.member != call.member.id:
        return incoming
    if before.words == _mark(message) or not _soon(call):
        return incoming
    said.drop(tx, call.chat.id, message.id)
    return replace(incoming, what=What.MESSAGE)


def _held(call: Call, message: int, tx: Tx) -> bool:
    """Whether that message waits for its sender to agree to the covenant; then it waits no more as it read before."""
    for row, body in inbox.stopped(tx, call.member.telegram_id, call.chat.id):
        update = unpacked(body)
        if (update.get("message") or update.get("edited_message") or {}).get("message_id") == message:
            inbox.drop(tx, row)
            return True
    return False


def called_by_edit(match: Match, call: Call, incoming: Incoming, tx: Tx) -> bool:
    """Whether an edit has just put in the hashtag, or the word, that had been forgotten."""
    route, message = match.route, call.message
    if not isinstance(route, Command) or route.afterwards is None or message is None or incoming.command is not None:
        return False
    if match.by_word and not route.afterwards_by_word:
        return False
    return message.edited and _soon(call) and not message.forwarded and route.afterwards(call, tx)


def stays_done(match: Match | None, call: Call, incoming: Incoming, tx: Tx) -> Effects:
    """A command that was heard as it was written first; what others see of it follows where it can, and is no call."""
    message = call.message
    if match is None or incoming.command is None or message is None or message.links or message.forwarded:
        return None
    route = match.route
    before = said.of(tx, call.chat.id, message.id)
    if (
        not isinstance(route, Command)
        or route.confided
        or (before and before.words in (mark(message.text), _mark(message)))
    ):
        return None
    told = EditedCall(route.name)
    if call.chat.kind is ChatKind.PRIVATE:
        return Reply("welcome/edited_call", told)
    return Whisper("welcome/edited_call", told) if route.fades else None


def _mark(message: Message) -> str:
    """Of what it says, and shows: who exchanges the picture alone has put it right, too."""
    return mark(f"{message.text}\0{message.file.unique}" if message.file else message.text)


def _soon(call: Call) -> bool:
    return call.message is not None and call.occasion.now - call.message.at <= AFTERWARDS_S


def _remember(call: Call, words: str, tx: Tx) -> None:
    message = call.message
    if message is None or message.album is not None or message.forwarded or call.shown is not None:
        return
    nothing = SaidIn(message.id, call.member.id, NOTHING, NOTHING, words, gone=False)
    said.put(tx, call.chat.id, nothing, call.occasion.handled_at)
