"""What two who were brought together write: notes for each other and for whoever goes on, and thanks at the end."""

from msgspec import Struct

from storage.declarations import GOES, Own
from storage.engine.tx import Tx


class Written(Struct, frozen=True):
    """Somebody's words at a time (UTC seconds)."""

    author: int
    words: str
    at: int


class Thanked(Struct, frozen=True):
    """What one of the two said to the other at the end; `openly`: it stands in the group as well."""

    words: str
    openly: bool


def note(tx: Tx, mentoring: int, author: int, words: str, now: int) -> None:
    """They write something down."""
    tx.run(
        "INSERT INTO mentoring_note (mentoring, author, words, at) VALUES (:mentoring, :author, :words, :now)",
        mentoring=mentoring,
        author=author,
        words=words,
        now=now,
    )


def notes(tx: Tx, mentoring: int, limit: int) -> list[Written]:
    """The latest, in the order of writing."""
    rows = tx.all(
        "SELECT author, words, at FROM mentoring_note WHERE mentoring = :mentoring ORDER BY id DESC LIMIT :limit",
        mentoring=mentoring,
        limit=limit,
    )
    return [Written(row.author, row.words, row.at) for row in reversed(rows)]


def thank(tx: Tx, mentoring: int, author: int, words: str, now: int) -> None:
    """They say that to the other; it takes the place of what they said before."""
    tx.run(
        "INSERT INTO mentoring_thanks (mentoring, author, words, at, openly) VALUES (:mentoring, :author, :words, :now, 0)"
        " ON CONFLICT (mentoring, author) DO UPDATE SET words = excluded.words, at = excluded.at",
        mentoring=mentoring,
        author=author,
        words=words,
        now=now,
    )


def thanked(tx: Tx, mentoring: int, author: int) -> Thanked | None:
    """What they said."""
    row = tx.one(
        "SELECT words, openly FROM mentoring_thanks WHERE mentoring = :mentoring AND author = :author",
        mentoring=mentoring,
        author=author,
    )
    return Thanked(row.words, bool(row.openly)) if row else None


def say_openly(tx: Tx, mentoring: int, author: int) -> None:
    """It stands in the group as well."""
    tx.run(
        "UPDATE mentoring_thanks SET openly = 1 WHERE mentoring = :mentoring AND author = :author",
        mentoring=mentoring,
        author=author,
    )


def take_back(tx: Tx, mentoring: int, author: int) -> bool:
    """They have said nothing; False when that was so before."""
    taken = tx.run(
        "DELETE FROM mentoring_thanks WHERE mentoring = :mentoring AND author = :author",
        mentoring=mentoring,
        author=author,
    )
    return taken > 0


OWN = (
    Own("mentoring_note", "author", fate=GOES),
    Own("mentoring_thanks", "author", fate=GOES),
)
