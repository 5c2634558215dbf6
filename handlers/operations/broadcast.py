"""`/broadcast`: written in private, looked at, then sent to every community group now or later."""

from dataclasses import dataclass

from actions.operations import broadcast
from actions.operations.broadcast import Drafted, Missed, Sent
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effect, Effects, Keyboard, Post, Reply, Tell
from handlers.routes import OPERATORS, Command, Job, JobCall, Press, Prompted, Scope, Shelf, Where
from rules.letters import Kind
from rules.moments import moment_of
from rules.operations.broadcast import FARTHEST_S, LATE_S
from rules.people import Purpose
from storage.engine.tx import Tx

PLANNED_LASTS_S = FARTHEST_S + 86_400


@dataclass(frozen=True, slots=True)
class PlannedBroadcast:
    """One announcement still to be sent, in short."""

    text: str
    due_at: int


@dataclass(frozen=True, slots=True)
class BroadcastAsked:
    """What is planned already, while the text of a new one is asked for."""

    planned: tuple[PlannedBroadcast, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """The time that was written makes none, or lies in the past."""

    written: str


def answer(call: Call, tx: Tx) -> Effects:
    """With a text, its preview; without one it is asked for."""
    if call.words.strip():
        return _preview(broadcast.draft(tx, call.member, call.words.strip(), call.occasion))
    planned = tuple(PlannedBroadcast(each.text[:40], each.due_at or 0) for each in broadcast.upcoming(tx))
    return Ask("broadcast.text", "broadcast/ask", BroadcastAsked(planned))


def text(call: Call, tx: Tx) -> Effects:
    """The text has come."""
    if not call.words.strip():
        return Ask("broadcast.text", "broadcast/ask", BroadcastAsked(()))
    return _preview(broadcast.draft(tx, call.member, call.words.strip(), call.occasion))


def send(call: Call, tx: Tx) -> Effects:
    """Now."""
    done = broadcast.send(tx, call.member, call.data["broadcast"], call.occasion)
    return (*_posts(done), Edit("broadcast/sent", done))


def later(call: Call, tx: Tx) -> Effects:
    """When?"""
    return Ask("broadcast.time", "broadcast/when", data={"broadcast": call.data["broadcast"]})


def time(call: Call, tx: Tx) -> Effects:
    """The time has come: it is planned, or asked for once more."""
    due_at = moment_of(call.words, call.occasion)
    if due_at is None or not call.occasion.now < due_at <= call.occasion.now + FARTHEST_S:
        return Ask("broadcast.time", "broadcast/unclear", Unclear(call.words[:40]), data=dict(call.data))
    planned = broadcast.plan(tx, call.member, call.data["broadcast"], due_at, call.occasion)
    return Reply("broadcast/planned", planned, buttons=_choices(planned, "broadcast/cancel"))


def cancel(call: Call, tx: Tx) -> Effects:
    """It will not be sent."""
    broadcast.cancel(tx, call.member, call.data["broadcast"], call.occasion)
    return Edit("broadcast/cancelled")


def due(call: JobCall, tx: Tx) -> Effects:
    """What was planned for this time goes out; authors are told of what was missed."""
    effects: list[Effect] = []
    for done in [] if call.preview else broadcast.send_due(tx, call.occasion):
        effects += [Tell(done.author, "broadcast/missed", done)] if isinstance(done, Missed) else _posts(done)
    return effects


def _preview(drafted: Drafted) -> Reply:
    return Reply("broadcast/preview", drafted, buttons=_choices(drafted, "broadcast/drop"))


def _choices(drafted: Drafted, leave: str) -> Keyboard:
    data = {"broadcast": drafted.id}
    now = Button("broadcast/now", "broadcast.send", data, lasts_s=PLANNED_LASTS_S, style="success")
    then = Button("broadcast/later", "broadcast.later", data, once=False, lasts_s=PLANNED_LASTS_S)
    return ((now, then), (Button(leave, "broadcast.cancel", data, lasts_s=PLANNED_LASTS_S),))


def _posts(sent: Sent) -> list[Post]:
    purpose, kind = Purpose.ANNOUNCEMENTS, Kind.ANNOUNCEMENT
    return [Post(group.id, "broadcast/post", sent, purpose=purpose, kind=kind, lasts_s=LATE_S) for group in sent.groups]


ROUTES = (
    Command(
        "broadcast",
        answer,
        shelf=Shelf.PUBLISHING,
        place=30,
        who=OPERATORS,
        where=Where.PRIVATE,
        stays="the text of an announcement",
    ),
    Prompted("broadcast.text", text, who=OPERATORS),
    Prompted("broadcast.time", time, who=OPERATORS),
    Press("broadcast.send", send, who=OPERATORS, final=True),
    Press("broadcast.later", later, who=OPERATORS),
    Press("broadcast.cancel", cancel, who=OPERATORS, final=True),
)
JOBS = (Job("broadcasts", due, cron="* * * * *", scope=Scope.BRAND),)
