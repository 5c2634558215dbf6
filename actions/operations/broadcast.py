"""Announcing to every community group: a draft that its author looks at, sent now or later, once."""

from dataclasses import dataclass

from rules.occasion import Occasion
from rules.operations.broadcast import (
    LATE_S,
    TEXT_LIMIT,
    Broadcast,
    BroadcastGone,
    BroadcastState,
    BroadcastTooLong,
)
from rules.people import Group, Member, Part
from rules.refusals import NoCommunity
from storage import audits, groups, members
from storage.engine.tx import Tx
from storage.operations import broadcasts


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft as it will be read, and the groups that will read it; `due_at` once it is planned."""

    id: int
    text: str
    groups: tuple[str, ...]
    due_at: int | None


@dataclass(frozen=True, slots=True)
class Sent:
    """Sent to these groups."""

    id: int
    text: str
    by: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Its time passed long ago while the bot was down; it was not sent."""

    author: int
    text: str
    due_at: int


def draft(tx: Tx, author: Member, text: str, occasion: Occasion) -> Drafted:
    """Keep the text for its author to look at. Raises BroadcastTooLong, NoCommunity."""
    if len(text) > TEXT_LIMIT:
        raise BroadcastTooLong(len(text), TEXT_LIMIT)
    return _shown(tx, broadcasts.add(tx, author.id, text, occasion.now))


def plan(tx: Tx, by: Member, broadcast: int, due_at: int, occasion: Occasion) -> Drafted:
    """It will be sent at `due_at` (UTC seconds). Raises BroadcastGone, NoCommunity."""
    if not broadcasts.plan(tx, broadcast, due_at):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.plan", None, None, broadcast=broadcast, due_at=due_at)
    return _shown(tx, broadcasts.get(tx, broadcast))


def send(tx: Tx, by: Member, broadcast: int, occasion: Occasion) -> Sent:
    """Send it now, once. Raises BroadcastGone, NoCommunity."""
    if not broadcasts.end(tx, broadcast, BroadcastState.SENT, occasion.now):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.send", None, None, broadcast=broadcast)
    return Sent(broadcast, broadcasts.get(tx, broadcast).text, by.name, tuple(_readers(tx)))


def cancel(tx: Tx, by: Member, broadcast: int, occasion: Occasion) -> None:
    """It will not be sent. Raises BroadcastGone."""
    if not broadcasts.end(tx, broadcast, BroadcastState.CANCELLED, occasion.now):
        raise BroadcastGone
    audits.record(tx, occasion.now, by.id, "broadcast.cancel", None, None, broadcast=broadcast)


def send_due(tx: Tx, occasion: Occasion) -> list[Sent | Missed]:
    """Everything whose time has come; what is half a day late is not sent any more."""
    done: list[Sent | Missed] = []
    for waiting in broadcasts.due(tx, occasion.now):
        assert waiting.due_at is not None, waiting
        if occasion.now - waiting.due_at > LATE_S or not groups.active(tx, Part.COMMUNITY):
            broadcasts.end(tx, waiting.id, BroadcastState.MISSED, occasion.now)
            done.append(Missed(waiting.author, waiting.text, waiting.due_at))
        else:
            done.append(send(tx, members.get(tx, waiting.author), waiting.id, occasion))
    return done


def upcoming(tx: Tx) -> list[Broadcast]:
    """What is still to be sent."""
    return broadcasts.planned(tx)


def _readers(tx: Tx) -> list[Group]:
    found = groups.active(tx, Part.COMMUNITY)
    if not found:
        raise NoCommunity
    return found


def _shown(tx: Tx, made: Broadcast) -> Drafted:
    return Drafted(made.id, made.text, tuple(group.title for group in _readers(tx)), made.due_at)
