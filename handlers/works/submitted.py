"""How its author hears that work was handed in, and what can follow. Shared by what takes it in."""

from collections.abc import Callable
from functools import cache
from types import FunctionType

from actions.works.submission import Submitted
from handlers.call import Call, Message
from handlers.effects import Button, Effect, Keyboard, React, Reply, Whisper
from handlers.works.desk import to_desk
from rules.declarations import declared
from rules.people import Member
from rules.works.submission import Stage
from storage.engine.tx import Tx

Below = Callable[[Tx, Member, int], Keyboard]


def acknowledged(call: Call, tx: Tx, done: Submitted, target: Message) -> list[Effect]:
    """A reaction and a whisper; the desk has the work at once, an album when all of it has come."""
    desk = to_desk(tx, done.id, call.occasion) if done.whole else []
    if call.chat.group is None:
        return [Reply("submission/submitted", done, buttons=further(call, tx, done)), *desk]
    return [
        React("👀", message=target.id),
        Whisper("submission/submitted", done, buttons=further(call, tx, done)),
        *desk,
    ]


@cache
def _below_a_work() -> tuple[Below, ...]:
    """The rows that features declare in BELOW_A_WORK, for what was just handed in."""
    return tuple(declared("BELOW_A_WORK", FunctionType, "handlers"))


def further(call: Call, tx: Tx, done: Submitted) -> Keyboard:
    """A pitch is the beginning of a talk; a work may be made with what its author was lent or given."""
    if done.stage is not Stage.PLAN:
        return tuple(row for below in _below_a_work() for row in below(tx, call.member, done.id))
    return ((Button("plan/own", "plan.own", {"challenge": done.challenge}, once=False),),)
