"""What the message about the growth of somebody's works speaks about."""

from actions.works.growth import Growth
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.growth import GrowthWork, NextKind, NextStep, Turned
from rules.works.submission import SubmissionStanding
from tests.messages.samples.moments import at
from tests.messages.samples.result import PLACES
from tests.messages.samples.submission import LONG
from tests.messages.samples.track_title import NONE, ON_THE_WAY

FIRST = GrowthWork(
    id=38,
    challenge=10,
    title="转场练习 <一>",
    standing=SubmissionStanding.APPROVED,
    at=at(12, 20),
    chips=("clean_cuts",),
    words="第二个转场接得真好。",
    returned=1,
    results=PLACES,
)
SECOND = GrowthWork(
    41, 12, "深秋和我的车", SubmissionStanding.FEATURED, at(15, 20), ("good_rhythm", "subtitles_missing"), "", 0
)
THIRD = GrowthWork(44, 13, "我的第一支短片", SubmissionStanding.RETURNED, at(16, 21), (), LONG, 2)
GROWTH = Growth(
    track=SkillTrack.VIDEO,
    tracks=(SkillTrack.VIDEO, SkillTrack.PHOTO),
    works=(FIRST, SECOND, THIRD),
    earlier=4,
    passed=6,
    featured=1,
    of_series=2,
    turned=(
        Turned("too_long", "转场练习 <一>", "good_rhythm", "深秋和我的车"),
        Turned("sound_too_low", "转场练习 <一>", "", "深秋和我的车"),
    ),
    next=NextStep(NextKind.IMPROVE, 13, "我的第一支短片", "subtitles_missing"),
    titled=replace(ON_THE_WAY, track=SkillTrack.VIDEO),
)
NEW = replace(GROWTH, works=(replace(FIRST, returned=0, results=()),), earlier=0, passed=1, featured=0, of_series=0)
FRESH = replace(NEW, tracks=(SkillTrack.VIDEO,), turned=(), titled=None)

SAMPLES: dict[str, object] = {"growth/track": GROWTH, "growth/nothing": None}
MORE: dict[str, object] = {
    "growth/track · to be improved, by words alone": replace(
        FRESH, works=(THIRD,), next=NextStep(NextKind.IMPROVE, 13, "我的第一支短片")
    ),
    "growth/track · improved more than once": replace(GROWTH, works=(replace(FIRST, returned=2),)),
    "growth/track · a challenge": replace(FRESH, next=NextStep(NextKind.CHALLENGE, 13, "转场练习 <一>")),
    "growth/track · a challenge with a remark in mind": replace(
        NEW, next=NextStep(NextKind.CHALLENGE, 13, "转场练习 <一>", "shaky")
    ),
    "growth/track · a remark to try out": replace(NEW, next=NextStep(NextKind.REMARK, remark="shaky")),
    "growth/track · all was taken up": replace(NEW, next=NextStep(NextKind.ANY)),
    "growth/track · a title that is given no more": replace(NEW, titled=replace(ON_THE_WAY, title=NONE, former=True)),
    "growth/track · no title yet": replace(NEW, titled=replace(ON_THE_WAY, title=NONE)),
    "growth/track · nothing to improve was said": replace(FRESH, next=NextStep(NextKind.ANY)),
}
