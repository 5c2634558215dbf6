"""Quizzes, for members: the list with what one has done, and taking one, question by question in private."""

from msgspec import Struct

from actions.works import quiz as actions
from actions.works import quiz_seen
from actions.works.quiz import QuestionPut
from actions.works.quiz_seen import MyQuizzes, QuizSeen
from handlers.call import Call, ChatKind
from handlers.effects import Button, Edit, Effects, Keyboard, Link, Reply, Whisper
from handlers.pages import turning
from handlers.routes import Command, Observe, On, Press, Shelf, Start
from messages.vocabulary import meant
from rules.reading.numbers import reference
from rules.reading.rows import letter
from rules.reading.typed import bare
from rules.works.quiz_material import Material
from storage.engine.tx import Tx

ON_BUTTONS = 30
EVER_S = 3650 * 86_400


class OptionLabel(Struct, frozen=True):
    """What stands on the button of an option: itself, or the letter that stands before it."""

    words: str


def quizzes(call: Call, tx: Tx) -> Effects:
    """`/quiz`: all that one may take; with a number, that one."""
    number = reference(call.words)
    if number is None:
        shown = quiz_seen.listed(tx, call.member, 1, call.occasion)
        return Whisper("quiz/list", shown, buttons=_openings(call, shown))
    seen = quiz_seen.see(tx, number, call.member, call.occasion)
    return Whisper("quiz/detail", seen, buttons=_buttons(call, seen))


def started(call: Call, tx: Tx) -> Effects:
    """The deep link under an announcement, or in a group's list."""
    number = reference(call.words)
    if number is None:
        shown = quiz_seen.listed(tx, call.member, 1, call.occasion)
        return Reply("quiz/list", shown, buttons=_openings(call, shown))
    seen = quiz_seen.see(tx, number, call.member, call.occasion)
    return Reply("quiz/detail", seen, buttons=_buttons(call, seen))


def turned(call: Call, tx: Tx) -> Effects:
    """A page of the list."""
    shown = quiz_seen.listed(tx, call.member, call.data["page"], call.occasion)
    return Edit("quiz/list", shown, buttons=_openings(call, shown))


def opened(call: Call, tx: Tx) -> Effects:
    """A quiz chosen from the list."""
    seen = quiz_seen.see(tx, call.data["quiz"], call.member, call.occasion)
    return Edit("quiz/detail", seen, buttons=_buttons(call, seen))


def begin(call: Call, tx: Tx) -> Effects:
    """The first question, or the one at which it was left."""
    return _put(actions.begin(tx, call.data["quiz"], call.member, call.occasion))


def answer(call: Call, tx: Tx) -> Effects:
    """Explained where it was asked; below stands the next question, or how it ended."""
    data = call.data
    done = actions.answer(tx, data["attempt"], data["place"], data["shown"], call.member, call.occasion)
    explained = Edit("quiz/explained", done.explained)
    if done.following is not None:
        return [explained, _put(done.following)]
    assert done.ended is not None, done
    if done.ended.passed:
        return [explained, Reply("quiz/passed", done.ended)]
    again = _begin("quiz/again", done.ended.quiz) if done.ended.left else _list()
    reading = _reading(
        quiz_seen.see(tx, done.ended.quiz, call.member, call.occasion).material, done.ended.quiz, "reread"
    )
    return [explained, Reply("quiz/not_passed", done.ended, buttons=(*reading, (again,)))]


def material(call: Call, tx: Tx) -> Effects:
    """What there is to read before it, with the way to the questions below."""
    shown = quiz_seen.material(tx, call.data["quiz"], call.occasion)
    page = ((Link("quiz/page", url=shown.material.link),),) if shown.material.link else ()
    seen = quiz_seen.see(tx, shown.quiz, call.member, call.occasion)
    return Reply("quiz/material", shown, buttons=(*page, *_onward(seen)))


def written(call: Call, tx: Tx) -> Effects:
    """Words between two questions that lead nowhere else: the quiz waits, and asks once more."""
    said = call.message.text if call.message else ""
    if not bare(said) or meant("help", "talk", bare(said).rstrip("?")):
        return None
    question = actions.waiting(tx, call.member, call.occasion)
    return [Reply("quiz/waits"), _put(question)] if question else None


def _put(question: QuestionPut) -> Reply:
    """Which option is right stands on no button: each tells but its place in the order of this try."""
    letters = any(len(option) > ON_BUTTONS for option in question.options)
    data = {"attempt": question.attempt, "place": question.place}
    buttons = [
        Button(
            "quiz/option",
            "quiz.answer",
            {**data, "shown": shown},
            OptionLabel(letter(shown) if letters else option),
            lasts_s=EVER_S,
        )
        for shown, option in enumerate(question.options)
    ]
    rows: Keyboard = (buttons,) if letters else [(button,) for button in buttons]
    return Reply("quiz/lettered" if letters else "quiz/question", question, buttons=rows)


def _openings(call: Call, shown: MyQuizzes) -> Keyboard:
    if call.chat.kind is not ChatKind.PRIVATE:
        return [(Link("quiz/open", start=f"quiz-{one.id}", outcome=one),) for one in shown.quizzes]
    rows = [(Button("quiz/open", "quiz.open", {"quiz": one.id}, one, once=False),) for one in shown.quizzes]
    return (*rows, *turning(shown.page, "quiz.list"))


def _buttons(call: Call, seen: QuizSeen) -> Keyboard:
    """Begin or go on, as far as that is possible; in a group it leads to the private chat."""
    if call.chat.kind is not ChatKind.PRIVATE:
        return ((Link("quiz/take", start=f"quiz-{seen.id}"),),)
    reads = seen.place is None and seen.passed_at is None and seen.open
    reading = _reading(seen.material, seen.id, "material") if reads else ()
    return (*reading, *_onward(seen), (_list(),))


def _onward(seen: QuizSeen) -> Keyboard:
    if seen.place is not None:
        return ((_begin("quiz/go_on", seen.id, seen),),)
    may = seen.open and not seen.knows and not seen.short and seen.passed_at is None and seen.left
    return ((_begin("quiz/begin", seen.id),),) if may else ()


def _reading(found: Material | None, quiz: int, label: str) -> Keyboard:
    """A product note opens here, a page elsewhere at once."""
    if found is None:
        return ()
    if found.note is None:
        return ((Link(f"quiz/{label}", url=found.link),),)
    return ((Button(f"quiz/{label}", "quiz.material", {"quiz": quiz}, once=False),),)


def _begin(label: str, quiz: int, outcome: QuizSeen | None = None) -> Button:
    """Pressed once: twice in a row would show the same question twice."""
    return Button(label, "quiz.begin", {"quiz": quiz}, outcome, style="primary")


def _list() -> Button:
    return Button("quiz/list", "quiz.list", {"page": 1}, once=False)


ROUTES = (
    Command("quiz", quizzes, shelf=Shelf.CHALLENGES, place=47, fades=True),
    Start("quiz", started),
    Press("quiz.list", turned),
    Press("quiz.open", opened),
    Press("quiz.material", material),
    Press("quiz.begin", begin, covenant=True),
    Press("quiz.answer", answer, covenant=True, final=True),
    Observe(On.PRIVATE_TALK, "quiz_waits", written, turn=80),
)
