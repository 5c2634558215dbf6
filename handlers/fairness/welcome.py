"""The first words in private, and the way out of what the bot has asked."""

from dataclasses import dataclass

from actions import dialogue
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Menu, Reply, Toast
from handlers.routes import Command, Press, Shelf, WayOut, Where
from rules.programme.covenant import Clause
from rules.refusals import OnlyInPrivate
from storage.engine.tx import Tx


@dataclass(frozen=True, slots=True)
class Welcome:
    """Who is greeted, and the covenant for those who have not agreed to it; without clauses the template's are shown."""

    name: str
    agreed: bool
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class StillAsked:
    """A question that was interrupted by another one, and what was written into its form so far."""

    prompt: str
    text: str


def start(call: Call, tx: Tx) -> Effects:
    """Greet, and say what one can do here."""
    version = call.occasion.programme.brand.covenant_version
    agreed = call.member.covenant_version >= version
    agree = Button("covenant/agree", "covenant.agree", {"version": version})
    welcome = Welcome(call.member.name, agreed, call.occasion.programme.covenant)
    greeting = Reply("welcome/start", welcome, buttons=() if agreed else ((agree,),))
    return (greeting, Menu(call.chat.id, call.member.locale, call.roles)) if call.roles else greeting


def cancel(call: Call, tx: Tx) -> Effects:
    """Give up what the bot had asked last."""
    done = dialogue.give_up_newest(tx, call.member, call.occasion)
    return Reply("welcome/cancelled" if done else "welcome/nothing_to_cancel")


def give_up(call: Call, tx: Tx) -> Effects:
    """The button under a question: it is not asked any more, unless it was answered before."""
    if dialogue.give_up(tx, call.member, call.data["prompt"]):
        return Edit("welcome/cancelled")
    return Toast("welcome/answered_before")


def _open_private(refusal: OnlyInPrivate) -> Keyboard:
    return ((Link("welcome/open_private", start=refusal.payload),),)


ROUTES = (
    Command("start", start, where=Where.PRIVATE, menu=False, fades=True),
    Command("cancel", cancel, shelf=Shelf.OURS, place=20, where=Where.PRIVATE, fades=True),
    Press("welcome.give_up", give_up),
    WayOut(OnlyInPrivate, _open_private),
)
