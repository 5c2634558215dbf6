"""How a refusal reaches the one person it concerns."""

from dataclasses import dataclass

from handlers.call import Call
from handlers.effects import Button, Effects, Keyboard, Link, Whisper
from rules.order import NotStarted
from rules.refusals import CovenantFirst, OnlyInPrivate, Refusal
from rules.reward import RewardChanged


@dataclass(frozen=True, slots=True)
class Incident:
    """Something of ours broke; `code` finds it in the log."""

    code: str


def refused(call: Call, refusal: Refusal) -> Effects:
    """The refusal's own words, to the caller alone, with the button that helps if there is one."""
    return Whisper(refusal.template, refusal, buttons=_way_out(refusal))


def apology(call: Call, code: str) -> Effects:
    """A short apology with the code of the incident."""
    return Whisper("refusals/incident", Incident(code))


def _way_out(refusal: Refusal) -> Keyboard:
    if isinstance(refusal, CovenantFirst):
        agree = Button("covenant/agree", "covenant.agree", {"version": refusal.version})
        return ((agree, Link("covenant/read", start="covenant")),)
    if isinstance(refusal, OnlyInPrivate):
        return ((Link("welcome/open_private", start=refusal.payload),),)
    if isinstance(refusal, NotStarted):
        return ((Link("welcome/open_private", start="orders"),),)
    if isinstance(refusal, RewardChanged):
        return ((Button("shop/look_again", "shop.detail", {"reward": refusal.reward}, once=False),),)
    return ()
