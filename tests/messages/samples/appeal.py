"""What the messages about appeals speak about."""

from actions.fairness.appeal import Appealed, Looked, Waiting
from handlers.fairness.appeal import UsualAnswer
from rules.fairness.appeal import (
    AppealDecided,
    AppealedBefore,
    AppealState,
    AppealTooLate,
    NobodyToAppealTo,
    NothingToShorten,
    NotUninvolved,
)
from rules.fairness.sanction import Grade, Tally
from rules.values import replace
from tests.messages.samples.sanction import AT, KIND, PAST, REASON

CASE = Appealed(
    5,
    2,
    "林晓",
    Grade.MUTE,
    7_200,
    AT + 7_200,
    KIND,
    REASON,
    AT,
    "莫莫",
    "刷屏 <的> 不是我",
    PAST,
    Tally(2),
    running=True,
)
LOOKED = Looked(5, 3, "林晓", AppealState.LIFTED, Grade.MUTE, KIND, AT + 7_200, "瑞秋", None, (1,))
UPHELD = replace(LOOKED, state=AppealState.UPHELD, answer="对着原消息又看了一遍，说的 <确实> 是这件事")
SHORTENED = replace(LOOKED, state=AppealState.SHORTENED)

SAMPLES: dict[str, object] = {
    "appeal/made": CASE,
    "appeal/in_words": None,
    "appeal/said": None,
    "appeal/ask_answer": CASE,
    "appeal/answered": None,
    "appeal/card": CASE,
    "appeal/decided": LOOKED,
    "appeal/told": LOOKED,
    "appeal/overdue": Waiting(5, 2, "林晓", 24),
    "refusals/appeal_too_late": AppealTooLate(14),
    "refusals/appealed_before": AppealedBefore(),
    "refusals/appeal_decided": AppealDecided(),
    "refusals/not_uninvolved": NotUninvolved(),
    "refusals/nothing_to_shorten": NothingToShorten(),
    "refusals/nobody_to_appeal_to": NobodyToAppealTo(),
}
LABELS: dict[str, object] = {"appeal/answer": UsualAnswer("之前提醒过，后来又发生了")}
MORE: dict[str, object] = {
    "appeal/card · about a message": replace(CASE, link="https://t.me/c/1234567890/90"),
    "appeal/decided · it stays": UPHELD,
    "appeal/decided · shortened": SHORTENED,
    "appeal/told · it stays": UPHELD,
    "appeal/decided · it stays, from before answers were asked for": replace(UPHELD, answer=None),
    "appeal/told · it stays, from before answers were asked for": replace(UPHELD, answer=None),
    "appeal/told · it stays, and is not over": replace(UPHELD, silent_until=AT + 7_200),
    "appeal/told · shortened": replace(SHORTENED, silent_until=AT + 7_200),
    "appeal/told · shortened, another one is longer": replace(SHORTENED, silent_until=AT + 86_400),
    "appeal/told · a warning is taken back": replace(LOOKED, grade=Grade.WARNING, until=None),
    "appeal/told · a suspension, another one stands": replace(LOOKED, grade=Grade.SUSPENSION, silent_until=AT + 86_400),
}
