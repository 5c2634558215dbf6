"""What did not arrive, or may not have."""

from actions.operations.missed import Missed
from handlers.operations.missed import Line
from handlers.weighty import WEIGHTY, Waits
from rules.missed import Hindrance, MissedLetter
from tests.messages.samples.moments import at

AT = at(18, 9, 12)
BOARD = MissedLetter(12, True, AT, "星途车友会", "", "<b>本周榜单</b> 11月15日–21日", True)
CODE = MissedLetter(13, False, AT + 60, "", "林晓", "", True)
ADDRESS = MissedLetter(14, True, AT + 90, "", "莫莫", "", False)
MUTED = MissedLetter(15, False, AT + 120, "星途车友会", "林晓", "", True, Hindrance.ADMIN, True)
FREED = MissedLetter(17, False, AT, "星途上海", "周舟", "", True, Hindrance.RIGHT)

SAMPLES: dict[str, object] = {
    "missed/list": Missed((BOARD, CODE, ADDRESS, MUTED), 4, "again"),
    "missed/waits": Waits("code", ("林晓",)),
    "missed/waiting": None,
}
LABELS: dict[str, object] = {"missed/again": Line(1), "missed/let_be": Line(1), "missed/decided": Line(1)}
IN_A_GROUP = MissedLetter(15, True, AT, "星途车友会", "林晓", "", True)
NOWHERE = MissedLetter(16, False, AT, "", "", "<b>本周榜单</b> 11月15日–21日", True)
MORE: dict[str, object] = {
    "missed/waits · many": Waits("event", ("林晓", "周舟"), 3),
    **{f"missed/waits · {about}": Waits(about, ("林晓",)) for about in sorted({*WEIGHTY.values()} - {"code"})},
    "missed/list · one is let be, one is for somebody in a group": Missed((IN_A_GROUP, NOWHERE), 2, "let_be"),
    "missed/list · one may write again, but Telegram did not do it": Missed((FREED,), 1, "let_be"),
    "missed/list · none": Missed((), 0, "again"),
    "missed/list · those shown are settled, not the others": Missed((), 3, "again", (1, 2)),
    "missed/list · the first is settled": Missed((CODE,), 1, "let_be", (1, CODE.id)),
}
