"""Who is there to be given or entrusted with something: in a group of ours, under no sanction that pauses them."""

from rules.occasion import Occasion
from rules.people import Member
from rules.refusals import NotHereNow
from storage import members
from storage.engine.tx import Tx


def is_here(member: Member, occasion: Occasion) -> bool:
    """Whether the member is there now."""
    return member.home is not None and not member.suspended(occasion.now)


def require_here(tx: Tx, number: int, occasion: Occasion) -> Member:
    """That member, who is there. Raises NotHereNow."""
    member = members.get(tx, number)
    if not is_here(member, occasion):
        raise NotHereNow(member.name, suspended=bool(member.suspended(occasion.now)))
    return member
