"""What the messages about warnings, mutes and suspensions speak about."""

from actions.fairness.record import Entered, Record
from actions.fairness.sanction import Imposed, Past, Put, Weighed
from actions.fairness.sanction_decided import Unimposed
from actions.fairness.sanction_ended import Liftable, Lifted
from handlers.fairness.record_buttons import Place
from handlers.fairness.sanction import Called
from rules.fairness.appeal import AppealState
from rules.fairness.covenant import Cited
from rules.fairness.sanction import (
    ClauseFirst,
    Grade,
    InConflict,
    LengthOutOfBounds,
    Measure,
    NobodyElseDecides,
    NoSuchClause,
    NothingToLift,
    OtherDecides,
    Sanction,
    SanctionDecided,
    SanctionState,
    StaffStandOutside,
    Tally,
)
from rules.fairness.sanction_asked import GroundsNeeded, SanctionUnclear
from rules.pages import Page
from rules.values import replace
from tests.messages.samples.moments import at

AT = at(18, 11)
KIND, OWN = Cited(2, ""), Cited(3, "说好<的>")
REASON = "对新手说了难听的话 <b>"
MUTE, WEEK = Measure(Grade.MUTE, 7_200), Measure(Grade.SUSPENSION, 14 * 86_400)
GIVEN = Sanction(7, 3, 2, MUTE, KIND, REASON, AT, SanctionState.RUNNING, AT + 7_200, None, None, False, None, None, AT)
PAST = (Past(Grade.WARNING, 0, KIND, AT - 3 * 86_400), Past(Grade.MUTE, 5_400, OWN, AT - 9 * 86_400))
WEIGHED = Weighed(
    3,
    "林晓",
    MUTE,
    Measure(Grade.SUSPENSION, 3 * 86_400),
    REASON,
    (KIND, OWN),
    2,
    PAST,
    Tally(2, 1),
    conflict=True,
    second=True,
)
THERE = "https://t.me/c/1234567890/90"
MUTED = Imposed(
    7,
    3,
    "林晓",
    Grade.MUTE,
    7_200,
    AT + 7_200,
    KIND,
    REASON,
    "莫莫",
    None,
    52,
    AT + 7_200,
    (1,),
    (),
    None,
    14 * 86_400,
)
SUSPENDED = replace(
    MUTED,
    grade=Grade.SUSPENSION,
    length_s=86_400,
    until=AT + 86_400,
    asked_by="瑞秋",
    hindered=("车友<会>",),
    call_in=1,
)
PUT = Put(7, 2, "林晓", WEEK, OWN, REASON, "莫莫", conflict=True, past=PAST, tally=Tally(2), hours=48)
LIFTED = Lifted(7, 3, "林晓", Grade.MUTE, KIND, "看错了人", "莫莫", AT + 86_400, (1,), None)
ENTRY = Entered(
    7,
    Grade.MUTE,
    7_200,
    KIND,
    REASON,
    AT,
    AT + 7_200,
    "莫莫",
    running=True,
    lifted_for=None,
    appealable=True,
    appeal=None,
)
RECORD = Record(
    3,
    "林晓",
    Page(1, 2, 6, 0),
    (ENTRY, replace(ENTRY, grade=Grade.WARNING, length_s=0, running=False, lifted_for="看错了人")),
    AT + 7_200,
    None,
)
WARNED = replace(MUTED, grade=Grade.WARNING, length_s=0, until=None, silent_until=None, places=())
UNIMPOSED = Unimposed(7, 4, "林晓", WEEK, OWN, REASON, "莫莫", "品牌主理人")
OVER = replace(ENTRY, running=False, appealable=False)
APPEALS = (
    *(replace(OVER, appeal=state) for state in (AppealState.OPEN, AppealState.SHORTENED, AppealState.UPHELD)),
    replace(OVER, appeal=AppealState.UPHELD, answer="对着原消息又看了一遍，说的 <确实> 是这件事"),
)

SAMPLES: dict[str, object] = {
    "sanction/card": WEIGHED,
    "sanction/given_meanwhile": WEIGHED,
    "sanction/given": SUSPENDED,
    "sanction/put": PUT,
    "sanction/question": PUT,
    "sanction/declined": UNIMPOSED,
    "sanction/dropped": None,
    "sanction/told": MUTED,
    "sanction/call": Called("新新"),
    "sanction/lifted": LIFTED,
    "sanction/lift_noted": LIFTED,
    "sanction/which": Liftable(
        "林晓",
        "看错了人",
        (GIVEN, replace(GIVEN, measure=Measure(Grade.WARNING), cited=OWN, reason="刷屏", until=None)),
    ),
    "record/own": RECORD,
    "record/of_member": RECORD,
    "refusals/grounds_needed": GroundsNeeded("mute"),
    "refusals/sanction_unclear": SanctionUnclear("mute", "2"),
    "refusals/length_out_of_bounds": LengthOutOfBounds(Grade.MUTE, 300, 604_800),
    "refusals/no_such_clause": NoSuchClause(5),
    "refusals/clause_first": ClauseFirst(),
    "refusals/staff_stand_outside": StaffStandOutside("瑞秋"),
    "refusals/in_conflict": InConflict("林晓"),
    "refusals/other_decides": OtherDecides(),
    "refusals/nobody_else_decides": NobodyElseDecides(conflict=True),
    "refusals/sanction_decided": SanctionDecided(),
    "refusals/nothing_to_lift": NothingToLift("林晓"),
}
MORE: dict[str, object] = {
    "sanction/card · too long for one person": replace(WEIGHED, measure=WEEK, proposed=WEEK, conflict=False, chosen=0),
    "sanction/card · the first ever": replace(
        WEIGHED,
        measure=Measure(Grade.WARNING),
        proposed=Measure(Grade.WARNING),
        past=(),
        tally=Tally(0),
        conflict=False,
        second=False,
        chosen=0,
    ),
    "sanction/card · all taken back": replace(WEIGHED, past=(), tally=Tally(0, 1)),
    "sanction/card · several, all taken back": replace(WEIGHED, past=(), tally=Tally(0, 2)),
    "sanction/given · a warning": WARNED,
    "sanction/given · a mute, two groups lack the right": replace(MUTED, hindered=("车友<会>", "星途上海")),
    "sanction/declined · nobody decided": replace(UNIMPOSED, declined_by=None),
    "sanction/told · a warning": WARNED,
    "sanction/told · about a message": replace(MUTED, link=THERE),
    "sanction/question · about a message": replace(PUT, conflict=False, link=THERE),
    "sanction/told · a warning beside what runs": replace(WARNED, silent_until=AT + 86_400),
    "sanction/told · nothing earned yet": replace(MUTED, points=0),
    "sanction/told · a suspension": replace(SUSPENDED, silent_until=SUSPENDED.until),
    "sanction/told · a suspension inside a longer one": replace(SUSPENDED, silent_until=AT + 3 * 86_400),
    "sanction/lifted · a warning": replace(LIFTED, grade=Grade.WARNING, silent_until=None, places=()),
    "sanction/lifted · a suspension": replace(LIFTED, grade=Grade.SUSPENSION, silent_until=None),
    "sanction/lift_noted · one who never started": replace(LIFTED, silent_until=None, call_in=3),
    "sanction/lift_noted · a warning": replace(LIFTED, grade=Grade.WARNING, silent_until=None, places=()),
    "sanction/lift_noted · a suspension": replace(LIFTED, grade=Grade.SUSPENSION, silent_until=None),
    "refusals/sanction_unclear · a warning": SanctionUnclear("warn", "2h"),
    "refusals/grounds_needed · to lift": GroundsNeeded("lift"),
    "record/own · nothing to appeal against": replace(
        RECORD, page=Page(1, 1, 1, 0), entries=(replace(OVER, lifted_for="", appealable=False),), silent_until=None
    ),
    "record/own · nothing": replace(RECORD, page=Page(1, 1, 0, 0), entries=(), silent_until=None),
    "record/own · after appeals": replace(
        RECORD, page=Page(1, 1, 4, 0), entries=(*APPEALS, replace(OVER, lifted_for="")), silent_until=None
    ),
    "record/of_member · nothing": replace(RECORD, page=Page(1, 1, 0, 0), entries=(), silent_until=None),
    "record/of_member · a single one": replace(RECORD, page=Page(1, 1, 1, 0), entries=(ENTRY,)),
    "refusals/length_out_of_bounds · a suspension": LengthOutOfBounds(Grade.SUSPENSION, 3_600, 365 * 86_400),
    "refusals/nobody_else_decides · too long for one person": NobodyElseDecides(conflict=False),
}

LABELS: dict[str, object] = {
    "appeal/about": Place(2),
    "sanction/clause": OWN,
    "sanction/give": MUTE,
    "sanction/lift": WEEK,
}
