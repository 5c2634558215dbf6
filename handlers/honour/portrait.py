"""Consent to be shown in the hall of honour, given and taken back by one press; what became of the photo is told."""

from actions.honour import portrait as actions
from actions.honour.portrait import Portrait
from handlers.call import Call
from handlers.effects import Edit, Effects, Tell
from handlers.honour.portrait_buttons import agreed, agreeing, withdrawing
from handlers.routes import Press
from rules.honour.portrait import Fetched
from storage.engine.tx import Tx


def agree(call: Call, tx: Tx) -> Effects:
    """The photo is fetched soon; what they have pressed stays, for it may be the message of their day."""
    return agreed(call, tx)


def withdraw(call: Call, tx: Tx) -> Effects:
    """It is gone at once; whoever thinks better of it agrees at the same place."""
    actions.withdraw(tx, call.member)
    return Edit("portrait/withdrawn", buttons=((agreeing(),),))


def told(found: Portrait) -> Tell:
    """What became of it, with the button that takes it back, or that tries once more."""
    button = withdrawing() if found.fetched is Fetched.KEPT else agreeing()
    return Tell(found.member, f"portrait/{found.fetched}", buttons=((button,),), quiet=True)


ROUTES = (
    Press("portrait.agree", agree),
    Press("portrait.withdraw", withdraw, outside=True),
)
