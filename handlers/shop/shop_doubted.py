"""What staff read of the shop after a restore."""

from actions.shop.shop_doubted import ShopDoubted
from handlers.effects import Effects, Post, Tell
from rules.letters import Kind
from rules.people import Role
from storage import groups, members
from storage.engine.tx import Tx


def told(tx: Tx, found: ShopDoubted) -> Effects:
    """In the staff group; to the owners while there is none."""
    if not (found.taken_down or found.orders):
        return None
    staff = groups.staff(tx)
    if staff is not None:
        return Post(staff.id, "order/doubted", found, kind=Kind.NOTICE)
    owners = members.with_role(tx, Role.OWNER)
    return [Tell(owner.id, "order/doubted", found, kind=Kind.NOTICE) for owner in owners]
