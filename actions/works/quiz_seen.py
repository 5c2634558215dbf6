"""A quiz as a member sees it: their own part in it, and what there is to read before it."""

from msgspec import Struct

from actions.works import quiz_material
from actions.works.quiz_material import MaterialShown
from rules.occasion import DAY_S, Occasion
from rules.pages import Page, page_of
from rules.people import MODERATING, Member
from rules.works.quiz import Quiz, QuizTerms, QuizUnknown, Tries, tries_left
from rules.works.quiz_material import Material
from storage import members
from storage.engine.tx import Tx
from storage.works import quiz_attempts, quiz_questions, quizzes

A_PAGE = 6


class QuizSeen(Struct, frozen=True):
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


class MyQuizzes(Struct, frozen=True):
    """One page of the quizzes that a member may take, goes on with or has passed."""

    quizzes: tuple[QuizSeen, ...]
    page: Page


def listed(tx: Tx, member: Member, page: int, occasion: Occasion) -> MyQuizzes:
    """That page of what the member may take, goes on with or has passed, the newest first."""
    here = page_of(page, quizzes.count_running(tx, occasion.now, member.id), A_PAGE)
    found = quizzes.running(tx, occasion.now, member.id, A_PAGE, here.before)
    return MyQuizzes(tuple(seen(tx, quiz, member, occasion) for quiz in found), here)


def see(tx: Tx, number: int, member: Member, occasion: Occasion) -> QuizSeen:
    """A quiz with the member's own part in it. Raises QuizUnknown."""
    return seen(tx, published(tx, number), member, occasion)


def seen(tx: Tx, quiz: Quiz, member: Member, occasion: Occasion) -> QuizSeen:
    """That quiz with the member's own part in it."""
    knows = knows_answers(tx, member)
    running = None if knows else quiz_attempts.running(tx, quiz.id, member.id)
    asked = quiz_attempts.next_asked(tx, running.id) if running else None
    passed = quiz_attempts.passed(tx, quiz.id, member.id)
    tries = tries_of(tx, quiz, member, occasion)
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
    return quiz_material.show(tx, number, published(tx, number).terms, occasion)


def published(tx: Tx, number: int) -> Quiz:
    """That quiz, which members may know. Raises QuizUnknown."""
    quiz = quizzes.get(tx, number)
    if quiz is None or quiz.published_at is None:
        raise QuizUnknown(number)
    return quiz


def tries_of(tx: Tx, quiz: Quiz, member: Member, occasion: Occasion) -> Tries:
    """How many they have at this moment."""
    since = occasion.now - quiz.terms.days * DAY_S
    return tries_left(quiz_attempts.began_since(tx, quiz.id, member.id, since), quiz.terms, occasion.now)


def knows_answers(tx: Tx, member: Member) -> bool:
    """Whether they can look into the bank."""
    return bool(members.roles(tx, member.id) & MODERATING)
