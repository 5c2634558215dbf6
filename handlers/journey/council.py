"""`/council`: who sits in it, what it talks about, what waits for an answer and what it has decided."""

from actions.journey import council as actions
from actions.journey.council import CouncilDecisions, CouncilSeen, ProposalOpen
from actions.journey.council_seat import SeatInvited
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.honour.core_buttons import way_in
from handlers.pages import turning
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


def decisions(call: Call, tx: Tx) -> Effects:
    """What it has decided."""
    found = actions.decisions(tx, 1, call.occasion)
    return Reply("council/decisions", found, buttons=_pages(found))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    found = actions.decisions(tx, call.data["page"], call.occasion)
    return Edit("council/decisions", found, buttons=_pages(found))


def _buttons(found: CouncilSeen) -> Keyboard:
    propose = [[Button("council/propose", "council.propose", once=False)]] if found.sits else []
    decided = [[Button("council/decisions", "council.decisions", once=False)]] if found.decisions else []
    propose += [[Button("council/veto", "council.vetoable", once=False)]] if found.veto else []
    decided += [[Button("preference/list", "preference.list", once=False)]] if found.compared else []
    decided += [[Button("preference/new", "preference.new", once=False)]] if found.asks else []
    own = [[Button("council/resign", "council.resign", once=False)]] if found.sits else []
    mine = [[_take_back(one)] for one in found.open if one.own]
    rooms = way_in(found.core) if found.core else ()
    return [*rooms, *propose, *decided, *mine, *([_withdraw(one)] for one in found.invited), *own]


def _pages(found: CouncilDecisions) -> Keyboard:
    return turning(found.page, "council.turned", anyone=True)


def _take_back(one: ProposalOpen) -> Button:
    return Button("council/take_back", "council.take_back", {"proposal": one.id}, one)


def _withdraw(one: SeatInvited) -> Button:
    return Button("council/withdraw", "council.withdraw", {"invitation": one.invitation}, one)


ROUTES = (
    Command("council", council, shelf=Shelf.STANDING, place=73, fades=True),
    Start("council", council),
    Press("council.back", back),
    Press("council.decisions", decisions),
    Press("council.turned", turned),
)
