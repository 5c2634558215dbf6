"""`/scout`: somebody noted by hand, their personal link, and who came by it; `/scouts`: who has not come yet."""

import re

from actions.journey import scout as actions
from actions.journey.scout import ScoutCard, ScoutPage
from handlers.call import Call
from handlers.door import Invite, Withdraw
from handlers.effects import Button, Edit, Effects, Keyboard, Post, Reply
from handlers.journey.checklist_cards import beginning
from handlers.journey.scout_door import LASTS_S, NOUN, card_of, offered
from handlers.pages import turning
from handlers.persons import Named, chosen, person_of
from handlers.routes import MODERATORS, Command, Observe, On, Press, Shelf, Where
from messages.vocabulary import meant
from rules.journey import scout as rules
from rules.journey.scout import ScoutLink
from rules.people import Part
from rules.refusals import UnknownPerson
from rules.source import Domain
from storage import groups
from storage.engine.tx import Tx

_ACCOUNT = re.compile(r"@|\d{5,16}(?:\s|$)")


def note(call: Call, tx: Tx) -> Effects:
    """Somebody with an account by @name, mention, reply or id; somebody without by name, with a link."""
    stranger = rules.outsider(call.words, _domain)
    named = None if stranger and not _is_account(call) else _person(call, tx, known=stranger is None)
    if named is not None:
        source = rules.source_of(named.words, _domain)
        done = actions.note_member(tx, named.member, source, call.member, call.occasion)
        return [_said(done.card), *_ended(done.older)]
    assert stranger is not None
    name, source = stranger
    return _said(actions.note(tx, name, source, call.member, call.occasion))


def listed(call: Call, tx: Tx) -> Effects:
    """Who has not come yet."""
    page = actions.expected(tx, 1, call.occasion)
    return Reply("scout/list", page, buttons=_people(page))


def turned(call: Call, tx: Tx) -> Effects:
    """Another page, in place."""
    page = actions.expected(tx, call.data["page"], call.occasion)
    return Edit("scout/list", page, buttons=_people(page))


def shown(call: Call, tx: Tx) -> Effects:
    """The card of one of the list."""
    return _said(actions.shown(tx, call.data["scouted"], call.occasion))


def ask_link(call: Call, tx: Tx) -> Effects:
    """A personal link into that group is asked for; the card says so until it is there."""
    asked = actions.ask_link(tx, call.data["scouted"], call.data["group"], call.member, call.occasion)
    name = asked.card.name[:32]
    return [offered(asked.card), *_ended(asked.older), Invite(asked.group, asked.link, name, asked.until, noun=NOUN)]


def withdraw(call: Call, tx: Tx) -> Effects:
    """Nothing is kept of them, and their link lets nobody in."""
    gone = actions.withdraw(tx, call.data["scouted"], call.member, call.occasion)
    return [Edit("scout/gone", gone), *_ended(gone.link)]


def came(call: Call, tx: Tx) -> Effects:
    """Whoever comes into a community by such a link is whom it was made for; the team hears of it."""
    arrival = call.arrival
    if call.group.part is not Part.COMMUNITY or arrival is None or not arrival.link:
        return None
    found = actions.came(tx, call.member, arrival.link, call.occasion)
    staff = groups.staff(tx)
    if found is None or staff is None:
        return None
    data = {"scouted": found.scouted, "member": found.member}
    other = Button("scout/not_them", "scout.not_them", data, anyone=True, lasts_s=LASTS_S)
    first = beginning(found.member)
    return Post(staff.id, "scout/came", found, ((first,),) if found.known else ((first, other),), quiet=True)


def not_them(call: Call, tx: Tx) -> Effects:
    """Somebody else used the link."""
    data = call.data
    card = actions.not_them(tx, data["scouted"], data["member"], call.member, call.occasion)
    return Edit("scout/card", card, buttons=[[_open(card)]])


def _ended(link: ScoutLink | None) -> list[Withdraw]:
    return [Withdraw(link.group, link.link)] if link else []


def _said(card: ScoutCard) -> Reply:
    return Reply("scout/card", card, buttons=card_of(card), keep=f"{NOUN}:{card.id}")


def _people(found: ScoutPage) -> Keyboard:
    return [*([_open(one)] for one in found.people), *turning(found.page, "scout.turned", anyone=True)]


def _open(card: ScoutCard) -> Button:
    return Button("scout/open", "scout.shown", {"scouted": card.id}, card, anyone=True, once=False)


def _domain(word: str) -> Domain | None:
    found = meant("scout", "domain", word)
    return Domain(found) if found else None


def _is_private(word: str) -> bool:
    return _domain(word) is Domain.PRIVATE


def _is_account(call: Call) -> bool:
    mentions = call.message.mentions if call.message else ()
    return bool(_ACCOUNT.match(call.words)) or any(one.start == call.words_at for one in mentions)


def _person(call: Call, tx: Tx, *, known: bool) -> Named | None:
    """The account that is named; one that nobody has seen here may still be noted by its name, unless it has to be `known`.

    Raises ScoutUnclear where nobody can be meant.
    """
    if not (_is_account(call) or call.reply_to or any(map(_is_private, call.words.split()))):
        raise rules.ScoutUnclear
    try:
        return person_of(call, tx, "scout", _is_private)
    except UnknownPerson:
        if known:
            raise
        return None


ROUTES = (
    Command("scout", note, shelf=Shelf.GROWING, place=48, who=MODERATORS, where=Where.STAFF, fades=True),
    Command("scouts", listed, shelf=Shelf.GROWING, place=49, who=MODERATORS, where=Where.STAFF, fades=True),
    Press("scout.chosen", chosen(note), who=MODERATORS),
    Press("scout.turned", turned, who=MODERATORS),
    Press("scout.shown", shown, who=MODERATORS),
    Press("scout.link", ask_link, who=MODERATORS),
    Press("scout.withdraw", withdraw, who=MODERATORS, final=True),
    Press("scout.not_them", not_them, who=MODERATORS),
    Observe(On.JOIN, "scout_came", came, turn=6),
)
