"""The card by which the staff decide about badges that became untrue: one, or all that did so together."""

from actions.honour.badge_doubted import Doubt, DoubtCard
from handlers.effects import Button, Edit, Keyboard, Post
from handlers.pages import turning
from rules.honour.badge import BadgeState

WAITS_S = 90 * 86_400


def posted(staff: int, card: DoubtCard) -> Post:
    """The card is put before the staff."""
    template, outcome, buttons = _shown(card)
    return Post(staff, template, outcome, buttons=buttons, keep=_name(card))


def rewritten(card: DoubtCard) -> Edit:
    """The card says how things stand, wherever it is."""
    if not card.page.total and len(card.again) == 1:
        return Edit("badges/moot", card.again[0], keep=_name(card))
    return Edit("badges/doubts", card, buttons=_list_buttons(card), keep=_name(card))


def pressed(card: DoubtCard) -> Edit:
    """The same after a press on it: the list."""
    return Edit("badges/doubts", card, buttons=_list_buttons(card))


def looked_at(card: DoubtCard, one: Doubt) -> Edit:
    """One of the list, with the way back above what decides it."""
    choices = _choices(card, one)
    return Edit("badges/doubt", one, buttons=(_back(card), choices) if choices else (_back(card),))


def asked_of_all(card: DoubtCard) -> Edit:
    """All that wait, in one press; the way back lies where the question was opened."""
    every = tuple(_button(key, f"badge.{key}", card) for key in ("keep_all", "lapse_all"))
    return Edit("badges/doubts", card, buttons=(every, _back(card)))


def _shown(card: DoubtCard) -> tuple[str, Doubt | DoubtCard, Keyboard]:
    if card.page.total == 1:
        return "badges/doubt", card.doubts[0], (_choices(card, card.doubts[0]),)
    return "badges/doubts", card, _list_buttons(card)


def _list_buttons(card: DoubtCard) -> Keyboard:
    """Each in its own place, then the pages, and all that wait: last, also when it is one, for under the way to one of
    them lies nothing that decides."""
    each = tuple(_button("one", "badge.look", card, one) for one in card.doubts)
    pages = turning(card.page, "badge.doubts", {"card": card.card}, anyone=True)
    if not card.open:
        return pages
    return (each, *pages, (_button("all", "badge.all", card),))


def _choices(card: DoubtCard, one: Doubt) -> tuple[Button, ...]:
    """It stays, or it goes."""
    if one.state is not BadgeState.DOUBTED:
        return ()
    return tuple(_button(key, f"badge.{key}", card, one) for key in ("keep", "lapse"))


def _back(card: DoubtCard) -> tuple[Button, ...]:
    return (_button("back", "badge.doubts", card),)


def _button(label: str, action: str, card: DoubtCard, one: Doubt | None = None) -> Button:
    data: dict[str, int | str] = {"card": card.card, "page": card.page.number}
    if one is not None:
        data |= {"member": one.member, "badge": one.badge}
    return Button(f"badges/{label}", action, data, one, anyone=True, once=False, lasts_s=WAITS_S)


def _name(card: DoubtCard) -> str:
    """By what name the card is remembered."""
    return f"badge:{card.card}"
