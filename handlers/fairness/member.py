"""A member's card, for staff, with the way to their log."""

from actions.fairness.member import card
from handlers.call import Call
from handlers.effects import Button, Effects, Whisper
from handlers.persons import person_of
from handlers.routes import ALL_STAFF, MODERATORS, Command, Shelf
from storage.engine.tx import Tx


def answer(call: Call, tx: Tx) -> Effects:
    """`/member @who`, for the caller alone."""
    member = person_of(call, tx, "member").member
    older = {"member": member.id, "before": None}
    more = ((Button("member/log", "log.older", older),),) if call.roles & MODERATORS else ()
    return Whisper("member/card", card(tx, member, call.occasion), buttons=more)


ROUTES = (Command("member", answer, shelf=Shelf.PEOPLE, place=30, who=ALL_STAFF, fades=True),)
