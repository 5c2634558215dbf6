"""What the messages about challenges speak about."""

from actions.works.challenge import ChallengeChanged, ChallengeSeen, DeadlineReminder, Joined
from actions.works.editchallenge import ChallengeEdited, ChallengeNow
from handlers.ways_out import ShownToAll
from handlers.works.announced import Announcement
from handlers.works.challenge import ChallengeList
from handlers.works.editchallenge import EditPreview
from handlers.works.newchallenge import ChallengePreview, FieldAsked
from rules.audience import Reader
from rules.draft import AlreadyPublished
from rules.programme.trust import TrustStep
from rules.reading.amending import Overtaken
from rules.reading.flaws import Flaw, Mistake
from rules.reading.forms import Filled
from rules.values import replace
from rules.works.challenge import Brief, ChallengeKind, SkillTrack, WorkKind
from rules.works.example import Example
from tests.messages.samples.moments import at

DEADLINE = at(22, 20)
CUTS = Brief(
    "转场练习 <一>",
    ChallengeKind.STANDARD,
    SkillTrack.VIDEO,
    30,
    DEADLINE,
    places=20,
    steps=("拍三个镜头", "用动作衔接", "剪到 30 秒"),
)
AUTUMN = Brief(
    "秋天和我的车",
    ChallengeKind.FRAMEWORK,
    SkillTrack.PHOTO,
    50,
    DEADLINE,
    each=2,
    work=WorkKind.PHOTO,
    trust=TrustStep.FRAMEWORK,
    about="让人一眼想出门。",
    dos=("自然光", "有人物"),
    donts=("摆拍车标",),
    examples=("https://t.me/xingtu/12",),
)
RANGE = Brief("冬天续航怎么讲清楚", ChallengeKind.OPEN, SkillTrack.WRITING, 80, DEADLINE, about="新车主担心冬天续航。")
REMINDER = DeadlineReminder(12, "转场练习", DEADLINE)
SEEN = ChallengeSeen(12, CUTS, True, 7, 13, True, True, None, 0)

EDITED = ChallengeEdited(
    13,
    AUTUMN,
    replace(AUTUMN, points=60, deadline=DEADLINE + 86_400, dos=("自然光",)),
    ("points", "deadline", "dos"),
    (4, 5),
)

SAMPLES: dict[str, object] = {
    "refusals/already_published": AlreadyPublished("challenge", 12),
    "challenge/several": ShownToAll(("林晓", "周舟"), ChallengeList([SEEN])),
    "challenge/several · very many": ShownToAll(tuple(f"车友{nth}" for nth in range(1, 91)), ChallengeList([SEEN])),
    "challenge/list": ChallengeList([SEEN, ChallengeSeen(13, AUTUMN, True, 0, None, False, False, None, 0)]),
    "challenge/detail": SEEN,
    "challenge/joined": Joined(12, "转场练习", "林晓", 8, 12, DEADLINE, plan_first=False),
    "challenge/left": None,
    "challenge/close_surely": SEEN,
    "challenge/closed": ChallengeChanged(12, "转场练习", DEADLINE),
    "challenge/extended": ChallengeChanged(12, "转场练习", DEADLINE),
    "challenge/over": ChallengeChanged(12, "转场练习", DEADLINE),
    "challenge/reminder": REMINDER,
    "challenge/form": None,
    "challenge/form_sent": None,
    "challenge/form_waits": None,
    "challenge/form_again": Filled("标题：转场练习\n类型：标准"),
    "challenge/preview": ChallengePreview(
        AUTUMN, (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=False))
    ),
    "challenge/edit_preview": EditPreview(13, AUTUMN, 7, (Overtaken("积分", "40", "45", "50"),)),
    "challenge/edited": EDITED,
    "challenge/changed": EDITED,
    "challenge/now": ChallengeNow(12, "转场练习", DEADLINE),
    "challenge/published": Announcement(12, CUTS),
    "challenge/announced": Announcement(14, RANGE),
    "challenge/dropped": None,
    "challenge/example": Example(41, "转场练习", "林<b>晓", "剪了三遍 <终于> 满意", ()),
    "challenge/ask": FieldAsked(
        4, 12, "points", "积分", "standard", {}, Mistake(0, "积分", Flaw.NUMBER, "很多", (), 0, 1000), False
    ),
}
LABELS: dict[str, object] = {"challenge/open": SEEN, "challenge/hand_in": REMINDER}
