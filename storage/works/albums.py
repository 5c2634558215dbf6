"""Albums: Telegram sends them one message at a time, each with the album's id; remembered for a day."""

from rules.works.submission import File
from storage.engine.tx import Tx


def add(tx: Tx, chat_id: int, message: int, album: str, member: int, file: File, now: int) -> None:
    """A piece of an album has come."""
    tx.run(
        "INSERT INTO album_piece (chat_id, message, album, member, at, kind, file_id, unique_id)"
        " VALUES (:chat_id, :message, :album, :member, :now, :kind, :file_id, :unique) ON CONFLICT DO NOTHING",
        chat_id=chat_id,
        message=message,
        album=album,
        member=member,
        now=now,
        kind=file.kind,
        file_id=file.file_id,
        unique=file.unique,
    )


def pieces(tx: Tx, album: str, member: int) -> tuple[File, ...]:
    """The pieces of the member's album that have come so far, in order."""
    rows = tx.all(
        "SELECT kind, file_id, unique_id FROM album_piece WHERE album = :album AND member = :member ORDER BY message LIMIT 10",
        album=album,
        member=member,
    )
    return tuple(File(*row) for row in rows)


def forget(tx: Tx, before: int) -> int:
    """Forget pieces that came before `before` (UTC seconds)."""
    return tx.run("DELETE FROM album_piece WHERE at < :before", before=before)
