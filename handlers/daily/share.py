"""Everyday sharing: a hashtag on what one shows; a quiet reaction says that it counted."""

from msgspec import Struct

from actions.daily import share as actions
from handlers.call import Call, Message
from handlers.effects import Effects, React, Reply
from handlers.own_message import own_replied
from handlers.routes import FILES, Command, Observe, On, Shelf, Where
from handlers.showing import shown
from messages.vocabulary import tagged
from rules.daily.share import ForwardedShare, NotYourShare, shared_text
from storage.engine.tx import Tx

STANDS_S = 3_600


class ShareLine(Struct, frozen=True):
    """Whose share counted, where a group does not allow the reaction that says so."""

    name: str


def share(call: Call, tx: Tx) -> Effects:
    """`#分享` on the message itself, or as a reply to one's own; told by a reaction alone."""
    assert call.message is not None
    message = _target(call, call.message)
    what = shown(call, tx, message, _words(message))
    if actions.share(tx, call.member, what, call.occasion) is None:
        return ()
    line = Reply("share/line", ShareLine(call.member.name), gather="share/gathered", fade_s=STANDS_S)
    return React("😍", message=what.message, otherwise=line)


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album that is shared."""
    message = call.message
    file = message.file if message else None
    if message is None or message.album is None or file is None or message.forwarded:
        return None
    return () if actions.add_piece(tx, message.album, call.member, file, call.occasion) else None


def edited(call: Call, tx: Tx) -> Effects:
    """The author has put another picture into what was shared: nothing changes but that this one is known, too."""
    file = call.message.file if call.message else None
    if call.message is not None and file is not None:
        actions.exchanged(tx, call.group.id, call.message.id, file)
    return None


def _is_new(call: Call, tx: Tx) -> bool:
    """Whether the message was no share before."""
    return call.message is not None and not actions.is_one(tx, call.group.id, call.message.id)


def _target(call: Call, message: Message) -> Message:
    """What is shared: the message itself where it says or shows something, else the caller's own that it replies to."""
    if _words(message) or message.media:
        return message
    return own_replied(call, NotYourShare, ForwardedShare) or message


def _words(message: Message) -> str:
    return shared_text(message.said, tagged()["share"])


ROUTES = (
    Command(
        "share",
        share,
        shelf=Shelf.DAILY,
        place=40,
        where=Where.GROUP,
        covenant=True,
        stays="a share",
        takes=FILES,
        afterwards=_is_new,
    ),
    Observe(On.TALK, "share_album", piece, turn=21),
    Observe(On.EDIT, "share_edited", edited, turn=25),
)
