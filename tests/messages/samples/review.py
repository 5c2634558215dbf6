"""What the messages of the review desk speak about."""

from actions.works.review_card import Asked, SubmissionCard
from handlers.works.desk import ChangedAfterwards
from handlers.works.look_card import LookLine
from handlers.works.review import WaitingList, WaitingSubmission
from rules.pages import Page
from rules.values import replace
from rules.works.review import Decision, Feedback
from rules.works.submission import Elsewhere, Stage, Work
from tests.messages.samples.growth import FIRST, SECOND, THIRD
from tests.messages.samples.moments import at
from tests.messages.samples.result import PLACES
from tests.messages.samples.submission import FEATURED, LONG, RETURNED, REVIEWED

CARD = SubmissionCard(
    id=41,
    challenge=12,
    title="转场练习",
    author="林晓",
    stage=Stage.WORK,
    version=2,
    points=30,
    track="video",
    text="剪了三遍 <终于> 满意",
    files=2,
    waiting_since=at(16, 21),
    paid_before=False,
    reviewer="瑞秋",
    chips=("clean_cuts",),
    words="第二个转场接得真好。",
    former=Feedback(1, 3, Decision.RETURNED, ("sound_too_low",), "15 秒处听不清。", at(15, 20)),
    elsewhere=(Elsewhere(7, 3, "我的第一支短片"),),
    allowed=(),
    work=Work("剪了三遍 <终于> 满意"),
    group=1,
    message=55,
    goes_up=True,
)
LATE = WaitingSubmission(41, "转场练习", "林<b>晓", at(16, 21), "瑞秋", "https://t.me/c/2000000008/77")
DRAFTS = [LookLine(5, "秋天的车", "林<b>晓", at(16, 21), None, "https://t.me/c/2000000008/78")]

EDITED = ChangedAfterwards(12, "转场练习", "林<b>晓", "https://t.me/c/2000000008/77")
ONE, TWO = Page(1, 1, 1, 0), Page(1, 1, 2, 0)
SAMPLES: dict[str, object] = {
    "review/superseded": CARD,
    "review/edited_afterwards": EDITED,
    "review/text": CARD,
    "review/card": CARD,
    "review/decided": REVIEWED,
    "review/remark_late": None,
    "review/waiting": WaitingList([LATE], 24, page=ONE),
    "review/overdue": WaitingList([LATE, replace(LATE, id=42, claimed_by=None, card="")], 24),
    "review/no_feedback": None,
    "review/thanked": REVIEWED,
}
PLAIN = replace(
    CARD, version=1, text=LONG, former=None, elsewhere=(), files=0, reviewer=None, chips=(), words="", work=Work(LONG)
)
MORE: dict[str, object] = {
    "review/edited_afterwards · in a group without addresses": replace(EDITED, link=None),
    "review/card · a link that others and its author have handed in": replace(
        PLAIN, elsewhere=(Elsewhere(7, 3, "我的第一支短片", True, "周舟"), Elsewhere(9, 4, "秋天的车", True))
    ),
    "review/waiting · a link that stands in another work": WaitingList([replace(LATE, before=True)], 24, page=ONE),
    "review/overdue · a link that stands in another work": WaitingList([replace(LATE, before=True)], 24),
    "review/card · a part of a project": replace(CARD, project=3, role="拍摄"),
    "review/card · a part of a project that is due": replace(CARD, project=3, role="拍摄", over=True),
    "review/card · after the deadline": replace(CARD, over=True),
    "review/card · what a team has made": replace(CARD, project=3, whole=True),
    "review/card · long, nobody looks at it": PLAIN,
    "review/card · what a theme asks for": replace(
        CARD, former=None, asked=Asked("这个秋天，你的车见过什么？", ("有真实的地点",), ("过重的滤镜", "商业水印"))
    ),
    "review/card · what was agreed": replace(PLAIN, asked=Asked(plan="三张图讲清楚冬天的续航，加一段 <数据> 说明")),
    "review/card · a long theme": replace(CARD, former=None, asked=Asked(LONG)),
    "review/card · a long plan": replace(CARD, former=None, asked=Asked(plan=LONG)),
    "review/card · it lives outside": replace(PLAIN, text="每周拍一条", results=PLACES),
    "review/card · one file": replace(PLAIN, text="每周拍一条", files=1),
    "review/card · the author's works before": replace(CARD, before=(FIRST, SECOND, THIRD)),
    "review/card · paid before, no remark yet": replace(PLAIN, text="", paid_before=True, reviewer="瑞秋"),
    "review/decided · returned": RETURNED,
    "review/decided · featured": FEATURED,
    "review/waiting · several": WaitingList([LATE, replace(LATE, id=42, claimed_by=None, card="")], 24, page=TWO),
    "review/waiting · plans that are talked about": WaitingList(
        [replace(LATE, talked=True), replace(LATE, id=42, claimed_by=None, card="", talked=True, theirs=True)],
        24,
        page=TWO,
    ),
    "review/overdue · a plan in which the author spoke last": WaitingList([replace(LATE, talked=True)], 24),
    "review/waiting · none": WaitingList([], 24),
    "review/waiting · drafts as well": WaitingList([LATE], 24, DRAFTS, ONE),
    "review/waiting · a second page": WaitingList([LATE], 24, page=Page(2, 2, 21, 20)),
    "review/waiting · drafts alone": WaitingList([], 24, DRAFTS),
    "review/thanked · no remark chosen": replace(FEATURED, chips=(), praise=()),
}
