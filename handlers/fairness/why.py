"""`/why`: the caller's latest credits and refusals, or where one of their honours comes from; for them alone."""

from actions.fairness.origin import trace
from actions.fairness.why import explain
from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.routes import Command, Press, Shelf
from messages.vocabulary import vocabulary
from rules.fairness.origin import OriginKind, Thing, called
from rules.programme.trust import TrustStep
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """What counted, what did not, and when it would again; or why they have what they name."""
    words = call.words.strip()
    if not words:
        return Whisper("why/explained", explain(tx, call.member, call.occasion))
    step = vocabulary("challenge", call.member.locale).choice_called("trust", words)
    things = called(words, call.occasion.programme, TrustStep(step) if step else None)
    return Whisper("why/origin", trace(tx, call.member, things, call.occasion))


def pressed(call: Call, tx: Tx) -> Effects:
    """The button on a card of theirs; in private it is a message, for a popup has no links."""
    thing = Thing(OriginKind(call.data["kind"]), call.data["key"])
    say = Whisper if call.chat.group else Reply
    return say("why/origin", trace(tx, call.member, [thing], call.occasion))


ROUTES = (
    Command("why", answer, shelf=Shelf.RULES, place=20, fades=True),
    Press("why.origin", pressed),
)
