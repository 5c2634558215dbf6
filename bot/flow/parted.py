"""A text that an app has cut in a group: each piece is a message that can be edited, or replied to, as the whole of it.

The pieces are remembered like those of an album, under a name that no album of Telegram's has.
"""

from bot.flow.pastes import between
from bot.intake.incoming import Incoming, What
from handlers.call import ChatKind, Message
from rules.occasion import Moment
from rules.values import replace
from storage import albums
from storage.engine.tx import Tx


def parted(tx: Tx, incoming: Incoming, message: Message, moment: Moment) -> Incoming:
    """What came in, under the number of the first piece; an edit of a piece is one of all that was said."""
    chat = incoming.chat
    if chat.kind is ChatKind.PRIVATE:
        return incoming
    for id, words in message.pieces:
        albums.add(tx, chat.id, f"text:{chat.id}:{message.id}", id, words, None, moment.handled_at)
    if incoming.what is What.EDITED:
        return _edited(tx, incoming, message, moment)
    replied = incoming.reply_to
    if replied is None or replied.album:
        return incoming
    return replace(incoming, reply_to=replace(replied, id=albums.whole(tx, chat.id, replied.id)))


def _edited(tx: Tx, incoming: Incoming, message: Message, moment: Moment) -> Incoming:
    """An edit that changes no words, as when a link got its picture, or of what has been forgotten, is none."""
    known = albums.words_of(tx, incoming.chat.id, message.id)
    if known is None:
        return incoming
    album, words = known
    if words is None or words == message.text:
        return replace(incoming, what=What.OTHER)
    now, said_at = moment.handled_at, moment.said_at
    piece = albums.add(tx, incoming.chat.id, album, message.id, message.text, None, now, said_at)
    whole = replace(message, id=piece.whole, further=piece.whole != message.id, together=_joined(tx, album))
    return replace(incoming, message=whole)


def _joined(tx: Tx, album: str) -> str | None:
    found = [one for one in albums.texts(tx, album) if one is not None]
    return "".join([*(one + between(one) for one in found[:-1]), *found[-1:]]) or None
