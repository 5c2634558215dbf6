"""Where somebody is at home who is as active in several groups: asked once, with an answer that is due in private anyway."""

from actions import home
from handlers.call import Call, ChatKind
from handlers.effects import Button, Effects, Keyboard, Reply, flat
from rules.home import HomeShown
from storage.engine.tx import Tx


def with_question(call: Call, tx: Tx, answer: Effects) -> Effects:
    """The answer, and below it the question where what was done counts, if it is due; never in a group."""
    if call.chat.kind is not ChatKind.PRIVATE:
        return answer
    asked = home.ask(tx, call.member)
    return [*flat(answer), Reply("home/asked", asked, buttons=_places(asked))] if asked else answer


def _places(asked: HomeShown) -> Keyboard:
    return [[Button("checkin/home", "home.answered", {"group": one.group}, one, once=False)] for one in asked.choices]
