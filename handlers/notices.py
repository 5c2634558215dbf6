"""What the team has to know, whoever of it is there."""

from handlers.effects import Effect, Keyboard, Post, Tell
from rules.letters import Kind
from rules.people import Role
from storage import groups, members
from storage.engine.tx import Tx


def to_staff(tx: Tx, template: str, outcome: object, buttons: Keyboard = (), keep: str | None = None) -> list[Effect]:
    """For the staff group; for the owners while there is none."""
    staff = groups.staff(tx)
    if staff is not None:
        return [Post(staff.id, template, outcome, buttons=buttons, keep=keep, kind=Kind.NOTICE)]
    owners = members.with_role(tx, Role.OWNER)
    return [Tell(owner.id, template, outcome, buttons=buttons, kind=Kind.NOTICE) for owner in owners]
