"""What the messages about making quizzes and their banks speak about, for staff."""

from actions.works.quizbank import (
    AllQuizzes,
    BankPage,
    OptionSeen,
    QuestionSeen,
    QuizLine,
    TableShown,
    TableTaken,
)
from handlers.works.newquiz import QuizChanged, QuizPreview
from handlers.works.quiz_table import QuestionsMistaken
from rules.audience import Reader
from rules.pages import Page
from rules.reading.amending import Overtaken
from rules.reading.forms import Filled
from rules.values import replace
from rules.works.quiz import QuestionWording
from rules.works.quiz_table import QuestionFlaw, QuestionMistake
from storage.works.quiz_figures import QuestionFigures
from tests.messages.samples.quiz import CARD, NOTE, PAGE, PREPARED

FIRST = QuestionWording("胎压多久看一次？", ("每月", "每年"), 0, "天冷气压会掉。")
LAST = QuestionWording("落锁后车灯闪几下 <?>", ("一下", "两下", "三下"), 1)
SHOWN = TableShown(3, 7, "冬季用车 <一>", 48, FIRST, LAST, (7, 12), (), 2, 30)
TAKEN = TableTaken(3, "冬季用车 <一>", 48, 78, 10, prepared=True)
SEEN = QuestionSeen(
    21,
    3,
    "冬季用车 <一>",
    FIRST,
    (OptionSeen("每月", True, 4), OptionSeen("每年", False, 8)),
    12,
    4,
    withdrawn=False,
)
NEW = replace(SEEN, options=(OptionSeen("每月", True, None), OptionSeen("每年", False, None)), answered=0, right=0)
BANK = BankPage(
    3,
    "冬季用车 <一>",
    False,
    (QuestionFigures(21, "胎压多久看一次？", 12, 4), QuestionFigures(22, "落锁后车灯闪几下 <?>", 0, 0)),
    Page(1, 2, 9, 0),
)
LINE = QuizLine(3, "冬季用车 <一>", 48, 10, open=True, prepared=False)


def _mistake(flaw: QuestionFlaw) -> QuestionMistake:
    return QuestionMistake(7, flaw, "F", "答案", "E", ("A", "B"), 300)


EVERY_FLAW = tuple(map(_mistake, QuestionFlaw))
WHOLE_LINE = tuple(QuestionMistake(9, flaw) for flaw in (QuestionFlaw.FEW, QuestionFlaw.TWICE, QuestionFlaw.EMPTY))

SAMPLES: dict[str, object] = {
    "newquiz/form": None,
    "newquiz/form_again": Filled("标题: 冬季用车 <一>\n积分: 20"),
    "newquiz/prepared": PREPARED,
    "newquiz/changed": QuizChanged(CARD, ()),
    "newquiz/preview": QuizPreview(CARD, (Reader(1, "星途车友会", "zh", True), Reader(2, "星途成都", "zh", False))),
    "newquiz/published": CARD,
    "newquiz/otherwise": None,
    "newquiz/close_surely": CARD,
    "newquiz/closed": CARD,
    "quizbank/card": CARD,
    "quizbank/every": AllQuizzes(
        (LINE, replace(LINE, id=2, open=False), replace(LINE, id=4, has=6, open=False, prepared=True)),
        Page(1, 2, 11, 0),
    ),
    "quizbank/ask": CARD,
    "quizbank/mistaken": QuestionsMistaken(EVERY_FLAW, 11),
    "quizbank/shown": SHOWN,
    "quizbank/taken": TAKEN,
    "quizbank/dropped": None,
    "quizbank/questions": BANK,
    "quizbank/question": SEEN,
    "quizbank/added": NEW,
    "quizbank/reworded": NEW,
    "quizbank/withdraw_surely": SEEN,
    "quizbank/withdrawn": replace(CARD, has=47),
}
LABELS: dict[str, object] = {
    "quizbank/questions": CARD,
    "quizbank/take_in": SHOWN,
    "quizbank/one": LINE,
    "quizbank/question": QuestionFigures(21, "胎压多久看一次？", 12, 4),
}
MORE: dict[str, object] = {
    "quizbank/card · with material": replace(CARD, terms=replace(CARD.terms, note=7), material=NOTE),
    "quizbank/card · whose material is out of date": replace(CARD, terms=replace(CARD.terms, note=7), material=PAGE),
    "newquiz/prepared · enough questions": replace(PREPARED, has=10),
    "newquiz/changed · somebody else had changed it": QuizChanged(CARD, (Overtaken("积分", "20", "30", "40"),)),
    "newquiz/close_surely · being prepared": PREPARED,
    "newquiz/close_surely · being prepared, empty": replace(PREPARED, has=0),
    "newquiz/closed · nobody passed": replace(CARD, passed=0),
    "quizbank/card · over": replace(CARD, open=False),
    "quizbank/card · too few questions": replace(CARD, has=6),
    "quizbank/every · none": AllQuizzes((), Page(1, 1, 0, 0)),
    "quizbank/mistaken · whole lines": QuestionsMistaken(WHOLE_LINE, 3),
    "quizbank/mistaken · more than are shown": QuestionsMistaken(EVERY_FLAW[2:3], 20),
    "quizbank/mistaken · no question": QuestionsMistaken((), 0),
    "quizbank/shown · a single one": replace(SHOWN, new=1, last=FIRST, doubles=(), known=0),
    "quizbank/shown · many doubles": replace(SHOWN, doubles=tuple(range(7, 19))),
    "quizbank/shown · another answer": replace(SHOWN, doubles=(), differing=(9,)),
    "quizbank/shown · many other answers": replace(SHOWN, doubles=(), differing=tuple(range(7, 19))),
    "quizbank/shown · nothing new": replace(SHOWN, new=0, first=None, last=None, doubles=(), known=2),
    "quizbank/taken · still too few": replace(TAKEN, has=6),
    "quizbank/taken · published": replace(TAKEN, prepared=False),
    "quizbank/questions · the hardest, one page": replace(BANK, hardest=True, page=Page(1, 1, 2, 0)),
    "quizbank/questions · none": replace(BANK, questions=(), page=Page(1, 1, 0, 0)),
    "quizbank/question · not answered, withdrawn": replace(NEW, withdrawn=True, wording=replace(FIRST, why="")),
    "quizbank/question · few answers": replace(NEW, answered=3, right=2),
    "quizbank/question · mostly right": replace(SEEN, right=11),
    "quizbank/added · without an explanation": replace(NEW, wording=LAST),
    "quizbank/withdrawn · too few left": replace(CARD, has=9),
}
