"""How a message that members picked stands before the staff. Shared by what picks and what features."""

from actions.daily.pick import PickedCard
from handlers.daily.supported import offering
from handlers.effects import DAY_S, Button, Edit, Keyboard, Link, Post
from rules.daily.support import Basis

LASTS_S = 30 * DAY_S


def shown(staff: int, card: PickedCard) -> Post:
    """Into the staff group (our id)."""
    return Post(staff, "pick/card", card, buttons=_buttons(card), keep=name_of(card.id))


def decided(card: PickedCard) -> Edit:
    """The card says what became of it."""
    further = ((offering(Basis.PICKED, card.id),),) if card.featured else ()
    return Edit("pick/decided", card, further, keep=name_of(card.id))


def name_of(number: int) -> str:
    """The name under which the card is remembered."""
    return f"picked:{number}"


def _buttons(card: PickedCard) -> Keyboard:
    pass_over = Button("pick/pass_over", "pick.pass_over", {"picked": card.id}, anyone=True, lasts_s=LASTS_S)
    see = ((Link("pick/see", url=card.link),),) if card.link else ()
    return (*see, (pass_over,), (offering(Basis.PICKED, card.id),))
