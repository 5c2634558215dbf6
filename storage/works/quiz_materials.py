"""Product notes as what to read before a quiz, and the quizzes that go with each."""

from msgspec import Struct

from rules.ends import minute_of
from rules.works.quiz_material import Material
from storage.engine.tx import Tx

_VALID = "withdrawn_at IS NULL AND until_at >= :minute"


class NoteQuiz(Struct, frozen=True):
    """A quiz that asks what a product note says."""

    id: int
    title: str


def valid(tx: Tx, now: int, limit: int) -> list[tuple[int, str]]:
    """Number and title of the notes that are valid at that moment (UTC seconds), the newest first."""
    rows = tx.all(
        f"SELECT id, title FROM bulletin WHERE {_VALID} ORDER BY id DESC LIMIT :limit",
        minute=minute_of(now),
        limit=limit,
    )
    return [(row.id, row.title) for row in rows]


def title(tx: Tx, note: int, now: int) -> str | None:
    """The title of that note, if it is valid at that moment (UTC seconds)."""
    found: str | None = tx.value(
        f"SELECT title FROM bulletin WHERE id = :note AND {_VALID}", note=note, minute=minute_of(now)
    )
    return found


def material(tx: Tx, note: int | None, link: str, now: int) -> Material | None:
    """What there is to read at that moment (UTC seconds), None for nothing."""
    row = tx.one(
        f"SELECT title, text, version, link FROM bulletin WHERE id = :note AND {_VALID}",
        note=note,
        minute=minute_of(now),
    )
    if row is not None:
        return Material(note, row.title, row.text, row.version, row.link, link)
    return Material(None, "", "", "", "", link) if link else None


def quizzes_of(tx: Tx, note: int, now: int) -> tuple[NoteQuiz, ...]:
    """The quizzes that anybody could begin at that moment (UTC seconds) and that ask what the note says, three at most."""
    rows = tx.all(
        "SELECT id, title FROM quiz WHERE note = :note AND published_at IS NOT NULL AND closed_at IS NULL"
        " AND (until IS NULL OR until >= :minute) ORDER BY id DESC LIMIT 3",
        note=note,
        minute=minute_of(now),
    )
    return tuple(NoteQuiz(row.id, row.title) for row in rows)
