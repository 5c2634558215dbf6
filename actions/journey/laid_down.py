"""What somebody held as an office ends, with thanks, when they are honoured without duties; what waits for them goes."""

from msgspec import Struct

from actions import topic_moderator
from actions.honour import mentor
from actions.journey import council_seat
from rules.occasion import Occasion
from rules.people import HONORARY, Member, Role
from storage import audits, members
from storage.engine.tx import Tx


class LaidDown(Struct, frozen=True):
    """What has ended: the offices `held`, and the `fields` that nobody of that name looks after any more. An invitation to
    the council that waited for them is withdrawn (`invited`), and so is their `offer` to be a mentor (0: there was none).
    """

    held: tuple[Role, ...] = ()
    fields: tuple[str, ...] = ()
    invited: bool = False
    offer: int = 0


def lay_down(tx: Tx, member: Member, by: Member, occasion: Occasion) -> LaidDown:
    """Every office of theirs ends. Newcomers whom they accompany go back to the open list by themselves."""
    held = members.roles(tx, member.id) & HONORARY
    for role in sorted(held):
        audits.record(tx, occasion.now, by.id, "role.take", member.id, role=role.value)
    if Role.MENTOR in held:
        mentor.thank(tx, member.id, occasion)
    fields = topic_moderator.honour(tx, member.id, occasion.now)
    if Role.COUNCIL in held:
        council_seat.free(tx, member.id)
    return LaidDown(
        tuple(role for role in Role if role in held),
        fields,
        council_seat.set_aside(tx, member, by, occasion),
        mentor.set_aside(tx, member, by, occasion),
    )
