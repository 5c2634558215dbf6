"""Quizzes as sheets: who passed, without a word of what they answered; and questions, without a name."""

from collections.abc import Iterator
from datetime import date

from rules.programme.programme import Programme
from rules.sheets import Cell, Cells, Column, beside, moment
from storage.declarations import SheetSource
from storage.engine.tx import Tx


def _attempts(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT quiz_attempt.id, began_at, telegram_id, name, quiz_attempt.quiz AS quiz_id, title, ended_at,
        CASE WHEN ended_at IS NULL THEN 'running' WHEN taken_back_at IS NOT NULL THEN 'taken_back' WHEN passed = 1 THEN 'passed'
        ELSE 'failed' END AS state FROM quiz_attempt
        JOIN member ON member.id = quiz_attempt.member JOIN quiz ON quiz.id = quiz_attempt.quiz ORDER BY quiz_attempt.id
        """
    )
    yield from map(tuple, rows)


def _questions(tx: Tx, programme: Programme, day: date) -> Iterator[tuple[Cell, ...]]:
    rows = tx.each(
        """
        SELECT quiz_question.id, quiz_question.quiz AS quiz_id, quiz.title, quiz_question.text,
        (SELECT count(*) FROM quiz_asked WHERE question = quiz_question.id AND choice IS NOT NULL) AS answered,
        (SELECT count(*) FROM quiz_asked WHERE question = quiz_question.id AND choice = quiz_question.answer) AS hits,
        withdrawn_at FROM quiz_question JOIN quiz ON quiz.id = quiz_question.quiz WHERE waits = 0 ORDER BY quiz_question.id
        """
    )
    yield from map(tuple, rows)


SHEETS = (
    SheetSource(
        "quizzes",
        (
            Column("id"),
            moment("began_at"),
            Column("telegram_id"),
            beside("name"),
            Column("quiz_id"),
            beside("title"),
            moment("ended_at"),
            Column("state", Cells.WORD, "export/quiz_"),
        ),
        _attempts,
    ),
    SheetSource(
        "quiz_questions",
        (
            Column("id"),
            Column("quiz_id"),
            beside("title"),
            Column("text"),
            Column("answered"),
            Column("right"),
            moment("withdrawn_at"),
        ),
        _questions,
    ),
)
