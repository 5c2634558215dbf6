"""Staff and badges: what became untrue is decided on a card, `/badge` gives an award, `/revoke` takes a badge."""

from actions.honour import badge_settled
from actions.honour.badge_settled import Settled
from handlers.call import Call
from handlers.effects import Edit, Effects, Note, Whisper
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
    return Edit("badges/kept", badge_settled.keep(tx, call.member, *_meant(call), call.occasion))


def lapse(call: Call, tx: Tx) -> Effects:
    """The badge goes; the person reads why in the evening."""
    done = badge_settled.lapse(tx, call.member, *_meant(call), call.occasion)
    return Edit("badges/lapsed", done), *_told(done)


def _meant(call: Call) -> tuple[int, str]:
    return call.data["member"], call.data["badge"]


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
)
