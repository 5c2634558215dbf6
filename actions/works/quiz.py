"""Taking a quiz: begun once at a time, answered question by question, paid once when it is passed."""

from msgspec import Struct

from actions.ledger import paying
from actions.works.quiz_seen import knows_answers, published, tries_of
from rules.occasion import Occasion
from rules.people import Member
from rules.programme.conditions import Source
from rules.refusals import ButtonGone, NotYourButton
from rules.values import spread
from rules.works.certificate import Certificate, certificate
from rules.works.quiz import (
    Attempt,
    BankQuestion,
    KnowsTheAnswers,
    QuestionAnswered,
    Quiz,
    QuizOver,
    QuizPassedBefore,
    QuizShort,
    TriesUsedUp,
)
from rules.works.quiz_draw import drawn, order, seed_of
from storage import outcomes, touched
from storage.engine.tx import Tx
from storage.works import quiz_attempts, quiz_questions

RULE = "quiz"
# For how long whoever was asked something has it before them, and may mean it by what they write.
BEFORE_THEM_S = 1800


class QuestionPut(Struct, frozen=True):
    """A question as it is asked, its options in the order of this try."""

    attempt: int
    title: str
    place: int
    asks: int
    text: str
    options: tuple[str, ...]


class Explained(Struct, frozen=True):
    """What was answered, what is right, and why."""

    title: str
    place: int
    asks: int
    text: str
    chosen: str
    answer: str
    right: bool
    why: str


class QuizEnded(Struct, frozen=True):
    """The last question is answered: so many are right; what it paid, or when there is another try.

    `certificate` is what theirs is good for, where they have one by it.
    """

    quiz: int
    title: str
    asks: int
    needs: int
    correct: int
    passed: bool
    points: int
    free: int
    certificate: Certificate | None
    left: int
    again_at: int | None


class QuizAnswered(Struct, frozen=True):
    """An answer was taken: what is said of it, and what follows, a question or the end."""

    explained: Explained
    following: QuestionPut | None
    ended: QuizEnded | None


def begin(tx: Tx, number: int, member: Member, occasion: Occasion) -> QuestionPut:
    """The question at which the member's try stands, or the first one of a new try.

    Raises QuizUnknown, QuizOver, QuizShort, QuizPassedBefore, TriesUsedUp, KnowsTheAnswers.
    """
    quiz = published(tx, number)
    running = quiz_attempts.running(tx, number, member.id)
    if running is not None:
        _require_ignorance(tx, member)
        return _next(tx, running, quiz.terms.title)
    _require_free(tx, quiz, member, occasion)
    seed = seed_of(number, member.id, occasion.now)
    questions = drawn(seed, quiz_questions.numbers(tx, number), quiz.terms.asks)
    attempt = quiz_attempts.add(tx, quiz, member.id, seed, questions, occasion.now)
    return _next(tx, _attempt(tx, attempt), quiz.terms.title)


def waiting(tx: Tx, member: Member, occasion: Occasion) -> QuestionPut | None:
    """The question at which the member has just stopped, while they still have it before them."""
    running = None if knows_answers(tx, member) else quiz_attempts.lately(tx, member.id, occasion.now - BEFORE_THEM_S)
    return _next(tx, running, published(tx, running.quiz).terms.title) if running else None


def answer(tx: Tx, attempt: int, place: int, shown: int, member: Member, occasion: Occasion) -> QuizAnswered:
    """Take the option that stands in that place of the order shown.

    Raises NotYourButton, KnowsTheAnswers (somebody may come to see the bank in the middle of a try), QuestionAnswered,
    ButtonGone.
    """
    running = _attempt(tx, attempt)
    if running.member != member.id:
        raise NotYourButton
    _require_ignorance(tx, member)
    asked = quiz_attempts.asked(tx, attempt, place)
    if asked is None:
        raise ButtonGone
    question = _question(tx, asked.question)
    choice = _option(running, question, shown)
    if not quiz_attempts.answer(tx, attempt, place, choice, occasion.now):
        raise QuestionAnswered
    quiz = published(tx, running.quiz)
    explained = _explained(running, quiz, place, question, choice)
    if quiz_attempts.next_asked(tx, attempt) is not None:
        return QuizAnswered(explained, _next(tx, running, quiz.terms.title), None)
    return QuizAnswered(explained, None, _end(tx, running, quiz, member, occasion))


def _require_free(tx: Tx, quiz: Quiz, member: Member, occasion: Occasion) -> None:
    terms = quiz.terms
    passed = quiz_attempts.passed(tx, quiz.id, member.id)
    if passed is not None:
        raise QuizPassedBefore(terms.title, passed.ended_at or passed.began_at)
    if not quiz.is_open(occasion.now):
        raise QuizOver(terms.title)
    _require_ignorance(tx, member)
    if (has := quiz_questions.count(tx, quiz.id)) < terms.asks:
        raise QuizShort(terms.title, terms.asks, has)
    tries = tries_of(tx, quiz, member, occasion)
    if tries.again_at is not None:
        raise TriesUsedUp(terms.title, terms.tries, terms.days, tries.again_at)


def _require_ignorance(tx: Tx, member: Member) -> None:
    if knows_answers(tx, member):
        raise KnowsTheAnswers


def _attempt(tx: Tx, number: int) -> Attempt:
    found = quiz_attempts.get(tx, number)
    if found is None:
        raise ButtonGone
    return found


def _question(tx: Tx, number: int) -> BankQuestion:
    found = quiz_questions.get(tx, number)
    assert found is not None, number
    return found


def _next(tx: Tx, attempt: Attempt, title: str) -> QuestionPut:
    asked = quiz_attempts.next_asked(tx, attempt.id)
    assert asked is not None, attempt
    question = _question(tx, asked.question)
    options = question.wording.options
    shown = tuple(options[place] for place in order(attempt.seed, question.id, len(options)))
    return QuestionPut(attempt.id, title, asked.place, attempt.asks, question.wording.text, shown)


def _option(attempt: Attempt, question: BankQuestion, shown: int) -> int:
    """The place in the bank of the option that stands there in the order shown. Raises ButtonGone."""
    places = order(attempt.seed, question.id, len(question.wording.options))
    if not 0 <= shown < len(places):
        raise ButtonGone
    return places[shown]


def _explained(attempt: Attempt, quiz: Quiz, place: int, question: BankQuestion, choice: int) -> Explained:
    wording = question.wording
    return Explained(
        quiz.terms.title,
        place,
        attempt.asks,
        wording.text,
        wording.options[choice],
        wording.right,
        choice == wording.answer,
        wording.why,
    )


def _end(tx: Tx, attempt: Attempt, quiz: Quiz, member: Member, occasion: Occasion) -> QuizEnded:
    """Count the right answers; enough of them are paid, once for each quiz."""
    correct = quiz_attempts.score(tx, attempt.id)
    passed = correct >= attempt.needs
    quiz_attempts.end(tx, attempt.id, correct, passed, occasion.now)
    points, free = _pay(tx, attempt, member, occasion) if passed else (0, 0)
    tries, terms = tries_of(tx, quiz, member, occasion), quiz.terms
    left = (tries.left, tries.again_at)
    theirs = certificate(occasion.programme) if passed and terms.certifies else None
    done = (passed, points, free, theirs)
    ended = QuizEnded(quiz.id, terms.title, attempt.asks, attempt.needs, correct, *done, *left)
    if not passed:
        outcomes.note(tx, member.id, occasion, RULE, "quiz/not_passed", tries.again_at, spread(ended))
    return ended


def _pay(tx: Tx, attempt: Attempt, member: Member, occasion: Occasion) -> tuple[int, int]:
    """What passing pays, and what one can spend then."""
    payment = paying.give(tx, member, RULE, attempt.quiz, occasion, points=attempt.points)
    quiz_attempts.pay(tx, attempt.id, payment.entry)
    touched.mark(tx, Source.QUIZZES, member.id)
    return payment.points, payment.free
