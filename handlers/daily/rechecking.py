"""How answers that a product note may contradict come before the staff, for all who lead there."""

from actions.daily.bulletin import Announced
from actions.daily.recheck import RecheckCard
from handlers.call import Call
from handlers.effects import DAY_S, Button, Delete, Edit, Effect, Keyboard, Note, Post
from handlers.pages import turning
from rules.daily.recheck import RecheckState
from rules.note import Matter
from rules.people import Part
from storage import groups
from storage.engine.tx import Tx

LASTS_S = 60 * DAY_S
DECIDE = ("keep", "correct", "take_out")


def look() -> Button:
    """Leads to the first answer that waits."""
    return Button("recheck/look", "recheck.look", anyone=True, once=False, lasts_s=LASTS_S)


def told_staff(call: Call, tx: Tx, done: Announced) -> list[Effect]:
    """The staff group reads that answers wait, unless it was published there."""
    staff = groups.staff(tx)
    here = call.chat.group is not None and call.chat.group.part is Part.STAFF
    if staff is None or here or not done.doubted:
        return []
    return [Post(staff.id, "recheck/marked", done, ((look(),),), quiet=True)]


def shown(card: RecheckCard) -> Edit:
    """The card says how it stands, with what can be done."""
    return Edit("recheck/card", card, buttons(card))


def buttons(card: RecheckCard) -> Keyboard:
    """While it waits, the three decisions and the neighbours; afterwards the way back, and on."""
    if card.state is not RecheckState.OPEN:
        following = Button("recheck/next", "recheck.page", {"page": 1}, anyone=True, once=False, lasts_s=LASTS_S)
        return ((_button("undo", card.id), following),)
    pages = turning(card.page, "recheck.page", anyone=True) if card.page else ()
    return (tuple(_button(key, card.id) for key in DECIDE), *pages)


def told(tx: Tx, card: RecheckCard) -> list[Effect]:
    """The group sees a correction below the answer; its author reads what was decided with their day."""
    note = Note(card.answerer, Matter.ACCOUNT, f"recheck:{card.id}", "recheck/told", card)
    below = Post(card.group, "recheck/corrected", card, reply_to=card.message, keep=_name(card.id), quiet=True)
    return [below, note] if card.state is RecheckState.CORRECTED else [note]


def taken_back(before: RecheckCard, *, heard: bool) -> list[Effect]:
    """The correction goes from the group; an author who has heard of it hears so."""
    gone: list[Effect] = [Delete(keep=_name(before.id))] if before.state is RecheckState.CORRECTED else []
    note = Note(before.answerer, Matter.ACCOUNT, f"recheck_undone:{before.id}", "recheck/told_undone", before)
    return [*gone, note] if heard and before.state is not RecheckState.RIGHT else gone


def _name(number: int) -> str:
    return f"recheck:{number}"


def _button(key: str, number: int) -> Button:
    return Button(f"recheck/{key}", f"recheck.{key}", {"recheck": number}, anyone=True, once=False, lasts_s=LASTS_S)
