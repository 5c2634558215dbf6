"""Who posted a picture, a video or a document first in a group: kept by what Telegram calls the file, never the file itself."""

from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx


def posted(tx: Tx, unique: str, member: int, now: int) -> None:
    """The member posts that file; whose it was before, it stays."""
    tx.run(
        "INSERT INTO posted_file (unique_id, member, at) VALUES (:unique, :member, :now) ON CONFLICT DO NOTHING",
        unique=unique,
        member=member,
        now=now,
    )


def forget(tx: Tx, before: int) -> int:
    """Forget who posted files before `before` (UTC seconds)."""
    return tx.run("DELETE FROM posted_file WHERE at < :before", before=before)


PURGE = (Purge(forget, kept_s=180 * DAY_S),)

OWN = (Own("posted_file", but=("unique_id",), fate=GOES),)
