"""What the refusals of challenges, works and reviews speak about."""

from datetime import date

from rules.programme.trust import TrustStep
from rules.reading.unreal import Slip, Unreal
from rules.showcase import CaptionTooLong, InChannelAlready
from rules.works.challenge import (
    AlreadyTakingPart,
    ChallengeFull,
    ChallengeNumberNeeded,
    ChallengeOver,
    ChallengeUnknown,
    DeadlineEarlier,
    DeadlineNotLater,
    DeadlineUnclear,
    PlacesTaken,
    WorkKind,
)
from rules.works.look import LookOver, LooksUsed, LookWaits, NoFirstLook
from rules.works.review import InOtherHands, NewerVersion, RemarkNeeded, ReviewedAlready
from rules.works.submission import (
    EditedTooLate,
    NothingChanged,
    NothingToSubmit,
    OtherWorkNeeded,
    SameFile,
    SubmissionsUsed,
    VersionsUsed,
    WorkReviewed,
    WorkTooLong,
)
from rules.works.trust import TrustTooLow
from tests.messages.samples.moments import at

SAMPLES: dict[str, object] = {
    "refusals/already_taking_part": AlreadyTakingPart("转场练习"),
    "refusals/challenge_full": ChallengeFull("转场练习", 20),
    "refusals/challenge_number_needed": ChallengeNumberNeeded("closechallenge"),
    "refusals/challenge_over": ChallengeOver("转场练习"),
    "refusals/challenge_unknown": ChallengeUnknown(99),
    "refusals/deadline_earlier": DeadlineEarlier(at(22, 20)),
    "refusals/deadline_not_later": DeadlineNotLater("11月20日", at(22, 20)),
    "refusals/deadline_unclear": DeadlineUnclear("下个 <礼拜>"),
    "refusals/in_other_hands": InOtherHands("瑞秋"),
    "refusals/look_over": LookOver(),
    "refusals/look_waits": LookWaits("秋天的车"),
    "refusals/looks_used": LooksUsed(3),
    "refusals/no_first_look": NoFirstLook("转场练习"),
    "refusals/newer_version": NewerVersion(3),
    "refusals/nothing_changed": NothingChanged(2),
    "refusals/nothing_to_submit": NothingToSubmit(12),
    "refusals/other_work_needed": OtherWorkNeeded(12, WorkKind.PHOTO),
    "refusals/places_taken": PlacesTaken(7),
    "refusals/remark_needed": RemarkNeeded(returning=True),
    "refusals/reviewed_already": ReviewedAlready("瑞秋"),
    "refusals/same_file": SameFile(mine=True),
    "refusals/submissions_used": SubmissionsUsed(2),
    "refusals/trust_too_low": TrustTooLow(TrustStep.FRAMEWORK, TrustStep.BASE),
    "refusals/versions_used": VersionsUsed(5),
    "refusals/work_reviewed": WorkReviewed(41),
    "refusals/edited_too_late": EditedTooLate("转场练习"),
    "refusals/work_too_long": WorkTooLong(3612, 3500),
    "refusals/in_channel_already": InChannelAlready(),
    "refusals/caption_too_long": CaptionTooLong(824, 800),
}
MORE: dict[str, object] = {
    "refusals/deadline_unclear · there is no such day": DeadlineUnclear(
        "2月30日", Unreal(Slip.DAY, 30, date(2027, 2, 28))
    ),
    "refusals/deadline_unclear · nothing was written": DeadlineUnclear(""),
    "refusals/other_work_needed · a video": OtherWorkNeeded(12, WorkKind.VIDEO),
    "refusals/other_work_needed · a file": OtherWorkNeeded(12, WorkKind.FILE),
    "refusals/other_work_needed · words": OtherWorkNeeded(12, WorkKind.WORDS),
    "refusals/other_work_needed · a link": OtherWorkNeeded(12, WorkKind.LINK),
    "refusals/other_work_needed · a screenshot": OtherWorkNeeded(12, WorkKind.SCREENSHOT),
    "refusals/other_work_needed · the post": OtherWorkNeeded(12, WorkKind.POST),
    "refusals/remark_needed · approving": RemarkNeeded(returning=False),
    "refusals/same_file · somebody else’s": SameFile(mine=False),
    "refusals/trust_too_low · an open challenge": TrustTooLow(TrustStep.OPEN, TrustStep.FRAMEWORK),
}
