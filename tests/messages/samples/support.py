"""What the messages about help that staff offer speak about."""

from actions.daily.promise import Promising
from actions.daily.support import SupportCard
from actions.daily.support_done import SupportLine, SupportsDue
from rules.daily.support import (
    AlreadySupported,
    Basis,
    Made,
    NothingSupported,
    NotPromising,
    SupportMoved,
    SupportState,
    WhichSupport,
    WorkLinkNeeded,
)
from rules.values import replace
from tests.messages.samples.moments import at

NOW, DAY_S = at(18, 20, 30), 86_400
LINK = "https://t.me/c/1234567890/90"
MADE = Made("周<b>舟", "林晓", "莫莫", "借一台运动相机", "https://t.me/c/1234567890/120")
OFFERED = SupportCard(
    3,
    1,
    90,
    4,
    "周<b>舟",
    "胎压在车机里重置，<不用跑店>",
    LINK,
    "借一台运动相机",
    2,
    "莫莫",
    "莫莫",
    NOW + 3 * DAY_S,
    SupportState.OFFERED,
    stands=True,
)
ACCEPTED = replace(OFFERED, state=SupportState.ACCEPTED)
DECLINED = replace(OFFERED, state=SupportState.DECLINED)
DONE = replace(OFFERED, state=SupportState.DONE, made=MADE)
OVER = replace(ACCEPTED, id=2, name="林晓", due_at=NOW - DAY_S)
ABOUT = Promising(Basis.FEATURE, 3, 1, 90, 4, "胎压在车机里重置，<不用跑店>")

SAMPLES: dict[str, object] = {
    "support/card": OFFERED,
    "support/form": ABOUT,
    "support/offered": OFFERED,
    "support/told_offered": OFFERED,
    "support/accepted": ACCEPTED,
    "support/declined": DECLINED,
    "support/answered": ACCEPTED,
    "support/told_stopped": ACCEPTED,
    "support/ask_link": ACCEPTED,
    "support/finished": DONE,
    "support/done": DONE,
    "support/told_done": DONE,
    "support/told_due": ACCEPTED,
    "support/helper_left": replace(ACCEPTED, gone=True),
    "support/told_handed": ACCEPTED,
    "support/due": SupportsDue((SupportLine(OVER, overdue=True), SupportLine(ACCEPTED, overdue=False))),
    "refusals/not_promising": NotPromising(),
    "refusals/already_supported": AlreadySupported("莫莫"),
    "refusals/support_moved": SupportMoved(SupportState.WITHDRAWN, stands=True),
    "refusals/nothing_supported": NothingSupported(),
    "refusals/which_support": WhichSupport((3, 2)),
    "refusals/work_link_needed": WorkLinkNeeded(300),
}
MORE: dict[str, object] = {
    "support/due · by one who is of the team no more": SupportsDue(
        (SupportLine(replace(OVER, gone=True), overdue=True),)
    ),
    "support/card · accepted, another one helps": replace(ACCEPTED, by="瑞秋"),
    "support/card · declined": DECLINED,
    "support/card · withdrawn": replace(OFFERED, state=SupportState.WITHDRAWN),
    "support/card · no answer in time": replace(OFFERED, state=SupportState.LAPSED),
    "support/card · finished, by the author": replace(DONE, made=replace(MADE, maker="周<b>舟")),
    "support/card · its idea was taken back": replace(ACCEPTED, stands=False),
    "support/card · picked only": replace(OFFERED, title=""),
    "support/card · picked only, in a group without addresses": replace(OFFERED, title="", link=None),
    "support/told_offered · in a group without addresses": replace(OFFERED, link=None),
    "support/form · picked only": replace(ABOUT, basis=Basis.PICKED, title=""),
    "support/answered · declined": DECLINED,
    "support/done · in a group without addresses": replace(DONE, link=None, made=replace(MADE, link=None)),
    **{
        f"refusals/support_moved · {state.value}": SupportMoved(state, stands=True)
        for state in SupportState
        if state is not SupportState.WITHDRAWN
    },
    "refusals/support_moved · its idea was taken back": SupportMoved(SupportState.ACCEPTED, stands=False),
}
