"""Conversations of members with the staff: that they are, never what was said."""

from typing import Any

from rules.fairness.contact import Contact
from storage.declarations import DAY_S, GOES, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, member, messages, closed_at, album"


def _contact(row: Any) -> Contact:
    return Contact(row.id, row.member, row.messages, row.closed_at is None, row.album)


def get(tx: Tx, contact: int) -> Contact | None:
    """The conversation of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM contact WHERE id = :contact", contact=contact)
    return _contact(row) if row else None


def open_of(tx: Tx, member: int) -> Contact | None:
    """The member's conversation that has not been closed."""
    row = tx.one(f"SELECT {_COLUMNS} FROM contact WHERE member = :member AND closed_at IS NULL", member=member)
    return _contact(row) if row else None


def add(tx: Tx, member: int, now: int) -> Contact:
    """Begin a conversation."""
    number = tx.add(
        "INSERT INTO contact (member, opened_at, last_at) VALUES (:member, :now, :now)", member=member, now=now
    )
    return Contact(number, member, 0, True)


def relayed(tx: Tx, contact: int, now: int, album: str | None = None) -> None:
    """One more message has gone one way or the other; of an `album` more may follow."""
    tx.run(
        "UPDATE contact SET messages = messages + 1, last_at = :now, album = :album WHERE id = :contact",
        contact=contact,
        now=now,
        album=album,
    )


def close(tx: Tx, contact: int, now: int) -> bool:
    """It is over; False when it was before."""
    return (
        tx.run(
            "UPDATE contact SET closed_at = :now WHERE id = :contact AND closed_at IS NULL", contact=contact, now=now
        )
        > 0
    )


def purge(tx: Tx, before: int) -> int:
    """Forget conversations in which nothing was said since `before` (UTC seconds)."""
    return tx.run("DELETE FROM contact WHERE last_at < :before", before=before)


PURGE = (Purge(purge, kept_s=30 * DAY_S),)

OWN = (Own("contact", but=("album",), fate=GOES),)
