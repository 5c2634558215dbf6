"""Ideas: a hashtag on what one shows or says, or a reply to a topic; a quiet reaction says that it was taken down."""

from msgspec import Struct

from actions.daily import idea as actions
from actions.daily import idea_reworded as rewording
from actions.daily.idea_reworded import IdeaKept
from actions.daily.topic import is_open
from handlers.call import Call, Message, Sender
from handlers.cards import name_replied
from handlers.daily.topic_board import number_in
from handlers.effects import Effects, React, Reply, Whisper
from handlers.notices import to_staff
from handlers.own_message import own_replied
from handlers.routes import FILES, Command, Observe, On, Shelf, Where
from handlers.showing import shown
from messages.vocabulary import tagged
from rules.daily.idea import ForwardedIdea, IdeaKnown, IdeaTooShort, NotYourIdea, idea_text
from rules.people import PLAYING
from storage.engine.tx import Tx

STANDS_S = 3_600
TAKEN_DOWN = "✍"


class IdeaNoted(Struct, frozen=True):
    """Whose idea was taken down, where a group does not allow the reaction that says so."""

    name: str


def discover(call: Call, tx: Tx) -> Effects:
    """`#发现` on the message itself, or as a reply to one's own; told by a reaction alone."""
    assert call.message is not None
    topic = _topic(call, tx)
    message = call.message if topic is not None else _target(call, call.message)
    return _taken_down(call, tx, message, topic)


def replied(call: Call, tx: Tx) -> Effects:
    """A reply to an open topic is an idea where it says or shows enough; else it is talk."""
    message, topic = call.message, _topic(call, tx)
    if topic is None or message is None or message.forwarded or message.sender is not Sender.PERSON:
        return None
    try:
        return _taken_down(call, tx, message, topic)
    except (IdeaTooShort, IdeaKnown):
        return None


def piece(call: Call, tx: Tx) -> Effects:
    """A further picture of an album that is an idea; what stands under it belongs to it, too."""
    message = call.message
    file = message.file if message else None
    if message is None or message.album is None or file is None or message.forwarded:
        return None
    words = _words(message)
    return () if actions.add_piece(tx, message.album, call.member, file, words, call.occasion) else None


def edited(call: Call, tx: Tx) -> Effects:
    """The author has put it otherwise: the list follows, and staff read that; or it keeps what it said, and they hear why."""
    message = call.message
    if message is None or call.chat.group is None:
        return None
    what = shown(call, tx, message, _words(message))
    done = rewording.reworded(tx, call.member, what, message.at, call.occasion)
    if isinstance(done, IdeaKept):
        return Whisper("idea/kept", done)
    return to_staff(tx, "idea/reworded", done) if done else None


def _is_new(call: Call, tx: Tx) -> bool:
    """Whether the message was no idea before."""
    return call.message is not None and not actions.is_one(tx, call.group.id, call.message.id)


def _taken_down(call: Call, tx: Tx, message: Message, topic: int | None) -> Effects:
    what = shown(call, tx, message, _words(message))
    if actions.contribute(tx, call.member, what, topic, call.occasion) is None:
        return ()
    line = Reply("idea/line", IdeaNoted(call.member.name), gather="idea/gathered", fade_s=STANDS_S)
    return React(TAKEN_DOWN, message=what.message, otherwise=line)


def _topic(call: Call, tx: Tx) -> int | None:
    """The open topic whose message the call replies to."""
    if call.reply_to is None or call.chat.group is None or call.chat.group.part not in PLAYING:
        return None
    name = name_replied(call, tx)
    number = number_in(name) if name else None
    return number if number is not None and is_open(tx, number) else None


def _target(call: Call, message: Message) -> Message:
    """The message itself where it says or shows something, else the caller's own that it replies to."""
    if _words(message) or message.media:
        return message
    return own_replied(call, NotYourIdea, ForwardedIdea) or message


def _words(message: Message) -> str:
    return idea_text(message.said, tagged()["discover"])


ROUTES = (
    Command(
        "discover",
        discover,
        shelf=Shelf.DAILY,
        place=45,
        where=Where.GROUP,
        covenant=True,
        stays="an idea",
        takes=FILES,
        afterwards=_is_new,
    ),
    Observe(On.TALK, "idea_reply", replied, turn=22),
    Observe(On.TALK, "idea_album", piece, turn=23),
    Observe(On.EDIT, "idea_edited", edited, turn=15),
)
