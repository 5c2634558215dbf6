"""Albums are put together: Telegram sends a message for each picture, and below here they are the one that people see.

In private the picture with the words comes first, whichever it is: by them alone it is known what the album means.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from bot.flow.parted import parted
from bot.intake.incoming import Incoming, What
from handlers.call import ChatKind, Message
from rules.markup import plain
from rules.occasion import Moment
from rules.values import replace
from storage import albums, groups
from storage.engine.tx import Tx
from storage.packing import unpacked
from storage.post.inbox import WaitingUpdate

# So long a picture without words waits for the others: Telegram tells of them one by one, but at once.
HELD_S = 2
IN_ALBUM = '"media_group_id"'


class _Piece(Struct, frozen=True):
    """A picture in private, of which album it is, and whether words stand under it."""

    album: str
    worded: bool


def words_first(waiting: Sequence[WaitingUpdate], now: int) -> list[WaitingUpdate]:
    """What can be handled now, of each album in private the picture with the words before the others.

    One that came alone and without words waits a moment for the others, unless its author has sent something else since.
    """
    pieces = {update.id: piece for update in waiting if (piece := _piece(update))}
    if not pieces:
        return list(waiting)
    worded: dict[str, WaitingUpdate] = {}
    for update in waiting:
        if (piece := pieces.get(update.id)) and piece.worded:
            worded.setdefault(piece.album, update)
    open_ = _open(waiting, pieces, now) - worded.keys()
    found: dict[int, WaitingUpdate] = {}
    for update in waiting:
        album = pieces[update.id].album if update.id in pieces else None
        first = worded.get(album, update) if album else update
        if album not in open_:
            found.setdefault(first.id, first)
            found.setdefault(update.id, update)
    return list(found.values())


def _open(waiting: Sequence[WaitingUpdate], pieces: Mapping[int, _Piece], now: int) -> set[str]:
    """The albums of which a single picture has come, just now, and nothing else of its author's since: none has one alone."""
    latest = {update.sender: update for update in waiting}
    came = Counter(piece.album for piece in pieces.values())
    return {
        piece.album
        for update in latest.values()
        if (piece := pieces.get(update.id)) and came[piece.album] == 1
        if now - update.received_at < HELD_S and not update.resumed
    }


def _piece(update: WaitingUpdate) -> _Piece | None:
    """What of an album in private it brings."""
    if IN_ALBUM not in update.body:
        return None
    try:
        said = unpacked(update.body)
        message = said["message"]
        private = message["chat"]["type"] == "private"
        return _Piece(str(message["media_group_id"]), bool(message.get("caption"))) if private else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


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
        return parted(tx, incoming, message, moment)
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
