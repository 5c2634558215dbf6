"""How offered help stands before the staff and in the group, for all who change that."""

from actions.daily import support as actions
from actions.daily.support import SupportCard
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Note, Post
from rules.daily.support import PENDING, Basis, SupportState
from rules.note import Matter
from rules.people import Group
from storage import groups
from storage.daily import supports
from storage.engine.tx import Tx
from storage.post import outbox

LASTS_S, ASKED_S = 180 * DAY_S, 60 * DAY_S
_BUTTONS = {
    SupportState.OFFERED: ("withdraw",),
    SupportState.ACCEPTED: ("done", "withdraw"),
    SupportState.DONE: ("reopen",),
}


def offering(basis: Basis, number: int) -> Button:
    """Below a card in the staff group: help with it may be offered."""
    data = {"basis": basis.value, "number": number}
    return Button("support/offer", "support.begin", data, anyone=True, once=False, lasts_s=LASTS_S)


def posted(tx: Tx, card: SupportCard) -> list[Effect]:
    """The card, into the staff group if there is one."""
    staff = groups.staff(tx)
    return [Post(staff.id, "support/card", card, buttons(card), keep=card_name(card.id), quiet=True)] if staff else []


def edited(card: SupportCard) -> Edit:
    """The card says how things stand."""
    return Edit("support/card", card, buttons(card), keep=card_name(card.id))


def left(tx: Tx, helper: int) -> list[Effect]:
    """Who helped has left the team: each card offers to take it over, and says below that somebody has to."""
    staff, cards = groups.staff(tx), actions.left_by(tx, helper)
    return [effect for card in cards for effect in (edited(card), *_called(tx, staff, card))]


def _called(tx: Tx, staff: Group | None, card: SupportCard) -> list[Effect]:
    kept = outbox.kept(tx, card_name(card.id))
    return [Post(staff.id, "support/helper_left", card, reply_to=kept and kept[1], quiet=True)] if staff else []


def handed(card: SupportCard) -> list[Effect]:
    """Somebody else helps now; its author reads so with their day."""
    if card.state is SupportState.OFFERED:
        return [edited(card), told_offered(card)]
    about = f"support_handed:{card.id}"
    return [edited(card), Note(card.member, Matter.ANSWER, about, "support/told_handed", card)]


def credited(card: SupportCard, reply_to: int | None) -> Post:
    """The group reads whose idea it was, who helped, and what came of it."""
    return Post(card.group, "support/done", card, reply_to=reply_to, keep=done_name(card.id))


def credited_anew(card: SupportCard) -> Edit:
    """The same, of another work than before."""
    return Edit("support/done", card, keep=done_name(card.id))


def credited_no_more(card: SupportCard) -> Delete:
    """Nothing has come of it, or not of this idea."""
    return Delete(keep=done_name(card.id))


def stopped(tx: Tx, group: int, message: int) -> list[Effect]:
    """What it was offered for does not stand any more; its author hears of it with their day."""
    found = supports.at(tx, group, message)
    if found is None:
        return []
    card = actions.card_of(tx, found)
    if found.state is SupportState.DONE:
        return [edited(card), credited_no_more(card)]
    return [edited(card), *told_stopped(tx, card)]


def resumed(tx: Tx, group: int, message: int) -> list[Effect]:
    """It stands again, and the help with it."""
    found = supports.at(tx, group, message)
    if found is None:
        return []
    card = actions.card_of(tx, found)
    if card.state is SupportState.DONE:
        return [edited(card), credited(card, card.message)]
    return [edited(card), *([told_offered(card)] if card.state is SupportState.OFFERED else [])]


def told_offered(card: SupportCard) -> Note:
    """Its author reads it with their day, and answers by a button."""
    return Note(card.member, Matter.ANSWER, f"support:{card.id}", "support/told_offered", card, _choices(card), ASKED_S)


def told_stopped(tx: Tx, card: SupportCard) -> list[Effect]:
    """For an author who has heard of the offer."""
    if not actions.heard(tx, card):
        return []
    return [Note(card.member, Matter.ANSWER, f"support_stopped:{card.id}", "support/told_stopped", card)]


def card_name(number: int) -> str:
    """The name under which the card is remembered."""
    return f"support:{number}"


def done_name(number: int) -> str:
    """The name under which the credit in the group is remembered."""
    return f"support_done:{number}"


def buttons(card: SupportCard) -> Keyboard:
    """What staff can do about it."""
    keys = _BUTTONS.get(card.state, ()) if card.stands else ()
    take = ("take",) if card.stands and card.gone and card.state in PENDING else ()
    return [[_button(key, card.id)] for key in (*keys, *take)]


def _choices(card: SupportCard) -> Keyboard:
    data = {"support": card.id}
    keys = ("accept", "decline")
    return (tuple(Button(f"support/{key}", f"support.{key}", data, once=False, lasts_s=ASKED_S) for key in keys),)


def _button(key: str, number: int) -> Button:
    return Button(f"support/{key}", f"support.{key}", {"support": number}, anyone=True, once=False, lasts_s=LASTS_S)
