"""What the messages about pitches and plans speak about."""

from actions.works.plan import AskSeen, PlanSeen, Proposed, WordSeen
from actions.works.plan_days import PlanDue
from handlers.offers.resource_late import Pitch
from handlers.works.plan_card import PlanCalled, PlanNews, PlanSaid
from rules.values import replace
from rules.works.plan import AskAnswered, AsksUsed, NoPlan, PlanAgreed, PlanMoved, PlanTooLate
from tests.messages.samples.challenge import DEADLINE
from tests.messages.samples.moments import at

ASKED = AskSeen(1, "借一台相机", at(19, 18), "waiting", "", "")
GRANTED = AskSeen(2, "请工程师聊半小时", at(20, 18), "granted", "", "瑞秋")
NOT_NOW = AskSeen(3, "试驾车", at(20, 18), "not_now", "这个月都排满了", "瑞秋")
PLAN = Proposed("跑三趟高速，<拍成> 两分钟", at(21, 20), "瑞秋", True, at(17, 9), False)
TALK = (WordSeen("瑞秋", True, "三趟都在白天吗？"), WordSeen("林<b>晓", False, "一趟在夜里"))
PITCH = PlanSeen(
    41,
    14,
    "冬天续航怎么讲清楚",
    4,
    "林晓",
    "我想跑三趟高速",
    1,
    1,
    DEADLINE,
    True,
    PLAN,
    (ASKED, GRANTED, NOT_NOW),
    TALK,
)
BARE = replace(PITCH, plan=None, asks=(), talk=(), files=0)
MINE = replace(PITCH, plan=replace(PLAN, staff=False, name="林晓"))
AGREED = replace(PITCH, plan=replace(PLAN, agreed=True))
LONG = "跑" * 700

DAY = PlanDue(41, 14, "冬天续航怎么讲清楚", 4, "林<b>晓", at(21, 20), False)

SAMPLES: dict[str, object] = {
    "plan/card": PITCH,
    "plan/own": PITCH,
    "plan/ask_words": PITCH,
    "plan/passed_on": None,
    "plan/answered_on": None,
    "plan/said": PlanSaid(41, "冬天续航怎么讲清楚", "瑞秋", "三趟都在白天吗？"),
    "plan/heard": PlanSaid(41, "冬天续航怎么讲清楚", "林<b>晓", "一趟在夜里"),
    "plan/called": PlanCalled(31, "林<b>晓", PlanNews.NEED, ASKED.what, at(26, 20)),
    "plan/day_comes": DAY,
    "plan/day_gone": replace(DAY, late=True),
    "plan/called_gone": replace(DAY, late=True),
    "plan/form": PITCH,
    "plan/need_form": PITCH,
    "plan/offered": PITCH,
    "plan/offered_on": PITCH,
    "plan/agreed": AGREED,
    "plan/answered": GRANTED,
    "plan/ask_reason": NOT_NOW,
    "refusals/no_plan": NoPlan(),
    "refusals/plan_agreed": PlanAgreed(),
    "refusals/plan_moved": PlanMoved(),
    "refusals/plan_too_late": PlanTooLate(DEADLINE),
    "refusals/ask_answered": AskAnswered("瑞秋"),
    "refusals/asks_used": AsksUsed(5),
}
MORE: dict[str, object] = {
    "plan/answered · not now": NOT_NOW,
    "plan/called · a plan": PlanCalled(31, "林<b>晓", PlanNews.PLAN, "跑三趟高速", at(26, 20)),
    "plan/called · agreed": PlanCalled(31, "林<b>晓", PlanNews.AGREED, "跑三趟高速", at(26, 20)),
    **{
        f"plan/{view} · {how}": seen
        for view in ("card", "own")
        for how, seen in {
            "the pitch alone": BARE,
            "the author wrote the plan": MINE,
            "agreed": AGREED,
            "over": replace(BARE, open=False, pitch=""),
            "many words": replace(
                BARE, pitch=LONG, talk=(WordSeen("林晓", False, LONG),), asks=(replace(NOT_NOW, words=LONG),)
            ),
        }.items()
    },
}
LABELS: dict[str, object] = {
    **{f"plan/{key}": ASKED for key in ("grant", "granted", "not_now")},
    "plan/pitch": Pitch(41),
}
