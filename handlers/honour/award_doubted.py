"""What staff read of awards after a restore."""

from actions.honour.award_doubted import AwardsDoubted
from handlers.effects import Effects, Post, Tell
from rules.letters import Kind
from rules.people import Role
from storage import groups, members
from storage.engine.tx import Tx


def told(tx: Tx, found: AwardsDoubted) -> Effects:
    """In the staff group; to the owners while there is none."""
    if not found.rounds:
        return None
    staff = groups.staff(tx)
    if staff is not None:
        return Post(staff.id, "award/doubted", found, kind=Kind.NOTICE)
    owners = members.with_role(tx, Role.OWNER)
    return [Tell(owner.id, "award/doubted", found, kind=Kind.NOTICE) for owner in owners]
