"""Making a quiz: prepared by form, changed, published once its bank has enough questions, and closed."""

from msgspec import Struct

from actions.works import quiz_material
from rules.occasion import Occasion
from rules.people import Member
from rules.values import replace
from rules.works.quiz import Quiz, QuizOver, QuizPublished, QuizShort, QuizTerms, QuizUnknown
from rules.works.quiz_form import changed
from rules.works.quiz_material import Material
from storage import audits
from storage.engine.tx import Tx
from storage.works import quiz_attempts, quiz_questions, quizzes


class QuizCard(Struct, frozen=True):
    """A quiz as staff see it: how many questions its bank has, how many people have begun and passed it; its
    `material` as far as it is valid now.
    """

    id: int
    terms: QuizTerms
    has: int
    began: int
    passed: int
    open: bool
    prepared: bool
    material: Material | None = None

    @property
    def enough(self) -> bool:
        """Whether there are as many questions as it asks."""
        return self.has >= self.terms.asks


def known(tx: Tx, number: int) -> Quiz:
    """The quiz of that number, also one that is being prepared. Raises QuizUnknown."""
    quiz = quizzes.get(tx, number)
    if quiz is None:
        raise QuizUnknown(number)
    return quiz


def card(tx: Tx, number: int, occasion: Occasion) -> QuizCard:
    """The quiz with what became of it. Raises QuizUnknown."""
    quiz = known(tx, number)
    began, passed = quiz_attempts.how_many(tx, number)
    has = quiz_questions.count(tx, number)
    material = quiz_material.of(tx, quiz.terms, occasion)
    return QuizCard(number, quiz.terms, has, began, passed, quiz.is_open(occasion.now), quiz.prepared, material)


def prepare(tx: Tx, terms: QuizTerms, staff: Member, occasion: Occasion) -> QuizCard:
    """A quiz whose bank is empty, and which nobody sees yet."""
    quiz = quizzes.add(tx, terms, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "quiz.prepare", quiz=quiz.id, title=terms.title)
    return card(tx, quiz.id, occasion)


def again(tx: Tx, number: int, staff: Member, occasion: Occasion) -> QuizCard:
    """Another quiz like that one, without its end, and with the questions of its bank; nobody sees it yet. Raises QuizUnknown."""
    made = prepare(tx, replace(known(tx, number).terms, until=None), staff, occasion)
    quiz_questions.copy(tx, number, made.id, staff.id, occasion.now)
    return card(tx, made.id, occasion)


def change(tx: Tx, number: int, terms: QuizTerms, staff: Member, occasion: Occasion) -> QuizCard:
    """It asks for that from now on; what was begun goes on as it began. Raises QuizUnknown, QuizOver."""
    quiz = not_closed(tx, number)
    if differ := changed(quiz.terms, terms):
        quizzes.change(tx, number, terms)
        audits.record(tx, occasion.now, staff.id, "quiz.change", quiz=number, changed=" ".join(differ))
    return card(tx, number, occasion)


def not_closed(tx: Tx, number: int) -> Quiz:
    """The quiz, unless staff closed it. Raises QuizUnknown, QuizOver."""
    quiz = known(tx, number)
    if quiz.closed_at is not None:
        raise QuizOver(quiz.terms.title)
    return quiz


def publishable(tx: Tx, number: int, occasion: Occasion) -> QuizCard:
    """The quiz, if it can be published now. Raises QuizUnknown, QuizOver, QuizPublished, QuizShort."""
    quiz = not_closed(tx, number)
    if quiz.published_at is not None:
        raise QuizPublished(number, quiz.terms.title)
    shown = card(tx, number, occasion)
    if not shown.enough:
        raise QuizShort(quiz.terms.title, quiz.terms.asks, shown.has)
    return shown


def publish(tx: Tx, number: int, staff: Member, occasion: Occasion) -> QuizCard:
    """Members may take it from now on. Raises QuizUnknown, QuizOver, QuizPublished, QuizShort."""
    shown = publishable(tx, number, occasion)
    published = quizzes.publish(tx, number, occasion.now)
    assert published, number
    audits.record(tx, occasion.now, staff.id, "quiz.publish", quiz=number, title=shown.terms.title)
    return card(tx, number, occasion)


def close(tx: Tx, number: int, staff: Member, occasion: Occasion) -> QuizCard:
    """Nobody begins it any more; whoever has begun goes on, and what was passed stays. Raises QuizUnknown, QuizOver."""
    quiz = not_closed(tx, number)
    quizzes.close(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "quiz.close", quiz=number, title=quiz.terms.title)
    return card(tx, number, occasion)
