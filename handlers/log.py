"""A member's log, for staff."""

from actions.log import Log, page
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Whisper
from handlers.persons import person_of
from handlers.routes import MODERATORS, Command, Press
from storage import members
from storage.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """`/log @who`: the newest entries and what staff did, for the caller alone."""
    first = page(tx, person_of(call, tx, "log").member, call.occasion)
    return Whisper("log/page", first, buttons=_older(first))


def older(call: Call, tx: Tx) -> Effects:
    """The next page, in place."""
    shown = page(tx, members.get(tx, call.data["member"]), call.occasion, call.data["before"])
    return Edit("log/page", shown, buttons=_older(shown))


def _older(shown: Log) -> Keyboard:
    if shown.older is None:
        return ()
    return ((Button("log/older", "log.older", {"member": shown.member, "before": shown.older}),),)


ROUTES = (
    Command("log", answer, who=MODERATORS),
    Press("log.older", older, who=MODERATORS),
)
