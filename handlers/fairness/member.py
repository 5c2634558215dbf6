"""Members for staff: a list to turn and to search, and each one's card with the way to their log."""

from actions.fairness.member import Listed, Members, card, known
from handlers.call import Call
from handlers.effects import Button, Edit, Effects, Keyboard, Whisper
from handlers.pages import turning
from handlers.persons import chosen, person_of, which
from handlers.routes import ALL_STAFF, MODERATORS, Command, Press, Shelf, Where
from handlers.ways_out import WayOut
from rules.people import Member
from rules.reading.names import clean_name
from rules.refusals import PassedOn, WhichPerson
from storage import members
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """`/member @who`, for the caller alone."""
    return _card(call, tx, person_of(call, tx, "member").member)


def shown(call: Call, tx: Tx) -> Effects:
    """The card of one of the list."""
    return _card(call, tx, members.get(tx, call.data["member"]))


def everybody(call: Call, tx: Tx) -> Effects:
    """`/members`, or `/members 夏` for those who are called so in part; for the caller alone."""
    found = known(tx, clean_name(call.words) if call.words else "", 1, call.occasion)
    return Whisper("member/list" if found.found else "member/nobody", found, buttons=_buttons(found))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    found = known(tx, call.data["sought"], call.data["page"], call.occasion)
    return Edit("member/list", found, buttons=_buttons(found))


def _card(call: Call, tx: Tx, member: Member) -> Whisper:
    shown, older = card(tx, member, call.occasion), {"member": member.id, "before": None}
    more = [Button("member/log", "log.older", older)] if call.roles & MODERATORS else []
    more.append(Button("trust/shown", "trust.shown", {"member": member.id}, once=False))
    more.append(Button("track_title/shown", "title.shown", {"member": member.id}, once=False))
    if shown.sanctions.given:
        more.append(Button("member/record", "record.shown", {"member": member.id}, once=False))
    return Whisper("member/card", shown, buttons=(more,))


def _buttons(found: Members) -> Keyboard:
    people = [_open(one) for one in found.found]
    pairs = [people[n : n + 2] for n in range(0, len(people), 2)]
    return [*pairs, *turning(found.page, "member.turned", {"sought": found.sought})]


def _open(one: Listed) -> Button:
    return Button("member/open", "member.shown", {"member": one.member}, outcome=one, once=False)


ROUTES = (
    Command("member", answer, shelf=Shelf.PEOPLE, place=30, who=ALL_STAFF, fades=True),
    Command("members", everybody, shelf=Shelf.PEOPLE, place=35, who=ALL_STAFF, where=Where.STAFF, fades=True),
    Press("member.chosen", chosen(answer), who=ALL_STAFF),
    Press("member.shown", shown, who=ALL_STAFF),
    Press("member.turned", turned, who=ALL_STAFF),
    WayOut(WhichPerson, which),
    WayOut(PassedOn, which),
)
