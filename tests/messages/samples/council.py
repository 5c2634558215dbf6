"""What the messages about the council and its seats speak about."""

from actions.fairness.feedback import Ticket
from actions.fairness.feedback_seen import OpenFeedback
from actions.honour.core import CoreRoom, OwnCore
from actions.journey.council import CouncilDecision, CouncilDecisions, CouncilSeen, DesignsBefore, ProposalOpen
from actions.journey.council_proposal import ProposalAnswered, Proposed
from actions.journey.council_seat import SeatEnded, SeatInvited, SeatTaken
from actions.journey.council_veto import Vetoable, VetoableList, VetoCard
from actions.journey.council_vote import VoteClosed, VoteOpened
from handlers.journey.council_proposal import ProposalPreview
from handlers.journey.council_veto import VetoReasonAsked
from rules.draft import AlreadyPublished
from rules.fairness.feedback import FeedbackKind, FeedbackState
from rules.honour.core import Door, Entrance
from rules.journey.council_proposal import ProposalPlan, ProposalsOpen, ProposalState
from rules.journey.council_seat import (
    Became,
    BroughtUp,
    CouncilFull,
    CouncilInvitationState,
    SeatChecked,
    SeatEnd,
    SeatHeldAlready,
    SeatNotForNow,
    SeatOfferedAlready,
    SeatTooEarly,
)
from rules.journey.council_veto import VetoAnswer, VetoReasonShort
from rules.journey.council_vote import VoteOutcome
from rules.pages import Page
from rules.programme.conditions import checklist
from rules.programme.councils import Council
from rules.programme.wording import Wording
from rules.reading.forms import Filled
from rules.values import replace
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
USUAL = Council()
NAME = "周<b>舟"
LATER = NOW + 180 * DAY_S
INVITED = SeatInvited(3, 4, NAME, "莫莫", 2, 180, NOW + 14 * DAY_S, CouncilInvitationState.OPEN)
TAKEN = SeatTaken(4, NAME, LATER, outside=True, tagged=True)
ENDED = SeatEnded(4, NAME, SeatEnd.TERM, renewable=True)
BROUGHT = (
    *(BroughtUp("雨天自动<升窗>", False, became) for became in Became),
    *(
        BroughtUp("大灯改成自动", True, became)
        for became in (Became.ADOPTED, Became.DECLINED, Became.CARRIED, Became.FALLEN)
    ),
    BroughtUp("后备箱感应", False, Became.SHIPPED, "OTA 3.2"),
)
PLAN = ProposalPlan("雨天自动<升窗>", "下雨停车常忘关窗，希望锁车后能自己<升>上去。")
PROPOSED = Proposed(5, 3, NAME, PLAN, NOW + 2 * DAY_S, 72, 9)
PREVIEW = ProposalPreview(NAME, PLAN, 48, 72)
OPENED = VoteOpened(7, 5, 3, PLAN.title, NOW + 3 * DAY_S, 5, 9, (4,))
RESULT = VoteClosed(7, 5, 3, PLAN.title, VoteOutcome.CARRIED, (5, 1, 1), 9, 5, NOW + 14 * DAY_S)
ANSWERED = ProposalAnswered(
    5, 3, PLAN.title, NAME, FeedbackState.ADOPTED, "锁车时下雨，车窗自己<升>上", "", NOW + 14 * DAY_S
)
SHIPPED = replace(ANSWERED, state=FeedbackState.SHIPPED, version="OTA 3.2")
DECLINED = replace(ANSWERED, state=FeedbackState.DECLINED, note="现在的电机没有<防夹>")
OVERDUE = CouncilDecision(NOW, RESULT, None, overdue=True)
TALKED = ProposalOpen(5, PLAN.title, NAME, ProposalState.TALKING, NOW + 2 * DAY_S, own=True)
SEEN = CouncilSeen((NAME, "林晓"), 9, True, LATER, (), (TALKED, replace(TALKED, state=ProposalState.VOTING)), (), 2)
OUTSIDE = OwnCore(Entrance(Door.OPEN), (), (CoreRoom(2, "核心<b>群"), CoreRoom(3, "星途上海核心圈")), 7)
DESIGNS = tuple(
    DesignsBefore("冬季<脚垫>", NOW + days * DAY_S, open_, overdue)
    for days, open_, overdue in ((2, True, False), (3, True, False), (-2, False, True), (9, False, False))
)
TICKET = Ticket(
    12,
    1,
    FeedbackKind.IDEA,
    FeedbackState.RECEIVED,
    False,
    NAME,
    f"{PLAN.title}\n{PLAN.about}",
    NOW,
    "",
    "",
    (),
    (),
    None,
    NOW + 14 * DAY_S,
    False,
    first=True,
)
# Results that say nothing or no, with numbers that do say so.
COUNTED = {
    VoteOutcome.FALLEN: (1, 5, 1),
    VoteOutcome.TIED: (3, 3, 1),
    VoteOutcome.TOO_FEW: (2, 1, 0),
    VoteOutcome.STOPPED: (2, 0, 0),
}
UNCARRIED = {
    outcome: replace(RESULT, outcome=outcome, counts=counts, promised_at=None) for outcome, counts in COUNTED.items()
}
VETO = VetoCard(6, "取消实体<音量键>", "开车时<盲按>最安全", NOW + 14 * DAY_S, None, "")
ACCEPTED = replace(VETO, answer=VetoAnswer.ACCEPTED, reason="<安全>第一")
OVERRULED = replace(VETO, answer=VetoAnswer.OVERRULED, reason="<安全>第一")
VETOED = replace(RESULT, title=VETO.title, counts=(6, 1, 1), quorum=6, needed=6)
DECISIONS = CouncilDecisions(
    (
        CouncilDecision(NOW, VETOED, None, overdue=False),
        CouncilDecision(NOW, VETOED, None, False, VetoAnswer.ACCEPTED, "<安全>第一"),
        CouncilDecision(NOW, VETOED, None, False, VetoAnswer.OVERRULED, "<安全>第一"),
        OVERDUE,
        CouncilDecision(NOW, RESULT, replace(ANSWERED, state=FeedbackState.RECEIVED), overdue=False),
        CouncilDecision(NOW, RESULT, ANSWERED, overdue=False),
        CouncilDecision(NOW, RESULT, SHIPPED, overdue=False),
        CouncilDecision(NOW, RESULT, DECLINED, overdue=False),
        *(CouncilDecision(NOW, result, None, overdue=False) for result in UNCARRIED.values()),
    ),
    Page(1, 2, 11, 0),
)
UNANSWERED = tuple(CouncilDecision(NOW, one, None, late) for one in (RESULT, VETOED) for late in (True, False))
SHORT = SeatChecked(
    Wording(zh="领航顾问", en="Navigator"), False, checklist(USUAL.needs, {"tenure_days": 40, "clean_days": 40})
)
SAMPLES: dict[str, object] = {
    "council/council": SEEN,
    "council/invite_sent": INVITED,
    "council/invited": INVITED,
    "council/seated": TAKEN,
    "council/declined": replace(INVITED, state=CouncilInvitationState.DECLINED),
    "council/not_taken": replace(INVITED, state=CouncilInvitationState.DECLINED),
    "council/withdrawn": replace(INVITED, state=CouncilInvitationState.WITHDRAWN),
    "council/ask_resign": None,
    "council/ended": ENDED,
    "council/seat_free": ENDED,
    "council/joined": TAKEN,
    "council/propose_in_private": None,
    "council/form": None,
    "council/form_again": Filled("标题：雨天自动<升窗>"),
    "council/preview": PREVIEW,
    "council/dropped": None,
    "council/published": PROPOSED,
    "council/proposed": PROPOSED,
    "council/taken_back": PROPOSED,
    "council/question": OPENED,
    "council/vote_open": OPENED,
    "council/result": RESULT,
    "council/answered": ANSWERED,
    "council/decisions": DECISIONS,
    "council/vetoable": VetoableList((Vetoable(12, VETO.title),)),
    "council/ask_veto": VetoReasonAsked(VETO.title, 4, 500),
    "council/ask_veto_answer": VetoReasonAsked(VETO.title, 4, 500, VetoAnswer.ACCEPTED),
    "council/veto_card": VETO,
    "council/veto_overdue": VETO,
    "council/veto_answered": ACCEPTED,
    "refusals/veto_reason_short": VetoReasonShort(4),
    "refusals/proposals_open": ProposalsOpen(2),
    "refusals/proposals_open · one": ProposalsOpen(1),
    "refusals/seat_too_early": SeatTooEarly(NAME, SHORT),
    "refusals/seat_held_already": SeatHeldAlready(NAME),
    "refusals/seat_offered_already": SeatOfferedAlready(NAME, NOW + 14 * DAY_S),
    "refusals/seat_not_for_now": SeatNotForNow(NAME),
    "refusals/council_full": CouncilFull(9, 2),
}
LABELS: dict[str, object] = {
    "council/withdraw": INVITED,
    "council/take_back": TALKED,
    "council/veto_one": Vetoable(12, "取消实体<音量键>"),
}
MORE: dict[str, object] = {
    "council/council · nobody yet": replace(SEEN, names=(), sits=False, until=None, open=(), decisions=0),
    "council/council · not in the core group yet": replace(SEEN, core=OUTSIDE),
    "council/council · staff": replace(SEEN, sits=False, until=None, invited=(INVITED,)),
    "council/council · who could be invited": replace(SEEN, sits=False, until=None, mature=("周<b>舟", "何川")),
    "council/council · a seat without an end": replace(SEEN, until=None),
    "council/council · designs": replace(SEEN, designs=DESIGNS, compared=3, asks=True),
    "council/council · an answer is overdue": replace(SEEN, unanswered=UNANSWERED),
    "council/invite_sent · has never pressed start": replace(INVITED, reachable=False),
    "council/result · somebody else clicked too": replace(RESULT, others=1),
    "council/vetoable · nothing": VetoableList(()),
    "council/ask_veto_answer · all the same": VetoReasonAsked(VETO.title, 4, 500, VetoAnswer.OVERRULED),
    "council/veto_card · accepted": ACCEPTED,
    "council/veto_card · overruled": OVERRULED,
    "council/veto_answered · overruled": OVERRULED,
    "council/question · a veto": replace(OPENED, quorum=6, needed=6),
    "council/result · a veto is carried": VETOED,
    "council/result · a veto is not": replace(VETOED, outcome=VoteOutcome.FALLEN, counts=(5, 3, 0), promised_at=None),
    "council/preview · a veto": replace(PREVIEW, veto=True),
    "council/proposed · a veto": replace(PROPOSED, veto=True),
    "council/preview · without talk": replace(PREVIEW, talk_hours=0),
    **{f"council/result · {outcome.value}": result for outcome, result in UNCARRIED.items()},
    "council/answered · dropped after it was adopted": replace(DECLINED, dropped=True),
    "council/answered · shipped": SHIPPED,
    "council/answered · not for now": DECLINED,
    "feedback/card · of the council": TICKET,
    "feedback/open · of the council": OpenFeedback((TICKET,), None),
    "refusals/already_published · a proposal": AlreadyPublished("proposal", 5),
    "council/invited · without an end": replace(INVITED, term_days=0),
    "council/seated · again": replace(TAKEN, again=True),
    "council/seated · without an end": replace(TAKEN, until=None, outside=False, tagged=False),
    "council/seated · again, without an end": replace(TAKEN, again=True, until=None),
    "council/not_taken · in time": replace(INVITED, state=CouncilInvitationState.LAPSED),
    "council/joined · again": replace(TAKEN, again=True),
    "council/joined · without an end": replace(TAKEN, until=None),
    **{
        f"council/{message} · {end.value}": SeatEnded(4, NAME, end)
        for message in ("ended", "seat_free")
        for end in SeatEnd
    },
    **{
        f"council/ended · {end.value}, with what they brought up": SeatEnded(4, NAME, end, brought=BROUGHT)
        for end in (SeatEnd.TERM, SeatEnd.RESIGNED)
    },
    "council/ended · what the council carried": SeatEnded(
        4, NAME, SeatEnd.TERM, carried=("雨天自动<升窗>", "后备箱感应")
    ),
    "refusals/seat_too_early · any level": SeatTooEarly(NAME, replace(SHORT, level=None, level_met=True)),
    "refusals/seat_too_early · a level alone": SeatTooEarly(NAME, replace(SHORT, level_met=True, asks=())),
    "refusals/council_full · nobody invited": CouncilFull(9, 0),
}
