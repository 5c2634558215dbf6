"""What the messages about quizzes speak about, for members."""

from actions.works.newquiz import QuizCard
from actions.works.quiz import Explained, QuestionPut, QuizEnded
from actions.works.quiz_material import MaterialShown
from actions.works.quiz_seen import MyQuizzes, QuizSeen
from handlers.works.quiz import OptionLabel
from rules.pages import Page
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.certificate import Certificate, CertificateUse
from rules.works.quiz import (
    BankFull,
    KnowsTheAnswers,
    QuestionAnswered,
    QuestionsGone,
    QuizOver,
    QuizPassedBefore,
    QuizPublished,
    QuizShort,
    QuizTerms,
    QuizUnknown,
    TriesUsedUp,
)
from rules.works.quiz_material import Material, MaterialGone, MaterialTwice, MaterialUnknown
from tests.messages.samples.moments import at

TERMS = QuizTerms("冬季用车 <一>", 10, 8, 20, 3, 7, certifies=True, until=at(30, 20), about="天冷了，考考你。")
PLAIN = replace(TERMS, title="新车入门", certifies=False, until=None, about="")
NOTE = Material(7, "冬季胎压 <一>", "冷车打到 2.6", "2.3", "https://example.com/tyre", "https://example.com/winter")
PAGE = Material(None, "", "", "", "", "https://example.com/winter")
CARD = QuizCard(3, TERMS, 48, 12, 7, open=True, prepared=False)
PREPARED = QuizCard(4, PLAIN, 6, 0, 0, open=False, prepared=True)
SEEN = QuizSeen(3, TERMS, open=True, short=False, place=None, of=10, passed_at=None, left=3, again_at=None, knows=False)
BEGUN = replace(SEEN, place=4, left=2)
PASSED = replace(SEEN, passed_at=at(15, 20), left=2)
USED_UP = replace(SEEN, left=0, again_at=at(22, 9))
PUT = QuestionPut(5, "冬季用车 <一>", 4, 10, "胎压多久看一次？", ("每月", "每年", "从不"))
EXPLAINED = Explained("冬季用车 <一>", 4, 10, "胎压多久看一次？", "每年", "每月", right=False, why="天冷气压会掉。")
ENDED = QuizEnded(3, "冬季用车 <一>", 10, 8, 9, True, 20, 152, None, left=2, again_at=None)
CERTIFIED = replace(
    ENDED,
    certificate=Certificate(
        tuple(CertificateUse),
        (Wording("懂车", zh="懂车", en="Who knows cars"), Wording("百题", zh="百题", en="A hundred")),
    ),
)
NOT = replace(ENDED, correct=6, passed=False, points=0, free=0)

SAMPLES: dict[str, object] = {
    "quiz/list": MyQuizzes((SEEN, BEGUN, PASSED, USED_UP), Page(1, 2, 8, 0)),
    "quiz/detail": SEEN,
    "quiz/announced": CARD,
    "quiz/over": CARD,
    "quiz/question": PUT,
    "quiz/waits": None,
    "quiz/lettered": PUT,
    "quiz/explained": EXPLAINED,
    "quiz/material": MaterialShown(3, "冬季用车 <一>", NOTE),
    "quiz/passed": CERTIFIED,
    "quiz/not_passed": NOT,
    "refusals/material_unknown": MaterialUnknown("冬季用车 <一>", ((7, "冬季胎压 <一>"), (5, "蓝牙钥匙固件 2.3"))),
    "refusals/material_twice": MaterialTwice(),
    "refusals/material_gone": MaterialGone(),
    "refusals/quiz_unknown": QuizUnknown(99),
    "refusals/quiz_over": QuizOver("冬季用车 <一>"),
    "refusals/quiz_short": QuizShort("冬季用车 <一>", 10, 7),
    "refusals/quiz_passed_before": QuizPassedBefore("冬季用车 <一>", at(15, 20)),
    "refusals/tries_used_up": TriesUsedUp("冬季用车 <一>", 3, 7, at(22, 9)),
    "refusals/knows_the_answers": KnowsTheAnswers(),
    "refusals/question_answered": QuestionAnswered(),
    "refusals/quiz_published": QuizPublished(3, "冬季用车 <一>"),
    "refusals/questions_gone": QuestionsGone(),
    "refusals/bank_full": BankFull(480, 500),
}
LABELS: dict[str, object] = {"quiz/open": SEEN, "quiz/go_on": BEGUN, "quiz/option": OptionLabel("每月")}
MORE: dict[str, object] = {
    "quiz/list · none": MyQuizzes((), Page(1, 1, 0, 0)),
    "quiz/list · passed without a certificate, over, short": MyQuizzes(
        (
            replace(PASSED, terms=PLAIN),
            replace(SEEN, terms=PLAIN, open=False),
            replace(SEEN, terms=PLAIN, short=True),
        ),
        Page(1, 1, 3, 0),
    ),
    "quiz/detail · to somebody who sees the bank": replace(SEEN, knows=True),
    "quiz/detail · without a certificate, end, words": replace(SEEN, terms=PLAIN),
    "quiz/detail · with material": replace(SEEN, material=NOTE),
    "quiz/announced · with material": replace(CARD, material=PAGE),
    "quiz/material · without a page": MaterialShown(3, "冬季用车 <一>", replace(NOTE, link="", more="", version="")),
    "quiz/material · a page alone": MaterialShown(3, "冬季用车 <一>", PAGE),
    "refusals/material_unknown · there are none": MaterialUnknown("7", ()),
    "quiz/over · nobody passed": replace(CARD, passed=0),
    "quiz/explained · right, without an explanation": replace(EXPLAINED, right=True, chosen="每月", why=""),
    "quiz/passed · a certificate that nothing asks for": replace(ENDED, certificate=Certificate()),
    "quiz/passed · no certificate": ENDED,
    "quiz/not_passed · no try left": replace(NOT, left=0, again_at=at(22, 9)),
}
