"""`/hall`: the hall of honour, a year at a time."""

from actions.honour import hall as actions
from actions.honour.hall import Hall
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.routes import Command, Press, Shelf
from rules.numbers import whole
from storage.engine.tx import Tx

STANDS_S = 600


def show(call: Call, tx: Tx) -> Effects:
    """That year, or the latest one."""
    found = actions.hall(tx, whole(call.words.strip()), call.occasion)
    return Reply("hall/year", found, buttons=_years(found), fade_s=STANDS_S)


def turn(call: Call, tx: Tx) -> Effects:
    """Another year, in place."""
    found = actions.hall(tx, call.data["year"], call.occasion)
    return Edit("hall/year", found, buttons=_years(found))


def _years(found: Hall) -> Keyboard:
    beside = [year for year in (found.earlier, found.later) if year is not None]
    row = [
        Button("hall/other_year", "hall.turn", {"year": year}, outcome={"year": year}, once=False) for year in beside
    ]
    return [row] if row else []


ROUTES = (
    Command("hall", show, shelf=Shelf.STANDING, place=62, fades=True),
    Press("hall.turn", turn),
)
