"""A member's own figures, to that member alone."""

from actions.honour.me import overview
from handlers.call import Call
from handlers.effects import Effects, Reply, Whisper
from handlers.home import with_question
from handlers.persons import require_own
from handlers.routes import Command, Shelf
from rules.people import PLAYING
from storage.engine.tx import Tx


def show(call: Call, tx: Tx) -> Effects:
    """In a group nobody else sees it; the place is the one on that group's board."""
    require_own(call, "me")
    group = call.chat.group
    me = overview(tx, call.member, call.occasion, group if group and group.part in PLAYING else None)
    return Whisper("me/overview", me) if group else with_question(call, tx, Reply("me/overview", me))


ROUTES = (Command("me", show, shelf=Shelf.STANDING, place=10, fades=True, outside=True),)
