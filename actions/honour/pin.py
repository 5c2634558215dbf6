"""Pins of topic moderators: a message is held up, the oldest gives way when there are too many, and each can be let go."""

from msgspec import Struct

from rules.honour.pin import MayNotPin, NotPinnedHere, Pin, PinnedAlready, PinsOff
from rules.links import message_link
from rules.occasion import Occasion
from rules.people import Group, Member
from rules.refusals import ButtonGone
from rules.rights import BotStanding, Right
from storage import audits, facts, groups, members, rights
from storage.engine.tx import Tx
from storage.honour import pins


class HeldUp(Struct, frozen=True):
    """`name` holds a message up in `group`; for it went what stood there longest, by its number and link."""

    name: str
    group: str
    link: str | None
    gone: tuple[int, ...]
    gone_link: str | None = None


class PinsLeft(Struct, frozen=True):
    """`name` looks after nothing any more; so `many` messages that they held up stand there still, with the `links` there are."""

    member: int
    name: str
    many: int
    links: tuple[str, ...]


def left(tx: Tx) -> list[PinsLeft]:
    """Whose pins stand there still after they were entrusted with them, each told once."""
    found = [(member, held) for member, held in pins.left(tx).items() if facts.get(tx, _told(member)) != _last(held)]
    for member, held in found:
        facts.put(tx, _told(member), _last(held))
    return [_left(tx, member, held) for member, held in found]


def clear(tx: Tx, member: int, by: Member, occasion: Occasion) -> tuple[PinsLeft, list[Pin]]:
    """What that member held up, and may no more, is let go. Raises ButtonGone."""
    held = pins.left(tx).get(member, [])
    if not held:
        raise ButtonGone
    told = _left(tx, member, held)
    for one in held:
        pins.remove(tx, one.id)
        audits.record(tx, occasion.now, by.id, "pin.down", None, group=one.group, message=one.message)
    facts.drop(tx, _told(member))
    return told, [one for one in held if one.message > 0]


def _told(member: int) -> str:
    return f"pins_left:{member}"


def _last(held: list[Pin]) -> str:
    return str(max(one.id for one in held))


def _left(tx: Tx, member: int, held: list[Pin]) -> PinsLeft:
    links = [_link(groups.get(tx, one.group), one.message) for one in held if one.message > 0]
    return PinsLeft(member, members.get(tx, member).name, len(held), tuple(one for one in links if one))


def hold_up(tx: Tx, by: Member, group: Group, message: int, occasion: Occasion) -> HeldUp:
    """The message is held up from now on. Raises PinsOff, MayNotPin, PinnedAlready."""
    most = occasion.programme.topic_moderators.pins
    if not most:
        raise PinsOff
    if not _may(tx, group.id):
        raise MayNotPin
    held = pins.of_group(tx, group.id)
    if any(one.message == message for one in held):
        raise PinnedAlready
    gone = held[: max(0, len(held) + 1 - most)]
    for one in gone:
        pins.remove(tx, one.id)
    pins.add(tx, group.id, message, by.id, occasion.now)
    audits.record(tx, occasion.now, by.id, "pin.up", None, group=group.id, message=message)
    return HeldUp(by.name, group.title, _link(group, message), _there(gone), _link(group, *_there(gone[-1:])))


def let_go(tx: Tx, by: Member, group: Group, message: int, occasion: Occasion) -> None:
    """It is held up no more. Raises NotPinnedHere."""
    found = next((one for one in pins.of_group(tx, group.id) if one.message == message), None)
    if found is None:
        raise NotPinnedHere
    pins.remove(tx, found.id)
    audits.record(tx, occasion.now, by.id, "pin.down", None, group=group.id, message=message)


def _there(held: list[Pin]) -> tuple[int, ...]:
    """Those whose messages can still be reached: what stayed behind when the group moved has a number below zero."""
    return tuple(one.message for one in held if one.message > 0)


def _link(group: Group, *message: int) -> str | None:
    return message_link(group.chat_id, message[0]) if message else None


def _may(tx: Tx, group: int) -> bool:
    """As far as we know; where nothing is known yet it is tried."""
    known = rights.of_group(tx, group)
    return known is None or (known.standing is BotStanding.ADMINISTRATOR and Right.PIN in known.rights)
