"""The bank of a quiz: tables of questions looked at before they count, and questions added, changed, withdrawn one by one."""

from msgspec import Struct

from actions.works.newquiz import QuizCard, card, known, not_closed
from rules.occasion import Occasion
from rules.pages import Page, page_of
from rules.people import Member
from rules.works.quiz import MOST_QUESTIONS, TOLD_APART, BankFull, BankQuestion, QuestionsGone, QuestionWording
from rules.works.quiz_table import QuestionsRead, known_by
from storage import audits
from storage.engine.tx import Tx
from storage.works import quiz_figures, quiz_questions, quizzes
from storage.works.quiz_figures import QuestionFigures

A_PAGE = 8


class TableShown(Struct, frozen=True):
    """A table before it is taken in: how many questions are new, the first and the last of them, and what is left out.

    `doubles` are lines that ask the same as one above, `differing` those of them for which another answer is right; `known`
    the bank has already; it holds `has` questions now.
    """

    quiz: int
    batch: int
    title: str
    new: int
    first: QuestionWording | None
    last: QuestionWording | None
    doubles: tuple[int, ...]
    differing: tuple[int, ...]
    known: int
    has: int


class TableTaken(Struct, frozen=True):
    """So many questions belong to the bank now; it holds `has`, and the quiz asks so many."""

    quiz: int
    title: str
    added: int
    has: int
    asks: int
    prepared: bool


class BankPage(Struct, frozen=True):
    """One page of a bank, with how often each question was answered, and how often rightly."""

    quiz: int
    title: str
    hardest: bool
    questions: tuple[QuestionFigures, ...]
    page: Page


class OptionSeen(Struct, frozen=True):
    """An option, whether it is right, and how often it was chosen (None: too few answers to say)."""

    text: str
    right: bool
    chosen: int | None


class QuestionSeen(Struct, frozen=True):
    """A question of the bank as staff see it. `title` is of its quiz; `withdrawn`: it is drawn no more."""

    id: int
    quiz: int
    title: str
    wording: QuestionWording
    options: tuple[OptionSeen, ...]
    answered: int
    right: int
    withdrawn: bool


class QuizLine(Struct, frozen=True):
    """A quiz in the list of staff."""

    id: int
    title: str
    has: int
    asks: int
    open: bool
    prepared: bool


class AllQuizzes(Struct, frozen=True):
    """One page of all quizzes, the newest first."""

    quizzes: tuple[QuizLine, ...]
    page: Page


def every(tx: Tx, page: int, occasion: Occasion) -> AllQuizzes:
    """That page of the list of staff."""
    here = page_of(page, quizzes.count(tx), A_PAGE)
    cards = (card(tx, one.id, occasion) for one in quizzes.listed(tx, A_PAGE, here.before))
    return AllQuizzes(tuple(map(_line, cards)), here)


def show(tx: Tx, quiz: int, read: QuestionsRead, staff: Member, occasion: Occasion) -> TableShown:
    """Keep what was read until it is taken in, in place of an earlier table. Raises QuizUnknown, QuizOver, BankFull."""
    title = not_closed(tx, quiz).terms.title
    there = set(map(known_by, quiz_questions.texts(tx, quiz)))
    fresh = tuple(one for one in read.questions if known_by(one.text) not in there)
    require_room(tx, quiz, len(fresh))
    batch = quiz_questions.begin(tx, quiz, staff.id, occasion.now)
    new = quiz_questions.put(tx, quiz, batch, fresh, staff.id, occasion.now)
    first, last = (fresh[0], fresh[-1]) if fresh else (None, None)
    known = len(read.questions) - new
    return TableShown(quiz, batch, title, new, first, last, read.doubles, read.differing, known, len(there))


def require_room(tx: Tx, quiz: int, more: int) -> None:
    """Raise BankFull where the bank can't hold so many more."""
    has = quiz_questions.count(tx, quiz)
    if has + more > MOST_QUESTIONS:
        raise BankFull(has, MOST_QUESTIONS)


def take_in(tx: Tx, batch: int, quiz: int, staff: Member, occasion: Occasion) -> TableTaken:
    """Yes, these are right. Raises QuizUnknown, QuizOver, QuestionsGone, BankFull."""
    not_closed(tx, quiz)
    require_room(tx, quiz, quiz_questions.waiting(tx, batch))
    added = quiz_questions.take_in(tx, batch)
    if added is None:
        raise QuestionsGone
    audits.record(tx, occasion.now, staff.id, "quiz.questions", quiz=quiz, added=added)
    return _taken(card(tx, quiz, occasion), added)


def drop(tx: Tx, batch: int) -> None:
    """No, they are not. Raises QuestionsGone."""
    if not quiz_questions.drop(tx, batch):
        raise QuestionsGone


def add(tx: Tx, quiz: int, wording: QuestionWording, staff: Member, occasion: Occasion) -> QuestionSeen:
    """One question more. Raises QuizUnknown, QuizOver, BankFull."""
    not_closed(tx, quiz)
    require_room(tx, quiz, 1)
    number = quiz_questions.add(tx, quiz, wording, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "quiz.questions", quiz=quiz, added=1)
    return see(tx, number)


def standing(tx: Tx, number: int) -> BankQuestion:
    """The question, while it can be drawn. Raises QuestionsGone."""
    question = quiz_questions.get(tx, number)
    if question is None or question.withdrawn_at is not None:
        raise QuestionsGone
    return question


def reword(tx: Tx, number: int, wording: QuestionWording, staff: Member, occasion: Occasion) -> QuestionSeen:
    """Another question takes its place; tries that were asked the old one stay as they are. Raises QuestionsGone, QuizOver."""
    question = standing(tx, number)
    not_closed(tx, question.quiz)
    quiz_questions.withdraw(tx, number, occasion.now)
    after = quiz_questions.add(tx, question.quiz, wording, staff.id, occasion.now)
    audits.record(tx, occasion.now, staff.id, "quiz.question_changed", quiz=question.quiz, before=number, after=after)
    return see(tx, after)


def withdraw(tx: Tx, number: int, staff: Member, occasion: Occasion) -> QuizCard:
    """It is drawn no more; whoever is being asked it answers it still. Raises QuestionsGone."""
    question = standing(tx, number)
    quiz_questions.withdraw(tx, number, occasion.now)
    audits.record(tx, occasion.now, staff.id, "quiz.question_withdrawn", quiz=question.quiz, question=number)
    return card(tx, question.quiz, occasion)


def page(tx: Tx, quiz: int, number: int, *, hardest: bool) -> BankPage:
    """That page of the bank. Raises QuizUnknown."""
    title = known(tx, quiz).terms.title
    here = page_of(number, quiz_questions.count(tx, quiz), A_PAGE)
    return BankPage(quiz, title, hardest, tuple(quiz_figures.of_bank(tx, quiz, hardest, A_PAGE, here.before)), here)


def see(tx: Tx, number: int) -> QuestionSeen:
    """A question with its figures; which option was chosen how often is said of several answers only. Raises QuestionsGone."""
    question = quiz_questions.get(tx, number)
    if question is None:
        raise QuestionsGone
    chosen = quiz_figures.choices(tx, number)
    answered, wording = sum(chosen.values()), question.wording
    told = answered >= TOLD_APART
    options = tuple(
        OptionSeen(text, place == wording.answer, chosen.get(place, 0) if told else None)
        for place, text in enumerate(wording.options)
    )
    title = known(tx, question.quiz).terms.title
    right, withdrawn = chosen.get(wording.answer, 0), question.withdrawn_at is not None
    return QuestionSeen(number, question.quiz, title, wording, options, answered, right, withdrawn)


def _taken(shown: QuizCard, added: int) -> TableTaken:
    return TableTaken(shown.id, shown.terms.title, added, shown.has, shown.terms.asks, shown.prepared)


def _line(shown: QuizCard) -> QuizLine:
    return QuizLine(shown.id, shown.terms.title, shown.has, shown.terms.asks, shown.open, shown.prepared)
