"""Whether what is remembered of quizzes agrees with the ledger, and with the answers."""

from actions.ledger import audit_rows
from actions.ledger.audit_books import Books
from actions.ledger.audit_rows import Paid, owned
from rules.programme.programme import Programme
from rules.works.quiz import Attempt
from storage.engine.tx import Tx
from storage.works import quiz_attempts

RULE = "quiz"


def _attempts(tx: Tx, books: Books, programme: Programme) -> None:
    for attempt in quiz_attempts.everything(tx):
        if attempt.ended_at is not None:
            _counted(tx, books, attempt)
        if attempt.passed:
            paid = Paid(RULE, attempt.member, attempt.points)
            row = ("quiz_attempt", str(attempt.id))
            audit_rows.compare(tx, books, row, attempt.entry, paid, stands=attempt.taken_back_at is None)


def _counted(tx: Tx, books: Books, attempt: Attempt) -> None:
    row = ("quiz_attempt", attempt.id)
    correct = quiz_attempts.score(tx, attempt.id)
    books.differ(*row, "correct", correct, attempt.correct)
    books.differ(*row, "passed", correct >= attempt.needs, attempt.passed)


AUDIT = (_attempts, owned(RULE, quiz_attempts.strays))
