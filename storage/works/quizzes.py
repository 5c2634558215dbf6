"""Quizzes: what each asks for, and from when to when it is there."""

from typing import Any

from rules.ends import minute_of
from rules.programme.conditions import Source
from rules.works.quiz import Quiz, QuizTerms
from storage import touched
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = (
    "id, title, about, asks, needs, points, tries, days, certifies, until, note, link, made_by, made_at, published_at,"
    " closed_at"
)
_OPEN = "published_at IS NOT NULL AND closed_at IS NULL AND (until IS NULL OR until >= :minute)"

_THEIRS = "SELECT quiz FROM quiz_attempt WHERE member = :member AND taken_back_at IS NULL AND (ended_at IS NULL OR passed = 1)"


def _quiz(row: Any) -> Quiz:
    terms = QuizTerms(
        title=row.title,
        asks=row.asks,
        needs=row.needs,
        points=row.points,
        tries=row.tries,
        days=row.days,
        certifies=bool(row.certifies),
        until=row.until,
        about=row.about,
        note=row.note,
        link=row.link,
    )
    return Quiz(row.id, terms, row.made_by, row.made_at, row.published_at, row.closed_at)


def _values(terms: QuizTerms) -> dict[str, Any]:
    plain = {
        name: getattr(terms, name)
        for name in ("title", "about", "asks", "needs", "points", "tries", "days", "note", "link")
    }
    return {**plain, "certifies": int(terms.certifies), "until": terms.until}


def add(tx: Tx, terms: QuizTerms, maker: int, now: int) -> Quiz:
    """A quiz that is being prepared; its number is its id."""
    number = tx.add(
        """
        INSERT INTO quiz (title, about, asks, needs, points, tries, days, certifies, until, note, link, made_by, made_at)
        VALUES (:title, :about, :asks, :needs, :points, :tries, :days, :certifies, :until, :note, :link, :maker, :now)
        """,
        **_values(terms),
        maker=maker,
        now=now,
    )
    return Quiz(number, terms, maker, now)


def change(tx: Tx, number: int, terms: QuizTerms) -> None:
    """It asks for something else from now on."""
    tx.run(
        """
        UPDATE quiz SET title = :title, about = :about, asks = :asks, needs = :needs, points = :points, tries = :tries,
        days = :days, certifies = :certifies, until = :until, note = :note, link = :link WHERE id = :number
        """,
        number=number,
        **_values(terms),
    )
    touched.mark(tx, Source.QUIZZES, *_passed(tx, number))


def _passed(tx: Tx, number: int) -> list[int]:
    """Those whose pass may be a certificate now, or is none any more."""
    rows = tx.all("SELECT DISTINCT member FROM quiz_attempt WHERE quiz = :number AND passed = 1", number=number)
    return [row.member for row in rows]


def publish(tx: Tx, number: int, now: int) -> bool:
    """Members see it from now on; False when it was published or closed before."""
    sql = "UPDATE quiz SET published_at = :now WHERE id = :number AND published_at IS NULL AND closed_at IS NULL"
    return tx.run(sql, number=number, now=now) > 0


def close(tx: Tx, number: int, now: int) -> bool:
    """Nobody begins it from now on; False when it was closed before."""
    return (
        tx.run("UPDATE quiz SET closed_at = :now WHERE id = :number AND closed_at IS NULL", number=number, now=now) > 0
    )


def get(tx: Tx, number: int) -> Quiz | None:
    """The quiz of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM quiz WHERE id = :number", number=number)
    return _quiz(row) if row else None


def running(tx: Tx, at: int, member: int, limit: int, offset: int) -> list[Quiz]:
    """Those that can be begun at that moment (UTC seconds) or that the member has begun or passed, the newest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM quiz WHERE ({_OPEN}) OR id IN ({_THEIRS}) ORDER BY id DESC LIMIT :limit OFFSET :offset",
        minute=minute_of(at),
        member=member,
        limit=limit,
        offset=offset,
    )
    return [_quiz(row) for row in rows]


def count_running(tx: Tx, at: int, member: int) -> int:
    """How many those are."""
    found: int = tx.value(
        f"SELECT count(*) FROM quiz WHERE ({_OPEN}) OR id IN ({_THEIRS})", minute=minute_of(at), member=member
    )
    return found


def listed(tx: Tx, limit: int, offset: int) -> list[Quiz]:
    """Every quiz, the newest first."""
    rows = tx.all(
        f"SELECT {_COLUMNS} FROM quiz ORDER BY id DESC LIMIT :limit OFFSET :offset", limit=limit, offset=offset
    )
    return [_quiz(row) for row in rows]


def count(tx: Tx) -> int:
    """How many quizzes there are."""
    found: int = tx.value("SELECT count(*) FROM quiz")
    return found


def open_ones(tx: Tx, at: int) -> list[Quiz]:
    """Those that can be begun at that moment (UTC seconds), at most 200."""
    rows = tx.all(f"SELECT {_COLUMNS} FROM quiz WHERE {_OPEN} ORDER BY id LIMIT 200", minute=minute_of(at))
    return [_quiz(row) for row in rows]


OWN = (Own("quiz", "made_by", fate=STAYS),)
