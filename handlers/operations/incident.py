"""Updates that were set aside, for the owner: what they are, once more, or away with them."""

from actions.operations.incident import Incidents, forget, known, listed, retry, retry_all
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.routes import OWNERS, Command, Press, Shelf, Where
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """The list, with buttons."""
    shown = listed(tx, call.occasion)
    return Reply("incident/list", shown, buttons=_buttons(shown))


def again(call: Call, tx: Tx) -> Effects:
    """One of them, once more."""
    return _edited(retry(tx, call.data["incident"], call.member, call.occasion))


def all_again(call: Call, tx: Tx) -> Effects:
    """Every one that is listed, once more."""
    return _edited(retry_all(tx, call.member, call.occasion))


def ask_away(call: Call, tx: Tx) -> Effects:
    """Sure? What it was can't be had again."""
    meant = known(tx, call.data["incident"], call.occasion)
    data = {"incident": meant.id}
    surely = Button("incident/forget_surely", "incident.forget_surely", data, once=False, style="danger")
    return Edit(
        "incident/forget_surely", meant, buttons=((surely, Button("incident/keep", "incident.keep", once=False)),)
    )


def keep(call: Call, tx: Tx) -> Effects:
    """The list again, as it is."""
    return _edited(listed(tx, call.occasion))


def away(call: Call, tx: Tx) -> Effects:
    """Sure: it is not wanted any more."""
    return _edited(forget(tx, call.data["incident"], call.member, call.occasion))


def _edited(shown: Incidents) -> Edit:
    return Edit("incident/list", shown, buttons=_buttons(shown))


def _buttons(shown: Incidents) -> Keyboard:
    rows = [
        [
            Button("incident/again", "incident.again", {"incident": one.id}, one, once=False),
            Button("incident/forget", "incident.forget", {"incident": one.id}, one, once=False),
        ]
        for one in shown.incidents
    ]
    return [*rows, [Button("incident/all_again", "incident.all_again", once=False)]] if len(rows) > 1 else rows


ROUTES = (
    Command("incidents", answer, shelf=Shelf.HOUSE, place=30, who=OWNERS, where=Where.PRIVATE, fades=True),
    Press("incident.again", again, who=OWNERS),
    Press("incident.all_again", all_again, who=OWNERS),
    Press("incident.forget", ask_away, who=OWNERS),
    Press("incident.forget_surely", away, who=OWNERS, final=True),
    Press("incident.keep", keep, who=OWNERS),
)
