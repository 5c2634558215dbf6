"""Staff and mentors: an offer stands on a card until somebody decides or its time is over."""

from actions.honour import mentor as actions
from actions.honour.mentor import MentorOfferCard
from handlers.call import Call
from handlers.effects import Ask, Edit, Effects, Reply, Tell
from handlers.honour.mentoring_cards import offer_buttons, offer_edited
from handlers.routes import MODERATORS, Given, Press, Prompted
from storage.engine.tx import Tx


def confirm(call: Call, tx: Tx) -> Effects:
    """A mentor from now on."""
    card = actions.confirm(tx, call.member, call.data["offer"], call.occasion)
    return [Edit("mentor/card", card, buttons=offer_buttons(card)), _told(call, tx, card)]


def ask_why(call: Call, tx: Tx) -> Effects:
    """Not yet: for what reason? It is asked in private."""
    return _asked(call, tx)


def declined(call: Call, tx: Tx) -> Effects:
    """The reason, which its reader can do something about."""
    if not call.words.strip():
        return _asked(call, tx)
    card = actions.decline(tx, call.member, call.data["offer"], call.words, call.occasion)
    return [Reply("mentor/declined", card), offer_edited(card), _told(call, tx, card)]


def _told(call: Call, tx: Tx, card: MentorOfferCard) -> Tell:
    return Tell(card.member, "mentor/told", actions.answered(tx, card, call.occasion))


def _asked(call: Call, tx: Tx) -> Ask:
    card = actions.require_card(tx, call.member, call.data["offer"], call.occasion)
    return Ask("mentor.reason", "mentor/ask_why", card, {"offer": card.id})


ROUTES = (
    Press("mentor.confirm", confirm, who=MODERATORS, final=True),
    Press("mentor.decline", ask_why, who=MODERATORS),
    Prompted("mentor.reason", declined, Given.AHEAD, who=MODERATORS, even_empty=True),
)
