"""What the refusals of questions, thanks and check-ins speak about."""

from actions.daily.knowledge import NotFound, StillAsked
from rules.daily.acceptance import AlreadyAccepted, NoAnswerYet, NothingAccepted, PointsSpent, TooLateToTakeBack
from rules.daily.checkin import AlreadyCheckedIn, NothingToMakeUp
from rules.daily.feature import (
    AlreadyFeatured,
    FeaturedBefore,
    FeaturedMeanwhile,
    FeatureReasonNeeded,
    NobodyFeatured,
    NotFeatured,
)
from rules.daily.idea import ForwardedIdea, IdeaKnown, IdeaTooShort, NotYourIdea
from rules.daily.question import AlreadyAsked, NotYourQuestion, QuestionNotOpen, QuestionTooLong, TooManyOpen
from rules.daily.share import (
    ForwardedShare,
    NotYourShare,
    SharedBefore,
    SharedThatDay,
    SharedThatWeek,
    TooLittleToShare,
)
from rules.daily.shield import NoShield
from rules.daily.topic import TooManyTopics, TopicUnknown

SAMPLES: dict[str, object] = {
    "refusals/idea_too_short": IdeaTooShort(6),
    "refusals/idea_known": IdeaKnown(mine=True),
    "refusals/not_your_idea": NotYourIdea(),
    "refusals/forwarded_idea": ForwardedIdea(),
    "refusals/topic_unknown": TopicUnknown(),
    "refusals/too_many_topics": TooManyTopics(5),
    "refusals/already_accepted": AlreadyAccepted(12),
    "refusals/already_asked": AlreadyAsked(12),
    "refusals/already_checked_in": AlreadyCheckedIn(6),
    "refusals/no_answer_yet": NoAnswerYet(12),
    "refusals/no_shield": NoShield(2),
    "refusals/not_found": NotFound("胎压 <报警>"),
    "refusals/still_asked": StillAsked(18, "座椅加热在哪开？", "https://t.me/c/2000000061/741"),
    "refusals/not_your_question": NotYourQuestion(12),
    "refusals/nothing_accepted": NothingAccepted(12),
    "refusals/nothing_to_make_up": NothingToMakeUp(3, shields=1),
    "refusals/points_spent": PointsSpent(12),
    "refusals/question_not_open": QuestionNotOpen(12),
    "refusals/question_too_long": QuestionTooLong(limit=500, length=812),
    "refusals/already_featured": AlreadyFeatured("周<b>舟"),
    "refusals/featured_meanwhile": FeaturedMeanwhile("周<b>舟"),
    "refusals/featured_before": FeaturedBefore("周<b>舟", mine=True),
    "refusals/feature_reason_needed": FeatureReasonNeeded(300),
    "refusals/feature_reason_needed · to take it back": FeatureReasonNeeded(300, taking_back=True),
    "refusals/nobody_featured": NobodyFeatured(),
    "refusals/not_featured": NotFeatured(),
    "refusals/forwarded_share": ForwardedShare(),
    "refusals/not_your_share": NotYourShare(),
    "refusals/shared_before": SharedBefore(mine=True),
    "refusals/shared_that_day": SharedThatDay(1),
    "refusals/shared_that_week": SharedThatWeek(3, 4),
    "refusals/too_little_to_share": TooLittleToShare(30),
    "refusals/too_late_to_take_back": TooLateToTakeBack(12, 24),
    "refusals/too_many_open": TooManyOpen(5),
}
MORE: dict[str, object] = {
    "refusals/still_asked · where messages have no address": StillAsked(18, "座椅加热在哪开？", None),
    "refusals/nothing_to_make_up · without a shield": NothingToMakeUp(3, shields=0),
    "refusals/idea_known · by somebody else": IdeaKnown(mine=False),
    "refusals/already_checked_in · for a day that is over": AlreadyCheckedIn(6, "2026-11-17"),
    "refusals/featured_before · by somebody else": FeaturedBefore("周<b>舟", mine=False),
    "refusals/shared_before · by somebody else": SharedBefore(mine=False),
    "refusals/shared_that_day · for a day that is over": SharedThatDay(1, "2026-11-17"),
    "refusals/shared_that_day · none counts": SharedThatDay(0),
    "refusals/shared_that_week · ends today": SharedThatWeek(3, 1),
    "refusals/shared_that_week · none counts": SharedThatWeek(0, 4),
    "refusals/no_shield · one is missing": NoShield(1),
    "refusals/no_shield · helping brings none at present": NoShield(0),
}
