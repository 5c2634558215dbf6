"""The showcase: what channels show is put right, or goes from there. What it is made of, each feature declares (EXHIBITS)."""

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from rules.declarations import declared
from rules.lengths import within
from rules.links import message_link, public_link
from rules.note import WaitingNote
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.refusals import ButtonGone, NotForYourself
from rules.showcase import (
    REASON_MOST,
    Exhibit,
    Exhibited,
    InChannelAlready,
    NotInChannel,
    OutOfChannel,
    Showcase,
    name_of,
    require_caption,
)
from storage import audits, groups, showcases
from storage.engine.tx import Tx
from storage.post import outbox

Shown = Callable[[Tx, Showcase], Exhibit]


class Corrected(Struct, frozen=True):
    """The channel shows other words now, by `by`."""

    exhibit: Exhibit
    by: str


class TakenOut(Struct, frozen=True):
    """The post goes from the channel, by `by`, who told why."""

    exhibit: Exhibit
    by: str
    reason: str


class PutBack(Struct, frozen=True):
    """What was taken out goes to its channels again, by `by`."""

    exhibit: Exhibit
    by: str


class Address(Struct, frozen=True):
    """Where it stands in a channel."""

    kind: Exhibited
    id: int
    link: str | None


@cache
def exhibits() -> dict[Exhibited, Shown]:
    """How each kind is shown, as its feature declares in EXHIBITS."""
    found: dict[Exhibited, Shown] = {}
    for table in declared("EXHIBITS", dict, "actions"):
        assert not found.keys() & table.keys(), f"declared twice: {found.keys() & table.keys()}"
        found |= table
    return found


def put_up(tx: Tx, kind: Exhibited, number: int, version: int, caption: str | None, now: int) -> None:
    """It goes to every channel, in those words."""
    showcases.add(tx, kind, number, version, caption, now)
    for channel in groups.active(tx, Part.CHANNEL):
        showcases.add_channel(tx, kind, number, channel.id)


def exhibit(tx: Tx, kind: Exhibited, number: int) -> Exhibit:
    """The post as it stands in the channel. Raises ButtonGone when there never was one."""
    return exhibits()[kind](tx, _shown(tx, kind, number))


def up(tx: Tx, kind: Exhibited, number: int) -> Exhibit:
    """The post that can be changed. Raises ButtonGone, OutOfChannel, NotInChannel."""
    if not _shown(tx, kind, number).up:
        raise OutOfChannel
    if not _posts(tx, kind, number):
        raise NotInChannel
    return exhibit(tx, kind, number)


def address(tx: Tx, kind: Exhibited, number: int) -> Address:
    """Where the post stands. Raises ButtonGone, OutOfChannel, NotInChannel."""
    up(tx, kind, number)
    return Address(kind, number, message_link(*_posts(tx, kind, number)[0]))


def open_to_all(tx: Tx, kind: Exhibited, number: int) -> str | None:
    """Where everybody may read it, in a channel with a public name; None where none shows it."""
    if not is_up(tx, kind, number):
        return None
    for channel in showcases.channels(tx, kind, number):
        found = outbox.kept(tx, name_of(kind, number, channel))
        if found and (link := public_link(groups.get(tx, channel).username, found[1])):
            return link
    return None


def is_up(tx: Tx, kind: Exhibited, number: int) -> bool:
    """Whether it is meant to stand in a channel."""
    shown = showcases.get(tx, kind, number)
    return shown is not None and shown.up


def is_out(tx: Tx, kind: Exhibited, number: int) -> bool:
    """Whether it was taken out, and one of its channels is there still to put it back in."""
    shown = showcases.get(tx, kind, number)
    there = {channel.id for channel in groups.active(tx, Part.CHANNEL)}
    return shown is not None and not shown.up and not there.isdisjoint(showcases.channels(tx, kind, number))


def correct(tx: Tx, kind: Exhibited, number: int, words: str, by: Member, occasion: Occasion) -> Corrected:
    """The channel shows other words. Raises CaptionTooLong, NotForYourself, and what `up` raises."""
    caption = require_caption(words)
    _require_another(up(tx, kind, number), by)
    showcases.word(tx, kind, number, caption)
    now = exhibit(tx, kind, number)
    audits.record(
        tx, occasion.now, by.id, "showcase.correct", now.member, kind=kind.value, number=number, words=caption
    )
    return Corrected(now, by.name)


def take_out(tx: Tx, kind: Exhibited, number: int, reason: str, by: Member, occasion: Occasion) -> TakenOut:
    """The post goes from the channel; all else stays. Raises NotForYourself, WordsTooLong, and what `up` raises."""
    shown, why = up(tx, kind, number), within(reason, REASON_MOST)
    _require_another(shown, by)
    if not showcases.withdraw(tx, kind, number, by.id, why, occasion.now):
        raise OutOfChannel
    audits.record(tx, occasion.now, by.id, "showcase.take_out", shown.member, why, kind=kind.value, number=number)
    return TakenOut(shown, by.name, why)


def put_back(tx: Tx, kind: Exhibited, number: int, by: Member, occasion: Occasion) -> PutBack:
    """What was taken out stands there again, as it was. Raises InChannelAlready, ButtonGone, NotForYourself."""
    shown = exhibit(tx, kind, number)
    _require_another(shown, by)
    if is_up(tx, kind, number):
        raise InChannelAlready
    if not is_out(tx, kind, number):
        raise ButtonGone
    showcases.restore(tx, kind, number, occasion.now)
    forget_posts(tx, kind, number)
    audits.record(tx, occasion.now, by.id, "showcase.put_back", shown.member, kind=kind.value, number=number)
    return PutBack(shown, by.name)


def forget_posts(tx: Tx, kind: Exhibited, number: int) -> None:
    """The old posts are gone: nobody words those anew while the new ones are on their way."""
    for channel in showcases.channels(tx, kind, number):
        name = name_of(kind, number, channel)
        if found := outbox.kept(tx, name):
            for message in (found[1], *outbox.with_it(tx, name)):
                outbox.forget(tx, found[0], message)


def _posts(tx: Tx, kind: Exhibited, number: int) -> list[tuple[int, int]]:
    names = (name_of(kind, number, channel) for channel in showcases.channels(tx, kind, number))
    return [found for name in names if (found := outbox.kept(tx, name))]


def _shown(tx: Tx, kind: Exhibited, number: int) -> Showcase:
    shown = showcases.get(tx, kind, number)
    if shown is None:
        raise ButtonGone
    return shown


def _require_another(shown: Exhibit, by: Member) -> None:
    if shown.member == by.id:
        raise NotForYourself


def _still_up(tx: Tx, note: WaitingNote, occasion: Occasion) -> bool:
    kind, _, number = note.subject.partition(":")
    return is_up(tx, Exhibited(kind), int(number))


STILL_TRUE = {"showcase": _still_up}
