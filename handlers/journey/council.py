"""`/council`: who sits in it, what it talks about and what it has decided."""

from actions.journey import council as actions
from actions.journey.council import CouncilSeen
from actions.journey.council_seat import SeatInvited
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.routes import Command, Press, Shelf, Start
from storage.engine.tx import Tx


def council(call: Call, tx: Tx) -> Effects:
    """The council; what one can do in it stands below in private."""
    found = actions.seen(tx, call.member, call.roles, call.occasion)
    if call.chat.kind is ChatKind.PRIVATE:
        return Reply("council/council", found, buttons=_buttons(found))
    return Reply("council/council", found, fade_s=600)


def back(call: Call, tx: Tx) -> Effects:
    """Back to the council, in place."""
    found = actions.seen(tx, call.member, call.roles, call.occasion)
    return Edit("council/council", found, buttons=_buttons(found))


def _buttons(found: CouncilSeen) -> Keyboard:
    own = [[Button("council/resign", "council.resign", once=False)]] if found.sits else []
    return [*own, *([_withdraw(one)] for one in found.invited)]


def _withdraw(one: SeatInvited) -> Button:
    return Button("council/withdraw", "council.withdraw", {"invitation": one.invitation}, one)


ROUTES = (
    Command("council", council, shelf=Shelf.STANDING, place=73, fades=True),
    Start("council", council),
    Press("council.back", back),
)
