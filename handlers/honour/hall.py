"""`/hall`: the hall of honour, a year at a time; in private whoever is in it decides about their photo."""

from actions.honour import hall as actions
from actions.honour import portrait as portraits
from actions.honour.hall import Hall
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Reply
from handlers.honour.portrait_buttons import turned
from handlers.pages import turning
from handlers.routes import Command, Press, Shelf
from rules.reading.numbers import whole
from storage.engine.tx import Tx

STANDS_S = 600


def show(call: Call, tx: Tx) -> Effects:
    """That year, or the latest one."""
    found = actions.hall(tx, whole(call.words.strip()), call.occasion)
    return Reply("hall/year", found, buttons=_buttons(call, tx, found), fade_s=STANDS_S)


def turn(call: Call, tx: Tx) -> Effects:
    """Another year or page, in place."""
    found = actions.hall(tx, call.data["year"], call.occasion, call.data.get("page", 1))
    return Edit("hall/year", found, buttons=_buttons(call, tx, found))


def portray(call: Call, tx: Tx) -> Effects:
    """The caller's photo may be shown on the page of the hall, or no more."""
    said = turned(call, tx, shown=call.data["shown"])
    found = actions.hall(tx, call.data["year"], call.occasion, call.data.get("page", 1))
    return [said, Edit("hall/year", found, buttons=_buttons(call, tx, found))]


def _buttons(call: Call, tx: Tx, found: Hall) -> Keyboard:
    pages = turning(found.page, "hall.turn", {"year": found.year})
    return [*pages, *_years(found), *_own(call, tx, found)]


def _own(call: Call, tx: Tx, found: Hall) -> Keyboard:
    """For whoever is in the hall, where nobody reads along."""
    agrees = portraits.standing(tx, call.member.id)
    if agrees is None or call.chat.kind is not ChatKind.PRIVATE:
        return ()
    data = {"shown": not agrees, "year": found.year, "page": found.page.number}
    label = "portrait/withdraw" if agrees else "portrait/agree"
    return [[Button(label, "hall.portray", data, once=False)]]


def _years(found: Hall) -> Keyboard:
    beside = [year for year in (found.earlier, found.later) if year is not None]
    row = [
        Button("hall/other_year", "hall.turn", {"year": year}, outcome={"year": year}, once=False) for year in beside
    ]
    return [row] if row else []


ROUTES = (
    Command("hall", show, shelf=Shelf.STANDING, place=62, fades=True),
    Press("hall.turn", turn),
    Press("hall.portray", portray),
)
