"""Why: the caller's latest credits and refusals, for them alone."""

from actions.fairness.why import explain
from handlers.call import Call
from handlers.effects import Effects, Whisper
from handlers.routes import Command, Shelf
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """What counted, what did not, and when it would again."""
    return Whisper("why/explained", explain(tx, call.member, call.occasion))


ROUTES = (Command("why", answer, shelf=Shelf.RULES, place=20, fades=True),)
