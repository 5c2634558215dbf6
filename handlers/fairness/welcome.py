"""The first words in private, and the way out of what the bot has asked."""

from msgspec import Struct

from actions import dialogue
from actions.home import meetings
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Menu, Reply, Toast
from handlers.honour.mentoring_cards import question
from handlers.refused import GivenUp
from handlers.routes import Command, Press, Shelf, Where
from handlers.ways_in import of_the_team, outside, ways_in
from handlers.ways_out import WayOut, gathered_by
from rules.occasion import DAY_S
from rules.programme.covenant import Clause
from rules.refusals import Meeting, OnlyInPrivate
from storage import groups
from storage.engine.tx import Tx

KNOWN_S = 30 * DAY_S
# What a whole group may ask for in the same minute. Of everything else nobody is named beside others.
WITH_OTHERS = {"shop": gathered_by("shop/several")}


class Welcome(Struct, frozen=True):
    """Who is greeted, and the covenant for those who have not agreed to it; without clauses the template's are shown.

    One who is `outside`, in no group of ours, reads where members meet. `mentor`: they are asked whether they want one.
    One of the `team` reads where their work waits, at the `desk` of that title, instead of how points are earned; one who
    has long been with us (`known`) is told where things are, and not what they have done a hundred times.
    """

    name: str
    agreed: bool
    clauses: tuple[Clause, ...] = ()
    groups: tuple[Meeting, ...] = ()
    outside: bool = False
    mentor: bool = False
    team: bool = False
    desk: str = ""
    known: bool = False


class StillAsked(Struct, frozen=True):
    """A question that was interrupted by another one, the number of what it is about, and what was written so far."""

    prompt: str
    text: str
    number: int | None = None


def start(call: Call, tx: Tx) -> Effects:
    """Greet, and say what one can do here."""
    version = call.occasion.programme.brand.covenant_version
    agreed = call.member.covenant_version >= version
    agree = Button("covenant/agree", "covenant.agree", {"version": version})
    team, out = of_the_team(call), outside(call)
    near = meetings(tx, call.member) if out else ()
    mentor = question(tx, call.member, call.occasion) if agreed and not out else ()
    clauses, desk = call.occasion.programme.covenant, groups.staff(tx) if team else None
    title = desk.title if desk else ""
    welcome = Welcome(call.member.name, agreed, clauses, near, out, bool(mentor), team, title, _known(call))
    buttons = [*(() if agreed else ((agree,),)), *(ways_in(near) if out else ()), *mentor]
    greeting = Reply("welcome/start", welcome, buttons=buttons)
    return (greeting, Menu(call.chat.id, call.member.locale, call.roles)) if call.roles else greeting


def _known(call: Call) -> bool:
    """Whether they have been here for long; who says in words that they are new is taken at them."""
    said_new = call.message is not None and not call.message.text.startswith("/")
    long = call.occasion.now - call.member.first_seen >= KNOWN_S
    return call.member.covenant_version > 0 and long and not said_new


def cancel(call: Call, tx: Tx) -> Effects:
    """Give up what the bot had asked last."""
    done = dialogue.give_up_newest(tx, call.member, call.occasion)
    return Reply("welcome/cancelled", GivenUp(done)) if done else Reply("welcome/nothing_to_cancel")


def give_up(call: Call, tx: Tx) -> Effects:
    """The button under a question: it is not asked any more, unless it was answered before."""
    prompt: str = call.data["prompt"]
    if dialogue.give_up(tx, call.member, prompt, call.data):
        return Edit("welcome/cancelled", GivenUp(prompt))
    return Toast("welcome/answered_before")


def _open_private(refusal: OnlyInPrivate) -> Keyboard:
    return ((Link("welcome/open_private", start=refusal.payload),),)


def _with_others(refusal: OnlyInPrivate) -> str | None:
    return WITH_OTHERS.get(refusal.payload)


ROUTES = (
    Command("start", start, where=Where.PRIVATE, menu=False, fades=True, outside=True),
    Command("cancel", cancel, shelf=Shelf.OURS, place=20, where=Where.PRIVATE, fades=True, outside=True),
    Press("welcome.give_up", give_up, outside=True),
    WayOut(OnlyInPrivate, _open_private, gather=_with_others),
)
