"""Albums are put together: Telegram sends a message for each picture, and below here they are the one that people see."""

from bot.intake.incoming import Incoming, What
from handlers.call import ChatKind, Message
from rules.markup import plain
from rules.occasion import Moment
from rules.values import replace
from storage import albums, groups
from storage.engine.tx import Tx


def put_together(tx: Tx, incoming: Incoming, moment: Moment) -> Incoming:
    """What came in, its messages under the number of the albums they belong to; nothing of foreign chats is remembered.

    An edit of what has been forgotten says nothing that could be compared: it is none.
    """
    message, chat, now = incoming.message, incoming.chat, moment.handled_at
    if message is None or not (chat.kind is ChatKind.PRIVATE or groups.by_chat(tx, chat.id)):
        return incoming
    if incoming.what is What.REACTION:
        return replace(incoming, message=replace(message, id=albums.whole(tx, chat.id, message.id)))
    if incoming.reply_to and incoming.reply_to.album:
        incoming = replace(incoming, reply_to=_pointed_at(tx, chat.id, incoming.reply_to, incoming.reply_to.album, now))
    if message.album is None:
        return incoming
    edited = incoming.what is What.EDITED
    piece = _arrived(tx, chat.id, message, message.album, now, moment.said_at if edited else None)
    forgotten = edited and piece.together is None
    return replace(incoming, message=piece, what=What.OTHER if forgotten else incoming.what)


def _arrived(tx: Tx, chat_id: int, message: Message, album: str, now: int, edited_at: int | None) -> Message:
    file = message.file
    piece = albums.add(tx, chat_id, album, message.id, plain(message.marked), file, now, edited_at)
    media = message.media and replace(message.media, before=piece.before)
    return replace(message, id=piece.whole, further=piece.whole != message.id, together=piece.said, media=media)


def _pointed_at(tx: Tx, chat_id: int, message: Message, album: str, now: int) -> Message:
    """A piece that somebody replies to; it may have been sent before the bot was there."""
    whole = albums.belongs(tx, chat_id, album, message.id, now)
    return replace(message, id=whole, further=whole != message.id, together=albums.said(tx, album))
