"""Letters that did not arrive, or may not have: staff are told at once, and post them again or let them be."""

from typing import Any

from msgspec import Struct

from actions.operations.missed import Missed, let_be, listed, post_again
from handlers.call import Call
from handlers.effects import Button, Delete, Edit, Effects, Keyboard
from handlers.notices import to_staff
from handlers.routes import MODERATORS, Press
from rules.missed import MissedLetter
from storage import groups
from storage.engine.tx import Tx

NAME = "missed"
LASTS_S = 14 * 86_400


class Line(Struct, frozen=True):
    """The place of one in the list."""

    number: int


def report(tx: Tx) -> Effects:
    """The list, to the staff group in place of the last one; to the owners while there is no staff group."""
    shown = listed(tx)
    told = to_staff(tx, "missed/list", shown, buttons=_buttons(shown), keep=NAME)
    return [Delete(keep=NAME), *told] if groups.staff(tx) else told


def again(call: Call, tx: Tx) -> Effects:
    """It is not there: once more."""
    return _edited(post_again(tx, call.data["letter"], call.data.get("places", ()), call.member, call.occasion))


def leave(call: Call, tx: Tx) -> Effects:
    """It is there, or nobody needs it any more."""
    return _edited(let_be(tx, call.data["letter"], call.data.get("places", ()), call.member, call.occasion))


def decided(call: Call, tx: Tx) -> Effects:
    """That one is settled; the list as it is now."""
    return _edited(listed(tx, places=call.data.get("places", ())))


def more(call: Call, tx: Tx) -> Effects:
    """The next ones, in a message of their own."""
    return report(tx)


def _edited(shown: Missed) -> Edit:
    return Edit("missed/list", shown, buttons=_buttons(shown))


def _buttons(shown: Missed) -> Keyboard:
    """Each letter keeps its place: under the finger that has just decided about one stands no other."""
    waiting = {letter.id: letter for letter in shown.letters}
    rows = [
        _row(waiting.get(id), Line(n), {"letter": id, "places": shown.places}) for n, id in enumerate(shown.places, 1)
    ]
    if shown.total > len(shown.letters) and not shown.letters:
        rows.append([Button("missed/more", "missed.more", anyone=True, lasts_s=LASTS_S)])
    return rows if shown.total else []


def _row(letter: MissedLetter | None, line: Line, data: dict[str, Any]) -> list[Button]:
    if letter is None:
        return [Button("missed/decided", "missed.decided", data, line, once=False, anyone=True, lasts_s=LASTS_S)]
    once_more = Button("missed/again", "missed.again", data, line, anyone=True, lasts_s=LASTS_S, style="success")
    enough = Button("missed/let_be", "missed.let_be", data, line, anyone=True, lasts_s=LASTS_S)
    return [once_more, enough] if letter.kept else [enough]


ROUTES = (
    Press("missed.again", again, who=MODERATORS, final=True),
    Press("missed.let_be", leave, who=MODERATORS, final=True),
    Press("missed.decided", decided, who=MODERATORS),
    Press("missed.more", more, who=MODERATORS),
)
