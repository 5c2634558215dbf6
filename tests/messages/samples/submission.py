"""What the messages about submissions speak about."""

from actions.works.review import Reviewed
from actions.works.submission import HandInAhead, Submitted, WorkStays
from rules.values import replace
from rules.works.challenge import Piece
from rules.works.review import Decision
from rules.works.submission import Stage, Work
from tests.messages.samples.challenge import AUTUMN, RANGE, SEEN

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

PART, WHOLE = Piece.PART, Piece.WHOLE
AHEAD = HandInAhead(12, "转场练习", Stage.WORK, "剪了三遍 <终于> 满意", 2, False, 41, 2)

SAMPLES: dict[str, object] = {
    "submission/left_aside": None,
    "submission/second_album": None,
    "submission/stays": WorkStays(41, "转场练习", 12, 13),
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
LONG = "第一段先拍路面，第二段拍车窗里的灯，第三段等绿灯亮起来再走。" * 21
PLAN = replace(
    REVIEWED,
    words="先拍一条试试，我来看。",
    stage=Stage.PLAN,
    version=1,
    chips=("doable",),
    praise=("doable",),
    points=0,
    shown=False,
)
FEATURED = replace(REVIEWED, decision=Decision.FEATURED, extra=20)

MORE: dict[str, object] = {
    "submission/stays · the challenge is over": WorkStays(41, "转场练习", 12),
    "submission/ask · one’s own part": replace(SEEN, piece=PART),
    "submission/ask · what the team made": replace(SEEN, piece=WHOLE),
    "submission/preview · one’s own part": replace(AHEAD, piece=PART),
    "submission/preview · what the team made": replace(AHEAD, piece=WHOLE),
    "submission/submitted · one’s own part": replace(DONE, piece=PART),
    "submission/submitted · what the team made": replace(DONE, piece=WHOLE),
    "submission/approved · one’s own part": replace(REVIEWED, piece=PART, points=0),
    "submission/approved · what the team made": replace(REVIEWED, piece=WHOLE, points=0),
    "submission/returned · one’s own part": replace(RETURNED, piece=PART),
    "submission/submitted · more files than may go along": replace(DONE, files=10, beyond=1),
    "submission/submitted · a plan": replace(DONE, stage=Stage.PLAN),
    "submission/submitted · in place of the one that waited": replace(DONE, version=2, replaced=True),
    "submission/submitted · improved": replace(DONE, version=2),
    "submission/preview · a plan": replace(AHEAD, stage=Stage.PLAN, replaces=None, version=1),
    "submission/preview · a first work": replace(AHEAD, replaces=None, version=1),
    "submission/preview · a second version, of an album": replace(AHEAD, replaces=None, album=True),
    "submission/preview · more files than may go along": replace(AHEAD, replaces=None, version=1, files=10, beyond=2),
    "submission/preview · once more, of what would go now": replace(AHEAD, more=False),
    "submission/preview · long, with no file": replace(AHEAD, text=LONG, files=0),
    "submission/ask · a plan": replace(SEEN, brief=RANGE, left=None),
    "submission/ask · what was returned": replace(SEEN, standing="work_returned", version=1),
    "submission/ask · photos alone": replace(SEEN, brief=AUTUMN, left=None),
    "submission/approved · a plan": PLAN,
    "submission/approved · the first version, long, with no points": replace(
        REVIEWED, version=1, work=Work(LONG), points=0, words=""
    ),
    "submission/featured · long, without a channel": replace(FEATURED, work=Work(LONG), shown=False),
    "submission/featured · it had been approved before": replace(FEATURED, points=0),
    "submission/featured · in a group": replace(FEATURED, link="https://t.me/c/1234567890/90"),
    "submission/featured · no points": replace(FEATURED, points=0, extra=0, work=Work("")),
    "submission/returned · a plan": replace(PLAN, decision=Decision.RETURNED, chips=("too_big",), praise=()),
    "submission/returned · after the deadline": replace(RETURNED, open=False),
    "submission/returned · long": replace(RETURNED, work=Work(LONG), chips=()),
}
