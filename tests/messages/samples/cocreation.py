"""What the messages about co-creation briefs speak about."""

from actions.teams.cocreation import AnswerAhead, AnswerSeen, CocreationSeen
from handlers.teams.cocreation import AnswerList, CaseList, CocreationList
from handlers.teams.newcocreation import CocreationPreview
from rules.audience import Reader
from rules.draft import AlreadyPublished
from rules.files import File
from rules.pages import Page
from rules.programme.trust import TrustStep
from rules.reading.forms import Filled
from rules.teams.cocreation import (
    AnswersSealed,
    AnswerStands,
    CaseMade,
    CocreationNumberNeeded,
    CocreationOver,
    CocreationPlan,
    CocreationUnknown,
    EmptyAnswer,
    PrizeGiven,
    StaffWinNothing,
)
from rules.values import replace
from tests.messages.samples.moments import at

TITLE, PROBLEM = "冬天上车那一下 <一>", "方向盘和座椅都是冰的。"
WHY = "第一分钟的印象，记得一整天。"
PLAN = CocreationPlan(TITLE, PROBLEM, WHY, at(25, 20), 80, TrustStep.FRAMEWORK)
READERS = (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=False))
SEEN = CocreationSeen(3, TITLE, PROBLEM, WHY, at(25, 20), 80, TrustStep.FRAMEWORK, open=True, answers=2)
CLOSED = replace(SEEN, open=False)
NOTHING = replace(CLOSED, answers=0, prize=0)
ANSWER = AnswerSeen(
    7, 3, TITLE, PROBLEM, 5, "周<b>舟", "停车时让车头朝东。", (File("photo", "a", "b"),), "停车时让车头朝东。",
    won=True, reason="没有人想到用停车的方向。", points=80, case=True, unexpected="省下的不是电，是心情。",
)  # fmt: skip
PLAIN = replace(ANSWER, files=(), won=False, reason="", points=0, case=False, unexpected="")
DRAWING = replace(PLAIN, text="", short="", files=ANSWER.files)
LONG = replace(ANSWER, problem=PROBLEM * 40)
AHEAD = AnswerAhead(3, TITLE, "停车时让车头朝东。", 1, album=False, again=False)

SAMPLES: dict[str, object] = {
    "cocreation/form": None,
    "cocreation/form_again": Filled("标题：冬天上车那一下"),
    "cocreation/form_sent": None,
    "cocreation/form_waits": None,
    "cocreation/dropped": None,
    "cocreation/preview": CocreationPreview(PLAN, READERS),
    "cocreation/published": SEEN,
    "cocreation/announced": SEEN,
    "cocreation/detail": SEEN,
    "cocreation/list": CocreationList((replace(SEEN, answered=True), replace(CLOSED, id=2)), Page(1, 1, 2, 0)),
    "cocreation/ask": SEEN,
    "cocreation/preview_answer": AHEAD,
    "cocreation/answered": AHEAD,
    "cocreation/answers": AnswerList(CLOSED, (ANSWER, PLAIN, DRAWING), Page(1, 1, 3, 0)),
    "cocreation/one": ANSWER,
    "cocreation/cases": CaseList((ANSWER,), Page(1, 1, 1, 0)),
    "cocreation/shown": CLOSED,
    "cocreation/desk": CLOSED,
    "cocreation/joined": CLOSED,
    "cocreation/ask_reason": PLAIN,
    "cocreation/prize_given": ANSWER,
    "cocreation/told_prize": ANSWER,
    "cocreation/ask_back": replace(ANSWER, points=0),
    "cocreation/prize_back": replace(ANSWER, points=0, won=False),
    "cocreation/told_back": replace(ANSWER, points=0, won=False, reason="记录弄错了"),
    "cocreation/prized": ANSWER,
    "cocreation/ask_unexpected": PLAIN,
    "cocreation/case_made": ANSWER,
    "cocreation/case": ANSWER,
    "refusals/cocreation_unknown": CocreationUnknown(99),
    "refusals/cocreation_number_needed": CocreationNumberNeeded(),
    "refusals/cocreation_over": CocreationOver(TITLE),
    "refusals/answers_sealed": AnswersSealed(TITLE, at(25, 20)),
    "refusals/answer_stands": AnswerStands(TITLE),
    "refusals/empty_answer": EmptyAnswer(),
    "refusals/prize_given": PrizeGiven("周<b>舟"),
    "refusals/staff_win_nothing": StaffWinNothing("周<b>舟"),
    "refusals/case_made": CaseMade("周<b>舟"),
}
MORE: dict[str, object] = {
    "cocreation/preview · plain": CocreationPreview(replace(PLAN, prize=0, trust=TrustStep.BASE), READERS),
    "cocreation/announced · for everybody": replace(SEEN, trust=TrustStep.BASE, prize=0),
    "cocreation/announced · closed": CLOSED,
    "cocreation/announced · no answers": NOTHING,
    "cocreation/detail · not yet": replace(SEEN, trusted=False),
    "cocreation/detail · answered": replace(SEEN, answered=True),
    "cocreation/detail · nobody yet": replace(SEEN, answers=0),
    "cocreation/detail · nobody yet, and not yet": replace(SEEN, answers=0, trusted=False),
    "cocreation/detail · closed": CLOSED,
    "cocreation/detail · no answers": NOTHING,
    "cocreation/list · no answers": CocreationList(
        (replace(SEEN, answers=0), replace(NOTHING, id=2)), Page(1, 1, 2, 0)
    ),
    "cocreation/shown · the only one": replace(CLOSED, answers=1),
    "cocreation/list · nothing": CocreationList((), Page(1, 1, 0, 0)),
    "cocreation/preview_answer · an album, once more": replace(AHEAD, text="", album=True, again=True),
    "cocreation/answered · after all are shown": replace(AHEAD, shown=True),
    "cocreation/answered · once more": replace(AHEAD, again=True),
    "cocreation/one · words alone": PLAIN,
    "cocreation/one · a picture alone": DRAWING,
    "cocreation/cases · nothing": CaseList((), Page(1, 1, 0, 0)),
    "cocreation/case · a long problem": LONG,
    "cocreation/cases · a long problem": CaseList((LONG,), Page(1, 1, 1, 0)),
    "cocreation/preview_answer · long": replace(AHEAD, text="停车时让车头朝东。" * 80, files=0),
    "cocreation/desk · no answers": NOTHING,
    "cocreation/desk · no points": replace(CLOSED, prize=0),
    "refusals/prize_given · no points": PrizeGiven("周<b>舟", paid=False),
    "cocreation/prize_given · no points": replace(ANSWER, points=0),
    "cocreation/told_prize · no points": replace(ANSWER, points=0),
    "cocreation/ask_unexpected · anew": ANSWER,
    "refusals/already_published · a brief": AlreadyPublished("cocreation", 3),
}
LABELS: dict[str, object] = {"cocreation/open": SEEN, "cocreation/one": ANSWER}
