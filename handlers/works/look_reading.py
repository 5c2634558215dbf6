"""First looks in private, for mentors and whoever is away from the staff group: what waits, the card, one's own words."""

from collections.abc import Sequence

from msgspec import Struct

from actions.works import look, remark
from actions.works.remark import Remarked
from handlers.call import Call
from handlers.cards import at
from handlers.effects import Ask, Button, Effects, Reply, Show
from handlers.routes import Command, Given, Press, Prompted, Shelf, Where
from handlers.works.desk import LONG_TEXT
from handlers.works.look_card import READERS, buttons, card_again
from rules.files import batches
from storage.engine.tx import Tx
from storage.works.looks import LookWaiting


class LooksToRead(Struct, frozen=True):
    """The drafts that wait for somebody other than their author."""

    looks: Sequence[LookWaiting]


def listed(call: Call, tx: Tx) -> Effects:
    """`/looks`: what waits, each with a button."""
    found = look.to_read(tx, call.member, call.occasion)
    rows = [(Button("look/open", "look.open", {"look": one.id}, outcome=one, once=False),) for one in found]
    return Reply("look/waiting", LooksToRead(found), buttons=rows)


def opened(call: Call, tx: Tx) -> Effects:
    """One of them: its pictures, and the card that is answered on."""
    card = look.card(tx, call.data["look"], call.occasion)
    albums = [[(file.kind, file.file_id) for file in some] for some in batches(card.files)]
    text = [Reply("review/text", card)] if len(card.text) > LONG_TEXT else []
    shown = [Show(album, member=call.member.id) for album in albums]
    return [*shown, *text, Reply("look/card", card, buttons=buttons(card, private=True))]


def ask_words(call: Call, tx: Tx) -> Effects:
    """What is said in words is asked for."""
    card = look.card(tx, call.data["look"], call.occasion)
    return Ask("look.words", "look/ask_words", card, data={"look": card.id})


def worded(call: Call, tx: Tx) -> Effects:
    """They stand on the card, to be sent."""
    number = call.data["look"]
    look.say(tx, number, call.words, call.member, call.occasion)
    remark.note(tx, Remarked.LOOK, number, at(call), call.words, call.member, call.occasion)
    card = look.card(tx, number, call.occasion)
    return [Reply("look/card", card, buttons=buttons(card, private=True)), card_again(tx, number, call.occasion)]


ROUTES = (
    Command("looks", listed, shelf=Shelf.WORKS, place=15, menu=False, who=READERS, where=Where.PRIVATE, fades=True),
    Press("look.open", opened, who=READERS),
    Press("look.say", ask_words, who=READERS),
    Prompted("look.words", worded, Given.OPEN, who=READERS),
)
