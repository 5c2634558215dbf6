"""What the messages about mentors and offers to be one speak about."""

from actions.honour.mentor import MentorAnswered, MentorOfferCard, MentorOffering, MentorTerm
from actions.honour.mentoring_seen import MentorDesk, MentoringSeen, MentorsTold, NoteSeen, WishSeen
from handlers.honour.mentor_home import PartAsked
from rules.honour.first_step import FirstStep, listed
from rules.honour.mentor import MentorChecked, MentorOfferedBefore, MentorTooEarly, OfferState, Ways
from rules.honour.mentoring import MentorFull, MentoringMoved, MentoringState, NewcomersOnly
from rules.pages import Page
from rules.programme.conditions import checklist
from rules.programme.mentors import Mentors
from rules.programme.trust import TrustStep
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
USUAL = Mentors()
WAYS = Ways((SkillTrack.PHOTO, SkillTrack.TECH), "星途 S7", "自驾走过川藏线，<路书>可以给")
ALL = checklist(USUAL.needs, {"tenure_days": 75, "people_helped": 6, "clean_days": 75})
HALF = checklist(USUAL.needs, {"tenure_days": 40, "people_helped": 2, "clean_days": 40})
LEVEL = Wording(zh="活跃车友", en="Regular")
READY = MentorChecked(None, True, None, True, ALL)
EARLY = MentorChecked(LEVEL, False, TrustStep.FRAMEWORK, False, HALF)
HIGH = MentorChecked(LEVEL, True, TrustStep.FRAMEWORK, True, ALL)
OFFERING = MentorOffering(WAYS, 2, 30, 90)
CARD = MentorOfferCard(3, 4, "周<b>舟", WAYS, READY, NOW + 14 * DAY_S, OfferState.WAITING, None, None)
TOLD = MentorsTold(True, EARLY, False, False, 30, 60)
STEPS = listed({FirstStep.AGREE, FirstStep.HELLO, FirstStep.CHECK_IN})
RUNNING = MentoringSeen(
    5,
    MentoringState.RUNNING,
    "<b>阿木",
    100_000_007,
    "周<b>舟",
    100_000_005,
    Ways((SkillTrack.PHOTO,), "星途 S7", "想学<夜景>"),
    STEPS,
    NOW + 30 * DAY_S,
    True,
    False,
    True,
    WAYS,
    (NoteSeen("周<b>舟", "周末一起跑一趟<环线>"),),
)
ASKED, MEETING = replace(RUNNING, state=MentoringState.ASKED), replace(RUNNING, state=MentoringState.MEETING)
WISH = WishSeen(5, "<b>阿木", RUNNING.ways, (SkillTrack.PHOTO,), True, False)
BARE = WishSeen(6, "小满", Ways((SkillTrack.PHOTO, SkillTrack.TECH)), (), False, True)
ALL_TAKEN = replace(RUNNING, steps=listed(tuple(FirstStep)), notes=())
NO_STEP = replace(RUNNING, steps=listed(()), notes=())
DESK = MentorDesk((RUNNING,), (WISH, BARE), Page(1, 2, 7, 0), True, False, NOW + 90 * DAY_S, 2)
SAMPLES: dict[str, object] = {
    "mentor/short": None,
    "mentor/about": TOLD,
    "mentor/offering": OFFERING,
    "mentor/ways": OFFERING,
    "mentor/ask_words": PartAsked("car", 40, newcomer=True),
    "mentor/offered": CARD,
    "mentor/card": CARD,
    "mentor/ask_why": CARD,
    "mentor/declined": replace(CARD, state=OfferState.DECLINED, by="莫莫", reason="先多答几个问题"),
    "mentor/told": MentorAnswered(True, NOW + 90 * DAY_S, 2, None, 0, tagged=True),
    "mentor/lapsed": replace(CARD, state=OfferState.LAPSED),
    "mentor/told_lapsed": replace(CARD, state=OfferState.LAPSED),
    "mentor/desk": DESK,
    "mentor/told_term": MentorTerm(4, 3, True),
    "refusals/mentor_too_early": MentorTooEarly(EARLY),
    "refusals/mentor_offered_before": MentorOfferedBefore(NOW + 30 * DAY_S),
    "refusals/mentoring_moved": MentoringMoved(MentoringState.OVER),
    "refusals/newcomers_only": NewcomersOnly(60),
    "refusals/mentor_full": MentorFull("周<b>舟", own=False),
}
MORE: dict[str, object] = {
    "mentor/about · an older member": replace(TOLD, wishes=False, checked=READY, ready=True),
    "mentor/about · an older member who is not there yet": replace(TOLD, wishes=False),
    "mentor/about · who has offered": replace(TOLD, wishes=False, offered=True),
    "mentor/offering · nothing told yet": replace(OFFERING, ways=Ways(), term_days=0),
    "mentor/ways · nothing told yet": replace(OFFERING, ways=Ways()),
    "mentor/ask_words · in their own words": PartAsked("words", 200, newcomer=False),
    "mentor/card · a level and a step, confirmed": replace(
        CARD, checked=HIGH, ways=Ways(), state=OfferState.CONFIRMED, by="莫莫"
    ),
    "mentor/card · declined": replace(CARD, state=OfferState.DECLINED, by="莫莫", reason="先多答几个问题"),
    "mentor/card · honoured since": replace(CARD, state=OfferState.SET_ASIDE, by="莫莫"),
    "mentor/card · lapsed": replace(CARD, state=OfferState.LAPSED),
    "mentor/told · without an end": MentorAnswered(True, None, 2, None, 0),
    "mentor/told · not yet": MentorAnswered(False, None, 2, "先多答几个问题", NOW + 30 * DAY_S),
    "mentor/desk · asked and meeting, full": replace(
        DESK, pairs=(ASKED, replace(MEETING, newcomer="小满")), room=False, page=Page(1, 1, 2, 0)
    ),
    "mentor/told_term · to be offered again": MentorTerm(4, 0, False),
    "mentor/desk · all steps, none": replace(DESK, pairs=(ALL_TAKEN, NO_STEP)),
    "mentor/desk · nobody, away": MentorDesk((), (), Page(1, 1, 0, 0), False, True, None, 2),
    "refusals/mentoring_moved · running": MentoringMoved(MentoringState.RUNNING),
    "refusals/mentoring_moved · meeting": MentoringMoved(MentoringState.MEETING),
    "refusals/mentoring_moved · asked": MentoringMoved(MentoringState.ASKED),
    "refusals/mentoring_moved · waiting": MentoringMoved(MentoringState.WAITING),
    "refusals/mentor_full · one's own": MentorFull("周<b>舟", own=True),
}
