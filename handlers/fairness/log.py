"""A member's log, and what staff did lately, for staff."""

from actions.fairness.log import Deeds, Log, deeds, page
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Whisper
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Press, Shelf
from storage import members
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """`/log @who`: the newest entries and what staff did, for the caller alone; `/log`: what all of them did lately."""
    if not call.words and call.reply_to is None:
        lately = deeds(tx, call.occasion)
        return Whisper("log/deeds", lately, buttons=_more(lately))
    first = page(tx, person_of(call, tx, "log").member, call.occasion)
    return Whisper("log/page", first, buttons=_older(first))


def older(call: Call, tx: Tx) -> Effects:
    """The next page, in place."""
    shown = page(tx, members.get(tx, call.data["member"]), call.occasion, call.data["before"])
    return Edit("log/page", shown, buttons=_older(shown))


def more(call: Call, tx: Tx) -> Effects:
    """The next page of what staff did."""
    shown = deeds(tx, call.occasion, call.data["before"])
    return Edit("log/deeds", shown, buttons=_more(shown))


def _more(shown: Deeds) -> Keyboard:
    return () if shown.older is None else ((Button("log/older", "log.deeds", {"before": shown.older}),),)


def _older(shown: Log) -> Keyboard:
    if shown.older is None:
        return ()
    return ((Button("log/older", "log.older", {"member": shown.member, "before": shown.older}),),)


ROUTES = (
    Command("log", answer, shelf=Shelf.PEOPLE, place=40, who=MODERATORS, fades=True),
    Press("log.chosen", chosen(answer), who=MODERATORS),
    Press("log.older", older, who=MODERATORS),
    Press("log.deeds", more, who=MODERATORS),
)
