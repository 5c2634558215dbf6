"""The core group for its members: `/core`, the personal link, the note that offers it, and the welcome there."""

from actions.honour import core, core_watch
from actions.honour.core import ByHand
from handlers.call import Call
from handlers.door import Invite, Withdraw
from handlers.effects import Effect, Effects, Note, Post, Reply, Toast
from handlers.honour.core_buttons import way_in
from handlers.honour.core_door import without_link
from handlers.routes import Command, Job, JobCall, Press, Scope, Shelf, Start, Where
from rules.note import Matter
from storage.engine.tx import Tx

ABOUT = "core"


def show(call: Call, tx: Tx) -> Effects:
    """What the core group is to the caller, with the way in for those who may."""
    seen = core.own(tx, call.member, call.occasion)
    return Reply("core/own", seen, buttons=way_in(seen))


def enter(call: Call, tx: Tx) -> Effects:
    """A link of the caller's own comes in private; the older one goes."""
    found = core.invite(tx, call.member, call.data["group"], call.occasion)
    if found is None:
        return Reply("core/own", core.own(tx, call.member, call.occasion))
    if isinstance(found, ByHand):
        return [Toast("core/coming"), *without_link(tx, found)]
    older = [Withdraw(one.group, one.link) for one in found.older]
    return [Toast("core/coming"), *older, Invite(found.group, found.invitation, found.name, found.until)]


def tell(call: JobCall, tx: Tx) -> Effects:
    """Who may come in reads so with their day; who has come in is welcomed, all in one message."""
    effects: list[Effect] = []
    for member, seen in core_watch.to_offer(tx, call.occasion):
        effects.append(Note(member, Matter.ANSWER, ABOUT, "core/offered", seen, buttons=way_in(seen)))
    for new in core_watch.to_welcome(tx):
        effects.append(Post(new.group, "core/welcome", new))
    return effects


def withdraw(call: JobCall, tx: Tx) -> Effects:
    """Links of those who may not come in any more let nobody in."""
    return [Withdraw(one.group, one.link) for one in core_watch.to_withdraw(tx, call.occasion)]


ROUTES = (
    Command("core", show, shelf=Shelf.STANDING, place=32, where=Where.PRIVATE, fades=True),
    Start("core", show),
    Press("core.enter", enter),
)
JOBS = (
    Job("core", tell, cron="*/15 8-22 * * *", scope=Scope.BRAND),
    Job("core_links", withdraw, cron="* * * * *", scope=Scope.BRAND, late_s=120),
)
