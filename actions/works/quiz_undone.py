"""A passed quiz whose points are taken back, or given again: the pass, and the certificate with it, goes and comes along."""

from actions.ledger.reversals import Unwinding, quietly
from rules.ledger.ledger import Entry
from rules.ledger.reversals import Aftermath, Also, EarnedAgain
from rules.occasion import Occasion
from rules.programme.conditions import Source
from rules.works.quiz import Attempt
from storage import members, touched
from storage.engine.tx import Tx
from storage.works import quiz_attempts


def withdraw(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is passed no longer; the tries that were used stay used, and it may be passed anew."""
    attempt = quiz_attempts.of_entry(tx, entry.id)
    if attempt is None or not attempt.stands:
        return ()
    return _put(tx, attempt, occasion.now, Aftermath.QUIZ_UNPASSED)


def reinstate(tx: Tx, entry: Entry, occasion: Occasion) -> tuple[Also, ...]:
    """It is passed after all. Raises EarnedAgain where it has been passed anew."""
    attempt = quiz_attempts.of_entry(tx, entry.id)
    if attempt is None or attempt.stands:
        return ()
    if quiz_attempts.passed(tx, attempt.quiz, attempt.member) is not None:
        raise EarnedAgain(entry.id)
    return _put(tx, attempt, None, Aftermath.QUIZ_PASSED_AGAIN)


def _put(tx: Tx, attempt: Attempt, taken_back_at: int | None, kind: Aftermath) -> tuple[Also, ...]:
    quiz_attempts.take_back(tx, attempt.id, taken_back_at)
    touched.mark(tx, Source.QUIZZES, attempt.member)
    return (Also(kind, members.get(tx, attempt.member).name, number=attempt.quiz),)


UNWINDING = {"quiz": Unwinding(take=quietly(withdraw), restore=quietly(reinstate))}
