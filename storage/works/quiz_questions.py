"""The banks of quizzes: questions one by one, and tables of them that count once they are taken in."""

from collections.abc import Iterable
from typing import Any

from rules.works.quiz import BankQuestion, QuestionWording
from storage.declarations import DAY_S, STAYS, Own, Purge
from storage.engine.tx import Tx

_COLUMNS = "id, quiz, text, options, answer, why, withdrawn_at"
_BANK = "quiz = :quiz AND waits = 0 AND withdrawn_at IS NULL"


def _question(row: Any) -> BankQuestion:
    wording = QuestionWording(row.text, tuple(row.options.split("\n")), row.answer, row.why)
    return BankQuestion(row.id, row.quiz, wording, row.withdrawn_at)


def add(tx: Tx, quiz: int, wording: QuestionWording, maker: int, now: int, batch: int | None = None) -> int:
    """A question of the bank, or of a table that waits to be taken in; its number."""
    return tx.add(
        """
        INSERT INTO quiz_question (quiz, batch, waits, text, options, answer, why, made_by, made_at)
        VALUES (:quiz, :batch, :waits, :text, :options, :answer, :why, :maker, :now)
        """,
        quiz=quiz,
        batch=batch,
        waits=int(batch is not None),
        text=wording.text,
        options="\n".join(" ".join(option.split()) for option in wording.options),
        answer=wording.answer,
        why=wording.why,
        maker=maker,
        now=now,
    )


def begin(tx: Tx, quiz: int, giver: int, now: int) -> int:
    """A new table, not taken in yet; its number. What was shown before for the same quiz is dropped."""
    for row in tx.all("SELECT id FROM quiz_batch WHERE quiz = :quiz AND state = 'shown'", quiz=quiz):
        drop(tx, row.id)
    return tx.add(
        "INSERT INTO quiz_batch (quiz, given_by, given_at, state) VALUES (:quiz, :giver, :now, 'shown')",
        quiz=quiz,
        giver=giver,
        now=now,
    )


def put(tx: Tx, quiz: int, batch: int, wordings: Iterable[QuestionWording], giver: int, now: int) -> int:
    """Put questions into the table; how many."""
    return sum(1 for wording in wordings if add(tx, quiz, wording, giver, now, batch))


def take_in(tx: Tx, batch: int) -> int | None:
    """The table's questions belong to the bank from now on; how many, None when it does not wait to be taken in."""
    if not tx.run("UPDATE quiz_batch SET state = 'taken_in' WHERE id = :batch AND state = 'shown'", batch=batch):
        return None
    return tx.run("UPDATE quiz_question SET waits = 0 WHERE batch = :batch", batch=batch)


def drop(tx: Tx, batch: int) -> bool:
    """The table is not taken in, its questions are forgotten; False when it does not wait."""
    if not tx.run("UPDATE quiz_batch SET state = 'dropped' WHERE id = :batch AND state = 'shown'", batch=batch):
        return False
    tx.run("DELETE FROM quiz_question WHERE batch = :batch", batch=batch)
    return True


def waiting(tx: Tx, batch: int) -> int:
    """How many questions of the table wait to be taken in."""
    found: int = tx.value("SELECT count(*) FROM quiz_question WHERE batch = :batch AND waits = 1", batch=batch)
    return found


def get(tx: Tx, number: int) -> BankQuestion | None:
    """The question of that number, also one that was withdrawn."""
    row = tx.one(f"SELECT {_COLUMNS} FROM quiz_question WHERE id = :number AND waits = 0", number=number)
    return _question(row) if row else None


def withdraw(tx: Tx, number: int, now: int) -> bool:
    """It is drawn no more; False when it was withdrawn before."""
    sql = "UPDATE quiz_question SET withdrawn_at = :now WHERE id = :number AND waits = 0 AND withdrawn_at IS NULL"
    return tx.run(sql, number=number, now=now) > 0


def count(tx: Tx, quiz: int) -> int:
    """How many questions can be drawn."""
    found: int = tx.value(f"SELECT count(*) FROM quiz_question WHERE {_BANK}", quiz=quiz)
    return found


def numbers(tx: Tx, quiz: int) -> list[int]:
    """The numbers of the questions that can be drawn."""
    return [row.id for row in tx.all(f"SELECT id FROM quiz_question WHERE {_BANK} ORDER BY id", quiz=quiz)]


def copy(tx: Tx, quiz: int, to: int, maker: int, now: int) -> None:
    """The questions that can be drawn stand in the bank of another quiz as well."""
    for row in tx.all(f"SELECT {_COLUMNS} FROM quiz_question WHERE {_BANK} ORDER BY id", quiz=quiz):
        add(tx, to, _question(row).wording, maker, now)


def texts(tx: Tx, quiz: int) -> list[str]:
    """How the questions that can be drawn are worded."""
    return [row.text for row in tx.all(f"SELECT text FROM quiz_question WHERE {_BANK} ORDER BY id", quiz=quiz)]


def _forget_shown(tx: Tx, before: int) -> None:
    rows = tx.all("SELECT id FROM quiz_batch WHERE state = 'shown' AND given_at < :before", before=before)
    for row in rows:
        drop(tx, row.id)


PURGE = (Purge(_forget_shown, DAY_S),)

OWN = (
    Own("quiz_batch", "given_by", fate=STAYS),
    Own("quiz_question", "made_by", fate=STAYS),
)
