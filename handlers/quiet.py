"""`/quiet`: no unprompted private messages, and back again."""

from actions.quiet import toggle
from handlers.call import Call
from handlers.effects import Effects, Whisper
from handlers.routes import Command
from storage.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """Switch, and say what it means."""
    return Whisper("quiet/on" if toggle(tx, call.member) else "quiet/off")


ROUTES = (Command("quiet", answer, words=("免打扰",)),)
