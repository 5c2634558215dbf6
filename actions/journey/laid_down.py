"""What somebody held as an office ends, with thanks, when they are honoured without duties."""

from actions import topic_moderator
from actions.honour import mentor
from actions.journey import council_seat
from rules.occasion import Occasion
from rules.people import HONORARY, Member, Role
from storage import audits, members
from storage.engine.tx import Tx


def lay_down(tx: Tx, member: Member, by: Member, occasion: Occasion) -> tuple[Role, ...]:
    """Every office of theirs ends; which they were. Newcomers they accompany go back to the open list by themselves."""
    held = members.roles(tx, member.id) & HONORARY
    for role in sorted(held):
        audits.record(tx, occasion.now, by.id, "role.take", member.id, role=role.value)
    if Role.MENTOR in held:
        mentor.thank(tx, member.id, occasion)
    if Role.TOPIC_MODERATOR in held:
        topic_moderator.honour(tx, member.id, occasion.now)
    if Role.COUNCIL in held:
        council_seat.free(tx, member.id)
    return tuple(role for role in Role if role in held)
