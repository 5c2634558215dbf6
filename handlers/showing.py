"""What a member shows or says in a group: with its words, and its file or those of its album."""

from handlers.call import Call, Message
from rules.daily.share import Shown
from rules.files import File
from storage import albums
from storage.engine.tx import Tx


def files_of(tx: Tx, message: Message) -> tuple[File, ...]:
    """The files of its album, as far as they have come, or its own."""
    files = albums.files(tx, message.album) if message.album else ()
    return files or ((message.file,) if message.file else ())


def shown(call: Call, tx: Tx, message: Message, words: str) -> Shown:
    """The message, its hashtag taken from its `words`."""
    return Shown(call.group.id, message.id, words, files_of(tx, message), message.album)
