"""What the messages about submissions speak about."""

from dataclasses import replace

from actions.works.review import Reviewed
from actions.works.submission import HandInAhead, Submitted
from rules.works.review import Decision
from rules.works.submission import Stage, Work
from tests.messages.samples.challenge import SEEN

DONE = Submitted(41, 12, "转场练习", "林晓", Stage.WORK, 1, 1, 24, replaced=False, whole=True)
REVIEWED = Reviewed(
    id=41,
    challenge=12,
    title="转场练习",
    member=4,
    author="林晓",
    reviewer="瑞秋",
    stage=Stage.WORK,
    version=2,
    decision=Decision.APPROVED,
    chips=("clean_cuts", "good_rhythm"),
    praise=("clean_cuts", "good_rhythm"),
    words="第二个转场的动作接得真好。",
    points=30,
    extra=0,
    newly_featured=False,
    shown=True,
    caption=None,
    work=Work("剪了三遍 <终于> 满意"),
)
RETURNED = replace(
    REVIEWED, decision=Decision.RETURNED, chips=("sound_too_low",), praise=(), words="15 秒处听不清说话。", points=0
)

AHEAD = HandInAhead(12, "转场练习", Stage.WORK, "剪了三遍 <终于> 满意", 2, False, 41, 2)

SAMPLES: dict[str, object] = {
    "submission/submitted": DONE,
    "submission/preview": AHEAD,
    "submission/replaces": AHEAD,
    "submission/left_alone": None,
    "submission/ask": SEEN,
    "submission/how": SEEN,
    "submission/called": RETURNED,
    "submission/approved": REVIEWED,
    "submission/featured": replace(
        REVIEWED, decision=Decision.FEATURED, extra=20, caption="转场练到第三遍，<终于>顺了。"
    ),
    "submission/returned": RETURNED,
}
LABELS: dict[str, object] = {"submission/replace": AHEAD}
