"""Answers that a product note may contradict, one after the other: still right, corrected, or out of `/find`."""

from actions.daily import recheck as actions
from handlers.call import Call
from handlers.daily.rechecking import buttons, shown, taken_back, told
from handlers.effects import Ask, Effects, Reply
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Shelf, Where
from storage.engine.tx import Tx


def recheck(call: Call, tx: Tx) -> Effects:
    """The first one that waits."""
    card = actions.page(tx, 1, call.occasion.now)
    return Reply("recheck/card", card, buttons=buttons(card))


def turned(call: Call, tx: Tx) -> Effects:
    """Another one, in place."""
    return shown(actions.page(tx, call.data["page"], call.occasion.now))


def keep(call: Call, tx: Tx) -> Effects:
    """It is right all the same."""
    return shown(actions.keep(tx, call.data["recheck"], call.member, call.occasion))


def take_out(call: Call, tx: Tx) -> Effects:
    """It is found no more."""
    card = actions.take_out(tx, call.data["recheck"], call.member, call.occasion)
    return [shown(card), *told(tx, card)]


def ask_words(call: Call, tx: Tx) -> Effects:
    """What is right today?"""
    return _ask(call, tx)


def correct(call: Call, tx: Tx) -> Effects:
    """It is found with these words, which the group reads below the answer."""
    if not call.words.strip():
        return _ask(call, tx)
    card = actions.correct(tx, call.data["recheck"], call.words, call.member, call.occasion)
    return [Reply("recheck/card", card, buttons=buttons(card)), *told(tx, card)]


def undo(call: Call, tx: Tx) -> Effects:
    """The decision never was."""
    number = call.data["recheck"]
    before, heard = actions.undo(tx, number, call.member, call.occasion)
    return [shown(actions.card(tx, number)), *taken_back(before, heard=heard)]


def _ask(call: Call, tx: Tx) -> Ask:
    return Ask("recheck.words", "recheck/ask_words", actions.card(tx, call.data["recheck"]), dict(call.data))


ROUTES = (
    Command("recheck", recheck, shelf=Shelf.PUBLISHING, place=56, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("recheck.look", recheck, who=MODERATORS),
    Press("recheck.page", turned, who=MODERATORS),
    Press("recheck.keep", keep, who=MODERATORS),
    Press("recheck.correct", ask_words, who=MODERATORS),
    Press("recheck.take_out", take_out, who=MODERATORS),
    Press("recheck.undo", undo, who=MODERATORS),
    Prompted("recheck.words", correct, Given.AHEAD, who=MODERATORS, even_empty=True),
)
