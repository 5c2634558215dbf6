"""A table of questions as staff send it: as a file, or pasted; looked at before it counts."""

from msgspec import Struct

from actions.works import quizbank as actions
from actions.works.quizbank import TableShown
from handlers.call import Call
from handlers.effects import Button, Keyboard, Reply
from handlers.tables import tabled
from messages.vocabulary import vocabulary
from rules.works.quiz_table import OPTIONS, Headings, QuestionMistake, QuestionsRead, is_table
from storage.engine.tx import Tx

TOLD = 12


class QuestionsMistaken(Struct, frozen=True):
    """The first mistakes of a table, and how many there are in all; none where it holds no question."""

    mistakes: tuple[QuestionMistake, ...]
    total: int


def table_of(call: Call) -> str | None:
    """What was sent, if it is a table; a file always is meant as one. Raises TableUnread."""
    media = call.message.media if call.message else None
    given = tabled(call, call.words)
    return given if media is not None or is_table(given, headings(call)) else None


def headings(call: Call) -> Headings:
    """What the columns may be called."""
    names = vocabulary("quizbank", call.member.locale).names
    return {name: names[name] for name in ("text", *OPTIONS, "answer", "why")}


def mistaken(read: QuestionsRead) -> QuestionsMistaken:
    """What is wrong with the table, the first of it."""
    return QuestionsMistaken(read.mistakes[:TOLD], len(read.mistakes))


def looked_at(call: Call, tx: Tx, quiz: int, read: QuestionsRead) -> Reply:
    """The table as it would be taken in."""
    shown = actions.show(tx, quiz, read, call.member, call.occasion)
    return Reply("quizbank/shown", shown, buttons=_decide(shown))


def _decide(shown: TableShown) -> Keyboard:
    data = {"quiz": shown.quiz, "batch": shown.batch}
    if not shown.new:
        return ((Button("quizbank/card", "quizbank.card", {"quiz": shown.quiz}, once=False),),)
    return (
        (Button("quizbank/take_in", "quizbank.take_in", data, shown, style="success"),),
        (Button("quizbank/drop", "quizbank.drop", data),),
    )
