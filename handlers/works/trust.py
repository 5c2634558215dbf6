"""`/trust @who framework reason`: staff say what a member may take on."""

from actions.works.trust import entrust
from handlers.call import Call
from handlers.effects import Effects, Note, Reply
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Press, Shelf
from messages.vocabulary import vocabulary
from rules.note import Matter
from rules.works.trust import TrustStep, TrustUnclear
from storage.engine.tx import Tx


def trust(call: Call, tx: Tx) -> Effects:
    """The step and the reason; the member reads both."""
    steps = vocabulary("challenge", call.member.locale)
    named = person_of(call, tx, "trust", lambda word: steps.choice_called("trust", word) is not None)
    word, _, reason = named.words.strip().partition(" ")
    step = steps.choice_called("trust", word)
    if step is None:
        raise TrustUnclear
    done = entrust(tx, call.member, named.member, TrustStep(step), reason.strip(), call.occasion)
    return Reply("trust/set", done), Note(named.member.id, Matter.ACCOUNT, "trust", "trust/told", done)


ROUTES = (
    Command("trust", trust, shelf=Shelf.WORKS, place=50, who=MODERATORS, fades=True),
    Press("trust.chosen", chosen(trust), who=MODERATORS),
)
