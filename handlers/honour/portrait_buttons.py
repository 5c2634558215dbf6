"""The buttons by which somebody agrees to be shown in the hall of honour, for the features that show them."""

from actions.honour import portrait
from handlers.call import Call
from handlers.effects import DAY_S, Button, Toast
from storage.engine.tx import Tx

LASTS_S = 100 * DAY_S


def agreeing() -> Button:
    """My profile photo may be shown."""
    return Button("portrait/agree", "portrait.agree", once=False, lasts_s=LASTS_S)


def withdrawing() -> Button:
    """My profile photo is to be shown no more."""
    return Button("portrait/withdraw", "portrait.withdraw", once=False, lasts_s=LASTS_S)


def agreed(call: Call, tx: Tx) -> Toast:
    """The caller agrees."""
    new = portrait.agree(tx, call.member, call.occasion)
    return Toast("portrait/fetching" if new else "portrait/agreed_before")


def turned(call: Call, tx: Tx, *, shown: bool) -> Toast:
    """The caller agrees, or takes it back."""
    if shown:
        return agreed(call, tx)
    portrait.withdraw(tx, call.member)
    return Toast("portrait/gone")
