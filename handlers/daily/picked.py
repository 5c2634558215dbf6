"""How a message that members picked stands before the staff. Shared by what picks and what features."""

from actions.daily.pick import PickedCard
from handlers.effects import DAY_S, Button, Edit, Keyboard, Link, Post

LASTS_S = 30 * DAY_S


def shown(staff: int, card: PickedCard) -> Post:
    """Into the staff group (our id)."""
    return Post(staff, "pick/card", card, buttons=_buttons(card), keep=name_of(card.id))


def decided(card: PickedCard) -> Edit:
    """The card says what became of it."""
    return Edit("pick/decided", card, keep=name_of(card.id))


def name_of(number: int) -> str:
    """The name under which the card is remembered."""
    return f"picked:{number}"


def _buttons(card: PickedCard) -> Keyboard:
    pass_over = Button("pick/pass_over", "pick.pass_over", {"picked": card.id}, anyone=True, lasts_s=LASTS_S)
    return ((Link("pick/see", url=card.link),), (pass_over,)) if card.link else ((pass_over,),)
