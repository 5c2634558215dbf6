"""Tries at quizzes: what each was asked, what was answered, and what came of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from rules.works.quiz import Attempt, Quiz
from storage.declarations import STAYS, Own
from storage.engine.tx import Tx

_COLUMNS = "id, quiz, member, seed, asks, needs, points, began_at, ended_at, correct, passed, entry, taken_back_at"


class QuestionAsked(Struct, frozen=True):
    """The question in that place of a try (from 1); `choice` is an option's place in the bank."""

    place: int
    question: int
    choice: int | None


def _attempt(row: Any) -> Attempt:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Attempt(**{**values, "passed": bool(row.passed)})


def add(tx: Tx, quiz: Quiz, member: int, seed: str, questions: Sequence[int], now: int) -> int:
    """A try begins, with these questions; its number."""
    terms = quiz.terms
    number = tx.add(
        """
        INSERT INTO quiz_attempt (quiz, member, seed, asks, needs, points, began_at)
        VALUES (:quiz, :member, :seed, :asks, :needs, :points, :now)
        """,
        quiz=quiz.id,
        member=member,
        seed=seed,
        asks=terms.asks,
        needs=terms.needs,
        points=terms.points,
        now=now,
    )
    rows = ((number, place, question) for place, question in enumerate(questions, 1))
    tx.many("INSERT INTO quiz_asked (attempt, place, question) VALUES (?, ?, ?)", rows)
    return number


def get(tx: Tx, number: int) -> Attempt | None:
    """The try of that number."""
    row = tx.one(f"SELECT {_COLUMNS} FROM quiz_attempt WHERE id = :number", number=number)
    return _attempt(row) if row else None


def running(tx: Tx, quiz: int, member: int) -> Attempt | None:
    """The member's try that is not finished."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM quiz_attempt WHERE quiz = :quiz AND member = :member AND ended_at IS NULL",
        quiz=quiz,
        member=member,
    )
    return _attempt(row) if row else None


def passed(tx: Tx, quiz: int, member: int) -> Attempt | None:
    """The member's try that was passed and counts."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM quiz_attempt"
        " WHERE quiz = :quiz AND member = :member AND passed = 1 AND taken_back_at IS NULL",
        quiz=quiz,
        member=member,
    )
    return _attempt(row) if row else None


def certificates(tx: Tx, member: int, limit: int) -> list[str]:
    """The titles of quizzes that certify and that the member has passed, the latest first."""
    rows = tx.all(
        "SELECT title FROM quiz_attempt JOIN quiz ON quiz.id = quiz_attempt.quiz WHERE member = :member"
        " AND passed = 1 AND taken_back_at IS NULL AND certifies = 1 ORDER BY quiz_attempt.id DESC LIMIT :limit",
        member=member,
        limit=limit,
    )
    return [row.title for row in rows]


def of_entry(tx: Tx, entry: int) -> Attempt | None:
    """The try that an entry of the ledger paid."""
    row = tx.one(f"SELECT {_COLUMNS} FROM quiz_attempt WHERE entry = :entry", entry=entry)
    return _attempt(row) if row else None


def began_since(tx: Tx, quiz: int, member: int, since: int) -> tuple[int, ...]:
    """When the member's tries began (UTC seconds), no earlier than `since`."""
    rows = tx.all(
        "SELECT began_at FROM quiz_attempt WHERE member = :member AND quiz = :quiz AND began_at >= :since ORDER BY began_at",
        quiz=quiz,
        member=member,
        since=since,
    )
    return tuple(row.began_at for row in rows)


def lately(tx: Tx, member: int, since: int) -> Attempt | None:
    """The member's try that is not finished and was begun, or gone on with, since then (UTC seconds); the latest one."""
    row = tx.one(
        f"SELECT {_COLUMNS} FROM quiz_attempt WHERE member = :member AND ended_at IS NULL AND (began_at >= :since"
        " OR EXISTS (SELECT 1 FROM quiz_asked WHERE attempt = quiz_attempt.id AND answered_at >= :since))"
        " ORDER BY id DESC LIMIT 1",
        member=member,
        since=since,
    )
    return _attempt(row) if row else None


def next_asked(tx: Tx, attempt: int) -> QuestionAsked | None:
    """The first question of the try that has no answer yet."""
    row = tx.one(
        "SELECT place, question, choice FROM quiz_asked WHERE attempt = :attempt AND choice IS NULL ORDER BY place LIMIT 1",
        attempt=attempt,
    )
    return QuestionAsked(*row) if row else None


def asked(tx: Tx, attempt: int, place: int) -> QuestionAsked | None:
    """The question in that place."""
    row = tx.one(
        "SELECT place, question, choice FROM quiz_asked WHERE attempt = :attempt AND place = :place",
        attempt=attempt,
        place=place,
    )
    return QuestionAsked(*row) if row else None


def answer(tx: Tx, attempt: int, place: int, choice: int, now: int) -> bool:
    """Note the answer; False when there was one before."""
    return (
        tx.run(
            "UPDATE quiz_asked SET choice = :choice, answered_at = :now"
            " WHERE attempt = :attempt AND place = :place AND choice IS NULL",
            attempt=attempt,
            place=place,
            choice=choice,
            now=now,
        )
        > 0
    )


def score(tx: Tx, attempt: int) -> int:
    """How many answers of the try are right."""
    found: int = tx.value(
        "SELECT count(*) FROM quiz_asked JOIN quiz_question ON quiz_question.id = question"
        " WHERE attempt = :attempt AND choice = answer",
        attempt=attempt,
    )
    return found


def end(tx: Tx, attempt: int, correct: int, passed: bool, now: int) -> None:
    """The last question is answered."""
    tx.run(
        "UPDATE quiz_attempt SET ended_at = :now, correct = :correct, passed = :passed WHERE id = :attempt",
        attempt=attempt,
        correct=correct,
        passed=int(passed),
        now=now,
    )


def pay(tx: Tx, attempt: int, entry: int) -> None:
    """What paid it."""
    tx.run("UPDATE quiz_attempt SET entry = :entry WHERE id = :attempt", attempt=attempt, entry=entry)


def take_back(tx: Tx, attempt: int, now: int | None) -> None:
    """It counts no more since `now`, or with None again."""
    tx.run("UPDATE quiz_attempt SET taken_back_at = :now WHERE id = :attempt", attempt=attempt, now=now)


def how_many(tx: Tx, quiz: int) -> tuple[int, int]:
    """How many people have begun it, and how many have passed it."""
    row = tx.one(
        "SELECT count(DISTINCT member) AS began, count(CASE WHEN passed = 1 AND taken_back_at IS NULL THEN 1 END) AS passed"
        " FROM quiz_attempt WHERE quiz = :quiz",
        quiz=quiz,
    )
    return row.began, row.passed


def everything(tx: Tx) -> Iterator[Attempt]:
    """Every try, for the audit."""
    for row in tx.each(f"SELECT {_COLUMNS} FROM quiz_attempt ORDER BY id"):
        yield _attempt(row)


def strays(tx: Tx, rule: str) -> Iterator[int]:
    """Entries of that rule of the ledger that no try names, for the audit."""
    rows = tx.each(
        "SELECT id FROM transfer WHERE rule = :rule AND phase = 'single' AND reverses IS NULL"
        " AND id NOT IN (SELECT entry FROM quiz_attempt WHERE entry IS NOT NULL)",
        rule=rule,
    )
    for row in rows:
        yield row.id


OWN = (
    Own("quiz_attempt", but=("seed",), fate=STAYS),
    Own("quiz_asked", "", whose="attempt IN (SELECT id FROM quiz_attempt WHERE member = :member)", fate=STAYS),
)
