"""`/why`: the caller's latest credits and refusals, where one of their honours comes from, what something that they took
part in brought, or why they were warned, muted or suspended; for them alone.
"""

from actions.fairness.origin import trace
from actions.fairness.participation import took_part
from actions.fairness.record import of_grade
from actions.fairness.why import explain
from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.fairness.record_buttons import appeals
from handlers.routes import Command, Press, Shelf
from messages.vocabulary import meant, vocabulary
from rules.fairness.origin import NothingCalledThat, OriginKind, Thing, called
from rules.fairness.sanction import Grade
from rules.programme.trust import TrustStep
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """What counted, what did not, and when it would again; or the why of what they name."""
    words = call.words.strip()
    if not words:
        return Whisper("why/explained", explain(tx, call.member, call.occasion))
    grade = meant("why", "grade", words)
    if grade is not None:
        told = of_grade(tx, call.member, Grade(grade), call.occasion)
        return Whisper("why/sanctioned", told, buttons=appeals(told.entries))
    return _named(call, tx, words)


def _named(call: Call, tx: Tx, words: str) -> Effects:
    """An honour of that name, or what they took part in. Raises NothingCalledThat."""
    part = took_part(tx, call.member, words)
    step = vocabulary("challenge", call.member.locale).choice_called("trust", words)
    try:
        things = called(words, call.occasion.programme, TrustStep(step) if step else None)
    except NothingCalledThat:
        if part is None:
            raise
        return Whisper("why/took_part", part)
    return Whisper("why/origin", trace(tx, call.member, things, call.occasion))


def pressed(call: Call, tx: Tx) -> Effects:
    """The button on a card of theirs; in private it is a message, for a popup has no links."""
    thing = Thing(OriginKind(call.data["kind"]), call.data["key"])
    say = Whisper if call.chat.group else Reply
    return say("why/origin", trace(tx, call.member, [thing], call.occasion))


ROUTES = (
    Command("why", answer, shelf=Shelf.RULES, place=20, fades=True, outside=True),
    Press("why.origin", pressed, outside=True),
)
