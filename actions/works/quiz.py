"""Taking a quiz: begun once at a time, answered question by question, paid once when it is passed."""

from dataclasses import asdict, dataclass

from actions.ledger import paying
from actions.works import quiz_material
from actions.works.quiz_material import MaterialShown
from rules.occasion import DAY_S, Occasion
from rules.pages import Page, page_of
from rules.people import MODERATING, Member
from rules.programme.conditions import Source
from rules.refusals import ButtonGone, NotYourButton
from rules.works.quiz import (
    Attempt,
    BankQuestion,
    KnowsTheAnswers,
    QuestionAnswered,
    Quiz,
    QuizOver,
    QuizPassedBefore,
    QuizShort,
    QuizTerms,
    QuizUnknown,
    Tries,
    TriesUsedUp,
    tries_left,
)
from rules.works.quiz_draw import drawn, order, seed_of
from rules.works.quiz_material import Material
from storage import members, outcomes, touched
from storage.engine.tx import Tx
from storage.works import quiz_attempts, quiz_questions, quizzes

RULE = "quiz"
A_PAGE = 6
# For how long whoever was asked something has it before them, and may mean it by what they write.
BEFORE_THEM_S = 1800


@dataclass(frozen=True, slots=True)
class QuizSeen:
    """A quiz as a member sees it.

    `place` is the question at which their try stands, of `of`, where one is running; `passed_at` when they passed it;
    `left` how many tries they have, with none until `again_at` (UTC seconds). `short`: its bank has too few questions.
    `knows`: they can look into the bank, and can't begin. `material` is what there is to read before it.
    """

    id: int
    terms: QuizTerms
    open: bool
    short: bool
    place: int | None
    of: int
    passed_at: int | None
    left: int
    again_at: int | None
    knows: bool
    material: Material | None = None


@dataclass(frozen=True, slots=True)
class MyQuizzes:
    """One page of the quizzes that a member may take, goes on with or has passed."""

    quizzes: tuple[QuizSeen, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """A question as it is asked, its options in the order of this try."""

    attempt: int
    title: str
    place: int
    asks: int
    text: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What was answered, what is right, and why."""

    title: str
    place: int
    asks: int
    text: str
    chosen: str
    answer: str
    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class QuizEnded:
    """The last question is answered: so many are right; what it paid, or when there is another try."""

    quiz: int
    title: str
    asks: int
    needs: int
    correct: int
    passed: bool
    points: int
    free: int
    certifies: bool
    left: int
    again_at: int | None


@dataclass(frozen=True, slots=True)
class QuizAnswered:
    """An answer was taken: what is said of it, and what follows, a question or the end."""

    explained: Explained
    following: QuestionPut | None
    ended: QuizEnded | None


def listed(tx: Tx, member: Member, page: int, occasion: Occasion) -> MyQuizzes:
    """That page of what the member may take, goes on with or has passed, the newest first."""
    here = page_of(page, quizzes.count_running(tx, occasion.now, member.id), A_PAGE)
    found = quizzes.running(tx, occasion.now, member.id, A_PAGE, here.before)
    return MyQuizzes(tuple(seen(tx, quiz, member, occasion) for quiz in found), here)


def see(tx: Tx, number: int, member: Member, occasion: Occasion) -> QuizSeen:
    """A quiz with the member's own part in it. Raises QuizUnknown."""
    return seen(tx, _published(tx, number), member, occasion)


def seen(tx: Tx, quiz: Quiz, member: Member, occasion: Occasion) -> QuizSeen:
    """That quiz with the member's own part in it."""
    knows = _knows(tx, member)
    running = None if knows else quiz_attempts.running(tx, quiz.id, member.id)
    asked = quiz_attempts.next_asked(tx, running.id) if running else None
    passed = quiz_attempts.passed(tx, quiz.id, member.id)
    tries = _tries(tx, quiz, member, occasion)
    return QuizSeen(
        id=quiz.id,
        terms=quiz.terms,
        open=quiz.is_open(occasion.now),
        short=quiz_questions.count(tx, quiz.id) < quiz.terms.asks,
        place=asked.place if asked else None,
        of=running.asks if running else quiz.terms.asks,
        passed_at=passed.ended_at if passed else None,
        left=tries.left,
        again_at=tries.again_at,
        knows=knows,
        material=quiz_material.of(tx, quiz.terms, occasion),
    )


def material(tx: Tx, number: int, occasion: Occasion) -> MaterialShown:
    """What there is to read before that quiz. Raises QuizUnknown, MaterialGone."""
    return quiz_material.show(tx, number, _published(tx, number).terms, occasion)


def begin(tx: Tx, number: int, member: Member, occasion: Occasion) -> QuestionPut:
    """The question at which the member's try stands, or the first one of a new try.

    Raises QuizUnknown, QuizOver, QuizShort, QuizPassedBefore, TriesUsedUp, KnowsTheAnswers.
    """
    quiz = _published(tx, number)
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
    running = None if _knows(tx, member) else quiz_attempts.lately(tx, member.id, occasion.now - BEFORE_THEM_S)
    return _next(tx, running, _published(tx, running.quiz).terms.title) if running else None


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
    quiz = _published(tx, running.quiz)
    explained = _explained(running, quiz, place, question, choice)
    if quiz_attempts.next_asked(tx, attempt) is not None:
        return QuizAnswered(explained, _next(tx, running, quiz.terms.title), None)
    return QuizAnswered(explained, None, _end(tx, running, quiz, member, occasion))


def _published(tx: Tx, number: int) -> Quiz:
    quiz = quizzes.get(tx, number)
    if quiz is None or quiz.published_at is None:
        raise QuizUnknown(number)
    return quiz


def _tries(tx: Tx, quiz: Quiz, member: Member, occasion: Occasion) -> Tries:
    since = occasion.now - quiz.terms.days * DAY_S
    return tries_left(quiz_attempts.began_since(tx, quiz.id, member.id, since), quiz.terms, occasion.now)


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
    tries = _tries(tx, quiz, member, occasion)
    if tries.again_at is not None:
        raise TriesUsedUp(terms.title, terms.tries, terms.days, tries.again_at)


def _knows(tx: Tx, member: Member) -> bool:
    """Whether they can look into the bank."""
    return bool(members.roles(tx, member.id) & MODERATING)


def _require_ignorance(tx: Tx, member: Member) -> None:
    if _knows(tx, member):
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
    tries, terms = _tries(tx, quiz, member, occasion), quiz.terms
    left = (tries.left, tries.again_at)
    done = (passed, points, free, terms.certifies)
    ended = QuizEnded(quiz.id, terms.title, attempt.asks, attempt.needs, correct, *done, *left)
    if not passed:
        outcomes.note(tx, member.id, occasion, RULE, "quiz/not_passed", tries.again_at, asdict(ended))
    return ended


def _pay(tx: Tx, attempt: Attempt, member: Member, occasion: Occasion) -> tuple[int, int]:
    """What passing pays, and what one can spend then."""
    payment = paying.give(tx, member, RULE, attempt.quiz, occasion, points=attempt.points)
    quiz_attempts.pay(tx, attempt.id, payment.entry)
    touched.mark(tx, Source.QUIZZES, member.id)
    return payment.points, payment.free
