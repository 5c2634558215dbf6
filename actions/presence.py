"""Who is there to be given or entrusted with something: in a group of ours, under no sanction that pauses them."""

from rules.occasion import Occasion
from rules.people import STAFF, Member, Role
from rules.refusals import ButtonGone, NotHereNow
from storage import members
from storage.engine.tx import Tx


def is_here(member: Member, occasion: Occasion) -> bool:
    """Whether the member is there now."""
    return member.home is not None and not member.suspended(occasion.now)


def serves(tx: Tx, member: Member, office: Role, occasion: Occasion) -> bool:
    """Whether the member does what holders of that office do: of the staff, or holding it and there."""
    roles = members.roles(tx, member.id)
    return bool(roles & STAFF) or (office in roles and is_here(member, occasion))


def require_here(tx: Tx, number: int, occasion: Occasion) -> Member:
    """That member, who is there. Raises NotHereNow."""
    member = members.get(tx, number)
    if not is_here(member, occasion):
        raise NotHereNow(member.name, suspended=bool(member.suspended(occasion.now)))
    return member


def require_free(member: Member, occasion: Occasion) -> None:
    """Under no sanction that pauses them, wherever they are. Raises NotHereNow."""
    if member.suspended(occasion.now):
        raise NotHereNow(member.name, suspended=True)


def require_remembered(tx: Tx, number: int) -> Member:
    """That member, about whom an old button is, unless they were forgotten meanwhile. Raises ButtonGone."""
    member = members.get(tx, number)
    if member.forgotten:
        raise ButtonGone
    return member
