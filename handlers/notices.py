"""What the team has to know, whoever of it is there."""

from collections.abc import Sequence

from msgspec import Struct

from handlers.call import Call
from handlers.effects import Effect, Keyboard, Post, Tell, Whisper
from rules.letters import Kind
from rules.people import STAFF, Role
from storage import groups, members
from storage.engine.tx import Tx

NAMED = 10


class Unreached(Struct, frozen=True):
    """What was just told does not arrive: `names` of those who can't be written to, and how many `more` there are."""

    names: tuple[str, ...]
    more: int


def unreached(call: Call, tx: Tx, effects: Sequence[Effect]) -> list[Effect]:
    """Staff by whose act somebody is told something hear that it has to wait, and need not find out by the silence."""
    if not call.roles & STAFF:
        return []
    told = dict.fromkeys(one.member for one in effects if isinstance(one, Tell) and _silently(one))
    people = [members.get(tx, member) for member in told if member != call.member.id]
    away = [one.name for one in people if not one.reachable and not one.forgotten]
    if not away:
        return []
    return [Whisper("welcome/unreached", Unreached(tuple(away[:NAMED]), len(away[NAMED:])))]


def _silently(told: Tell) -> bool:
    return told.unless_reachable is None and not told.says_so


def to_staff(tx: Tx, template: str, outcome: object, buttons: Keyboard = (), keep: str | None = None) -> list[Effect]:
    """For the staff group; for the owners while there is none."""
    staff = groups.staff(tx)
    if staff is not None:
        return [Post(staff.id, template, outcome, buttons=buttons, keep=keep, kind=Kind.NOTICE)]
    owners = members.with_role(tx, Role.OWNER)
    return [Tell(owner.id, template, outcome, buttons=buttons, kind=Kind.NOTICE) for owner in owners]
