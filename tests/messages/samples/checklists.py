"""What the messages about first steps speak about."""

from datetime import date

from actions.journey.checklist import (
    ChecklistCard,
    ChecklistPage,
    ChecklistsOverdue,
    NoteSeen,
    Somebody,
    StepSeen,
)
from rules.journey.checklist import ChecklistFull, ChecklistState
from rules.pages import page_of
from rules.programme.checklists import PRIVATE, PUBLIC
from rules.source import Domain
from rules.values import replace
from tests.messages.samples.moments import at

DONE = StepSeen("mentor", PRIVATE[0].title, date(2026, 11, 19), 0, True, "莫莫")
LATE = StepSeen("first_post", PRIVATE[1].title, date(2026, 11, 13), 3, False, "")
NEXT = StepSeen("rehearsal", PRIVATE[2].title, date(2026, 12, 7), 0, False, "")
NOTE = NoteSeen("莫莫", at(16, 10), "想写 <b>冬季续航</b>")
CARD = ChecklistCard(
    3,
    4,
    "周<b>舟",
    "zhou",
    Domain.PRIVATE,
    1,
    "莫莫",
    True,
    ChecklistState.RUNNING,
    (DONE, LATE, NEXT),
    (NOTE,),
)
OUTSIDER = replace(
    CARD,
    name="夏夏",
    username=None,
    domain=Domain.PUBLIC,
    stays=False,
    steps=(StepSeen("brief", PUBLIC[0].title, date(2026, 11, 19), 0, False, ""),),
    notes=(),
)

SAMPLES: dict[str, object] = {
    "checklist/card": CARD,
    "checklist/list": ChecklistPage((CARD, replace(CARD, steps=(DONE, NEXT))), page_of(2, 8, 6)),
    "checklist/overdue": ChecklistsOverdue((CARD, replace(CARD, stays=False))),
    "checklist/handed": replace(CARD, steps=(DONE, NEXT)),
    "refusals/checklist_full": ChecklistFull(30),
}
MORE: dict[str, object] = {
    "checklist/card · from outside, and nobody sees to it": OUTSIDER,
    "checklist/card · done": replace(CARD, state=ChecklistState.DONE, steps=(DONE,)),
    "checklist/card · ended": replace(CARD, state=ChecklistState.ENDED),
    "checklist/list · a single page": ChecklistPage((CARD,), page_of(1, 1, 6)),
}
LABELS: dict[str, object] = {
    "checklist/step": LATE,
    "checklist/to": Somebody(1, "莫莫"),
    "checklist/open": Somebody(4, "周<b>舟"),
}
