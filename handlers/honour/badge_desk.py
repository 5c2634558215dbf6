"""Staff and badges: what became untrue is decided on a card, `/badge` gives an award, `/revoke` takes a badge."""

from actions.honour import badge_doubted, badge_settled
from actions.honour.badge_doubted import DoubtCard
from actions.honour.badge_settled import Settled
from handlers.call import Call
from handlers.effects import Edit, Effects, Note, Whisper
from handlers.honour.badge_cards import asked_of_all, looked_at, pressed
from handlers.persons import chosen, person_of
from handlers.routes import MODERATORS, Command, Press, Shelf
from rules.honour.badge import begins_badge, named_first
from rules.note import Matter
from storage.engine.tx import Tx
from storage.honour import badges


def give(call: Call, tx: Tx) -> Effects:
    """`/badge @who title reason`: an award of the team's."""
    awards = [badge for badge in call.occasion.programme.badges if badge.award]
    named = person_of(call, tx, "badge", lambda word: begins_badge(awards, word))
    badge, reason = named_first(awards, named.words, "badge")
    return Whisper("badges/given", badge_settled.give(tx, call.member, named.member, badge, reason, call.occasion))


def revoke(call: Call, tx: Tx) -> Effects:
    """`/revoke @who title reason`: the person reads it in the evening, with the reason, if they have heard of the badge."""
    declared = call.occasion.programme.badges
    named = person_of(call, tx, "revoke", lambda word: begins_badge(declared, word))
    theirs = [badge for badge in declared if badge.key in _held(tx, named.member.id)]
    badge, reason = named_first(theirs, named.words, "revoke")
    done = badge_settled.revoke(tx, call.member, named.member.id, badge.key, reason, call.occasion)
    return Whisper("badges/revoked", done), *_told(done)


def _held(tx: Tx, member: int) -> set[str]:
    return {one.badge for one in badges.of_member(tx, member)}


def keep(call: Call, tx: Tx) -> Effects:
    """The badge stays."""
    done = badge_settled.keep(tx, call.member, call.data["member"], call.data["badge"], call.occasion)
    return _decided(call, tx, "badges/kept", done)


def lapse(call: Call, tx: Tx) -> Effects:
    """The badge goes; the person reads why in the evening."""
    done = badge_settled.lapse(tx, call.member, call.data["member"], call.data["badge"], call.occasion)
    return _decided(call, tx, "badges/lapsed", done), *_told(done)


def keep_all(call: Call, tx: Tx) -> Effects:
    """All that wait on the card stay."""
    badge_settled.keep_all(tx, call.member, call.data["card"], call.occasion)
    return pressed(_card(call, tx))


def lapse_all(call: Call, tx: Tx) -> Effects:
    """All that wait on the card go; each person reads why in the evening."""
    done = badge_settled.lapse_all(tx, call.member, call.data["card"], call.occasion)
    return [pressed(_card(call, tx)), *(note for one in done for note in _told(one))]


def doubts(call: Call, tx: Tx) -> Effects:
    """The list, or a page of it."""
    return pressed(_card(call, tx))


def look(call: Call, tx: Tx) -> Effects:
    """One of the list."""
    card, meant = _card(call, tx), (call.data["member"], call.data["badge"])
    one = badge_doubted.of_key(tx, card.card, *meant, call.occasion)
    return pressed(card) if one is None else looked_at(card, one)


def every(call: Call, tx: Tx) -> Effects:
    """All that wait, by one press more."""
    return asked_of_all(_card(call, tx))


def _card(call: Call, tx: Tx) -> DoubtCard:
    return badge_doubted.card(tx, call.data["card"], call.data["page"], call.occasion)


def _decided(call: Call, tx: Tx, template: str, done: Settled) -> Edit:
    """What became of it, and the list that it stands in."""
    card = _card(call, tx)
    return Edit(template, done) if card.page.total == 1 else pressed(card)


def _told(done: Settled) -> list[Note]:
    note = Note(done.member, Matter.ACCOUNT, f"badge:{done.badge}", "badges/told_taken", done)
    return [note] if done.heard else []


ROUTES = (
    Command("badge", give, shelf=Shelf.PEOPLE, place=14, who=MODERATORS, fades=True),
    Command("revoke", revoke, shelf=Shelf.PEOPLE, place=16, menu=False, who=MODERATORS, fades=True, discreet=True),
    Press("badge.chosen", chosen(give), who=MODERATORS),
    Press("revoke.chosen", chosen(revoke), who=MODERATORS),
    Press("badge.keep", keep, who=MODERATORS, final=True),
    Press("badge.lapse", lapse, who=MODERATORS, final=True),
    Press("badge.keep_all", keep_all, who=MODERATORS, final=True),
    Press("badge.lapse_all", lapse_all, who=MODERATORS, final=True),
    Press("badge.doubts", doubts, who=MODERATORS),
    Press("badge.look", look, who=MODERATORS),
    Press("badge.all", every, who=MODERATORS),
)
