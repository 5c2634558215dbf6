"""`/record`: what was given to oneself, and to others for staff."""

from actions.fairness.record import Record, record
from handlers.call import Call
from handlers.effects import Edit, Effects, Keyboard, Whisper
from handlers.fairness.record_buttons import appeals
from handlers.pages import turning
from handlers.persons import about_somebody, chosen, person_of, require_own
from handlers.routes import ALL_STAFF, Command, Press, Shelf, Start
from rules.people import Member
from storage import members
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """One's own; staff that of whoever they name or reply to."""
    if call.roles & ALL_STAFF and about_somebody(call):
        return of_named(call, tx)
    require_own(call, "record")
    return own(call, tx)


def of_named(call: Call, tx: Tx) -> Effects:
    """Of whom staff name or reply to."""
    return _of(tx, person_of(call, tx, "record").member, call)


def own(call: Call, tx: Tx) -> Effects:
    """One's own record, for oneself alone."""
    shown = record(tx, call.member, 1, call.occasion)
    return Whisper("record/own", shown, buttons=_own(shown))


def own_page(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    shown = record(tx, call.member, call.data["page"], call.occasion)
    return Edit("record/own", shown, buttons=_own(shown))


def of_member(call: Call, tx: Tx) -> Effects:
    """From a member's card, for one of the staff alone."""
    return _of(tx, members.get(tx, call.data["member"]), call)


def _of(tx: Tx, member: Member, call: Call) -> Effects:
    shown = record(tx, member, 1, call.occasion)
    return Whisper("record/of_member", shown, buttons=_buttons(shown, "record.page"))


def page(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    shown = record(tx, members.get(tx, call.data["member"]), call.data["page"], call.occasion)
    return Edit("record/of_member", shown, buttons=_buttons(shown, "record.page"))


def _own(shown: Record) -> Keyboard:
    """The ways to appeal, then the pages."""
    return [*appeals(shown.entries, shown.page.before), *_buttons(shown, "record.own_page")]


def _buttons(shown: Record, action: str) -> Keyboard:
    return turning(shown.page, action, {"member": shown.member})


ROUTES = (
    Command("record", answer, shelf=Shelf.RULES, place=35, fades=True, outside=True),
    Start("record", own, outside=True),
    Press("record.own_page", own_page, outside=True),
    Press("record.chosen", chosen(of_named), who=ALL_STAFF),
    Press("record.shown", of_member, who=ALL_STAFF),
    Press("record.page", page, who=ALL_STAFF),
)
