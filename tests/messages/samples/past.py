"""What `/why` tells of earlier days speaks about what was told then."""

from actions.daily.acceptance import Withheld
from actions.daily.idea import IdeaUnpaid
from rules.daily.acceptance import Unpaid
from rules.daily.checkin import AlreadyCheckedIn
from rules.daily.idea import ForwardedIdea, IdeaKnown, IdeaTooShort, NotYourIdea
from rules.daily.share import (
    ForwardedShare,
    NotYourShare,
    SharedBefore,
    SharedThatDay,
    SharedThatWeek,
    TooLittleToShare,
)
from rules.daily.thanks import ThanksOutcome
from rules.programme.trust import TrustStep
from rules.works.challenge import ChallengeFull, ChallengeOver, WorkKind
from rules.works.media_kit import KitIncomplete
from rules.works.quiz import QuizOver, QuizPassedBefore, QuizShort, TriesUsedUp
from rules.works.submission import (
    EditedTooLate,
    ForwardedWork,
    NothingChanged,
    NothingToSubmit,
    NotYourWork,
    OtherWorkNeeded,
    SameFile,
    SubmissionsUsed,
    VersionsUsed,
    WorkTooLong,
)
from rules.works.trust import TrustTooLow
from tests.messages.samples.checkin import SAMPLES as CHECKINS
from tests.messages.samples.moments import at
from tests.messages.samples.quiz import NOT
from tests.messages.samples.thanks import SAMPLES as THANKS

REFUSED = (
    QuizOver("冬季用车"),
    QuizShort("冬季用车", 10, 7),
    QuizPassedBefore("冬季用车", at(15, 20)),
    TriesUsedUp("冬季用车", 3, 7, at(22, 9)),
    AlreadyCheckedIn(6),
    TrustTooLow(TrustStep.FRAMEWORK, TrustStep.BASE),
    ChallengeOver("转场练习"),
    ChallengeFull("转场练习", 20),
    NothingToSubmit(12),
    WorkTooLong(3612, 3500),
    ForwardedWork(),
    EditedTooLate("转场练习"),
    NotYourWork(),
    OtherWorkNeeded(12, WorkKind.PHOTO),
    SameFile(True),
    NothingChanged(2),
    SubmissionsUsed(2),
    VersionsUsed(5),
    TooLittleToShare(30),
    SharedBefore(True),
    ForwardedShare(),
    NotYourShare(),
    SharedThatDay(1),
    SharedThatWeek(3, 4),
    IdeaTooShort(6),
    KitIncomplete(12, "星途露营", ("后备厢里装得下整个周末。",)),
    IdeaKnown(True),
    NotYourIdea(),
    ForwardedIdea(),
)

SAMPLES: dict[str, object] = {
    **{f"past/{outcome.value}": THANKS[f"thanks/{outcome.value}"] for outcome in ThanksOutcome},
    **{refused.template.replace("refusals/", "past/"): refused for refused in REFUSED},
    "past/shield_earned": CHECKINS["checkin/shield_earned"],
    "past/taken": CHECKINS["checkin/taken"],
    "past/not_passed": NOT,
    "past/listed_only": IdeaUnpaid(3),
    "past/withheld": Withheld(12, Unpaid.ASKER_CAP, 3, asking=False),
}
MORE: dict[str, object] = {
    "past/idea_known · somebody else": IdeaKnown(False),
    "past/listed_only · ideas pay nothing": IdeaUnpaid(0),
    "past/shared_before · somebody else": SharedBefore(False),
    "past/shared_that_day · none counted": SharedThatDay(0),
    "past/shared_that_week · none counted": SharedThatWeek(0, 4),
    "past/other_work_needed · a video": OtherWorkNeeded(12, WorkKind.VIDEO),
    "past/other_work_needed · a file": OtherWorkNeeded(12, WorkKind.FILE),
    "past/other_work_needed · words": OtherWorkNeeded(12, WorkKind.WORDS),
    "past/other_work_needed · a link": OtherWorkNeeded(12, WorkKind.LINK),
    "past/other_work_needed · a screenshot": OtherWorkNeeded(12, WorkKind.SCREENSHOT),
    "past/other_work_needed · the post": OtherWorkNeeded(12, WorkKind.POST),
    "past/kit_incomplete · the tag": KitIncomplete(12, "星途露营", ()),
    "past/kit_incomplete · the words": KitIncomplete(12, "", ("后备厢里装得下整个周末。",)),
    "past/same_file · somebody else’s": SameFile(False),
    "past/withheld · the asker had not agreed": Withheld(12, Unpaid.COVENANT, 3, asking=True),
    **{
        f"past/withheld · {why.value}": Withheld(12, why, 3, asking=False)
        for why in Unpaid
        if why is not Unpaid.ASKER_CAP
    },
}
