"""Albums: Telegram sends a message for each picture; all of them are known by the number of the first one.

What a piece shows and says is remembered as long as its author may edit it, what it belongs to for half a year.
"""

from msgspec import Struct

from rules.files import File
from rules.mydata import Untold
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx

MOST = 20
# An app sends what is more than this as a further album, right behind the first one.
FULL = 10
BEHIND_S, BEHIND_MESSAGES = 10, 3


class Piece(Struct, frozen=True):
    """A piece of an album: `whole` is the message that stands for all of it, `before` the file it showed until now.

    `said` are the words under all pieces that have come; None when some of them have been forgotten.
    """

    whole: int
    before: str | None
    said: str | None


def add(
    tx: Tx,
    chat_id: int,
    album: str,
    message: int,
    words: str,
    file: File | None,
    now: int,
    edited_at: int | None = None,
) -> Piece:
    """A piece has come, or was edited at `edited_at` (UTC seconds)."""
    whole = belongs(tx, chat_id, album, message, now)
    old_words, before = _content(tx, chat_id, message)
    if edited_at is not None and (old_words, before) != (words, file.unique if file else None):
        _edited(tx, chat_id, message, edited_at)
    tx.run(
        "UPDATE album_piece SET words = :words, kind = :kind, file_id = :file_id, unique_id = :unique"
        " WHERE chat_id = :chat_id AND message = :message",
        chat_id=chat_id,
        message=message,
        words=words,
        kind=file.kind if file else None,
        file_id=file.file_id if file else None,
        unique=file.unique if file else None,
    )
    return Piece(whole, before, said(tx, album))


def _content(tx: Tx, chat_id: int, message: int) -> tuple[str | None, str | None]:
    """What the piece says and shows until now."""
    row = tx.one(
        "SELECT words, unique_id FROM album_piece WHERE chat_id = :chat_id AND message = :message",
        chat_id=chat_id,
        message=message,
    )
    return (row.words, row.unique_id) if row else (None, None)


def _edited(tx: Tx, chat_id: int, message: int, at: int) -> None:
    tx.run(
        "UPDATE album_piece SET edited_at = :at WHERE chat_id = :chat_id AND message = :message",
        at=at,
        chat_id=chat_id,
        message=message,
    )


def edited_at(tx: Tx, album: str) -> int | None:
    """When a piece of it last came to say or show something else (UTC seconds); None when none was edited."""
    at: int | None = tx.value("SELECT max(edited_at) FROM album_piece WHERE album = :album", album=album)
    return at


def belongs(tx: Tx, chat_id: int, album: str, message: int, now: int) -> int:
    """The message that stands for the album of this one, which may not have been seen before: its first one known."""
    first: int | None = tx.value(
        "SELECT min(whole) FROM album_piece WHERE album = :album AND chat_id = :chat_id", album=album, chat_id=chat_id
    )
    whole = message if first is None else first
    tx.run(
        "INSERT INTO album_piece (chat_id, message, album, whole, at) VALUES (:chat_id, :message, :album, :whole, :now)"
        " ON CONFLICT DO NOTHING",
        chat_id=chat_id,
        message=message,
        album=album,
        whole=whole,
        now=now,
    )
    return whole


def whole(tx: Tx, chat_id: int, message: int) -> int:
    """The message that stands for all of which this one is a piece; itself, when it is none."""
    found: int | None = tx.value(
        "SELECT whole FROM album_piece WHERE chat_id = :chat_id AND message = :message",
        chat_id=chat_id,
        message=message,
    )
    return message if found is None else found


def words_of(tx: Tx, chat_id: int, message: int) -> tuple[str, str | None] | None:
    """The album of which this one is a piece, and what the piece says, as long as that is remembered."""
    row = tx.one(
        "SELECT album, words FROM album_piece WHERE chat_id = :chat_id AND message = :message",
        chat_id=chat_id,
        message=message,
    )
    return (row.album, row.words) if row else None


def texts(tx: Tx, album: str) -> list[str | None]:
    """What each piece says, in order."""
    rows = tx.all(
        "SELECT words FROM album_piece WHERE album = :album ORDER BY message LIMIT :most", album=album, most=MOST
    )
    return [row.words for row in rows]


def full_before(tx: Tx, chat_id: int, message: int, now: int) -> int | None:
    """The message that stands for the full album right before this one, which an app may have cut off there."""
    found: int | None = tx.value(
        "SELECT min(whole) AS first FROM album_piece WHERE chat_id = :chat_id AND message < :message AND at >= :since"
        " GROUP BY album HAVING count(*) = :full AND max(message) >= :near ORDER BY first DESC LIMIT 1",
        chat_id=chat_id,
        message=message,
        since=now - BEHIND_S,
        full=FULL,
        near=message - BEHIND_MESSAGES,
    )
    return found


def said(tx: Tx, album: str) -> str | None:
    """The words under all pieces that have come, in order; None when some of them have been forgotten."""
    found = texts(tx, album)
    words = [one for one in found if one]
    return None if None in found else "\n".join(words)


def files(tx: Tx, album: str) -> tuple[File, ...]:
    """What the pieces that have come show, in order, while it is remembered."""
    rows = tx.all(
        "SELECT kind, file_id, unique_id FROM album_piece WHERE album = :album AND file_id IS NOT NULL"
        " ORDER BY message LIMIT :most",
        album=album,
        most=MOST,
    )
    return tuple(File(*row) for row in rows)


def blank(tx: Tx, album: str) -> None:
    """What the album shows and says is remembered no longer."""
    tx.run("UPDATE album_piece SET words = NULL, file_id = NULL WHERE album = :album", album=album)


def forget_contents(tx: Tx, before: int) -> int:
    """Forget what pieces that came before `before` (UTC seconds) show and say."""
    return tx.run(
        "UPDATE album_piece SET words = NULL, file_id = NULL WHERE at < :before"
        " AND (words IS NOT NULL OR file_id IS NOT NULL)",
        before=before,
    )


def forget(tx: Tx, before: int) -> int:
    """Forget what belongs together of what came before `before` (UTC seconds)."""
    return tx.run("DELETE FROM album_piece WHERE at < :before", before=before)


PURGE = (Purge(forget_contents, kept_s=2 * DAY_S), Purge(forget, kept_s=180 * DAY_S))

OWN = (
    Own(
        "album_piece",
        "",
        whose=(
            "chat_id = (SELECT telegram_id FROM member WHERE id = :member) OR EXISTS (SELECT 1 FROM message_author JOIN"
            " chat_group ON chat_group.id = message_author.chat_group WHERE message_author.member = :member AND"
            " chat_group.chat_id = album_piece.chat_id AND message_author.message = album_piece.whole)"
        ),
        untold=Untold.MACHINERY,
        fate=GOES,
    ),
)
