"""Finding what has been answered before."""

from actions.daily import sought
from actions.daily.knowledge import FoundPage, NotFound, answered, find
from handlers.call import Call
from handlers.daily.looked_up import turning_pages
from handlers.effects import Edit, Effects, Reply, Whisper
from handlers.routes import Command, Observe, On, Press, Shelf
from rules.daily.question import number_in
from storage.engine.tx import Tx


def search(call: Call, tx: Tx) -> Effects:
    """The first page, for the caller alone. What nobody finds is noted, so it is answered here: a refusal undoes all."""
    try:
        found = _found(call, tx, call.words, 1)
    except NotFound as nothing:
        if number_in(nothing.words) is None:
            sought.note(tx, nothing.words, call.occasion)
        return Whisper(nothing.template, nothing)
    return Whisper("knowledge/found", found, buttons=turning_pages(found))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    found = _found(call, tx, call.data["words"], call.data["page"])
    return Edit("knowledge/found", found, buttons=turning_pages(found))


def asked_in_private(call: Call, tx: Tx) -> Effects:
    """Words in private that are no command, and have been answered before: the answers, for who is in a group of ours."""
    message = call.message
    if message is None or message.forwarded or message.media or message.further:
        return None
    found = answered(tx, call.member, message.text, call.occasion)
    return Reply("knowledge/found", found, buttons=turning_pages(found)) if found else None


def _found(call: Call, tx: Tx, words: str, number: int) -> FoundPage:
    return find(tx, call.member, words, number, call.occasion)


ROUTES = (
    Command("find", search, shelf=Shelf.QUESTIONS, place=30, fades=True),
    Press("knowledge.page", turned),
    Observe(On.PRIVATE_TALK, "asked_in_private", asked_in_private, turn=85),
)
