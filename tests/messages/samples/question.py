"""Questions, as they are told."""

from actions.daily.acceptance import Accepted
from actions.daily.knowledge import Found
from actions.daily.question import Asked, Closed, OpenLine, OpenPage, StillOpen
from actions.daily.waiting import Digest
from handlers.daily.asked import Numbered
from handlers.daily.looked_up import ForTheGroup
from rules.pages import Page
from rules.values import replace

LINK = "https://t.me/c/1234567890/88"
ALIKE = Found(7, "蓝牙钥匙连不上手机", "先在手机里忽略这把钥匙，再重新配对 <3 次>", LINK)
ASKED = Asked(12, "林晓", "蓝牙钥匙突然连不上怎么办？", LINK, ())
LINES = (
    OpenLine(12, "蓝牙钥匙突然连不上怎么办？", LINK, 3, 0),
    OpenLine(9, "冬天续航掉多少算正常？", None, 75, 2),
)
SOLVED = Accepted(12, "蓝牙钥匙连不上", "周舟", "林晓", 15, 3, None, None, 3)

SAMPLES: dict[str, object] = {
    "question/asked": ASKED,
    "question/alike": Asked(12, "林晓", "蓝牙钥匙连不上", LINK, (ALIKE,)),
    "question/noted": Asked(12, "林晓", "蓝牙钥匙连不上", LINK, ()),
    "question/carried": Asked(12, "林晓", "蓝牙钥匙连不上", LINK, (ALIKE,)),
    "question/for_the_group": ForTheGroup(copied=True),
    "question/closed": Closed(12, "林晓"),
    "question/closed_thanks": Closed(12, "林晓"),
    "question/stays_open": ASKED,
    "question/solved": SOLVED,
    "question/still_open": StillOpen(12, kept=False),
    "question/open": OpenPage(LINES, Page(1, 2, 7, 0)),
    "question/reminder": LINES[0],
    "question/nudge": LINES[1],
    "question/digest": Digest(LINES, 4),
}

LABELS: dict[str, object] = {"question/choose_named": Numbered(12), "question/close_named": Numbered(12)}
UNLINKED = replace(ALIKE, number=5, link=None)
NEW = OpenLine(13, "提车要带哪些证件？", LINK, 0, 0)
MORE: dict[str, object] = {
    "question/for_the_group · too long for a button": ForTheGroup(copied=False),
    "question/alike · several, one without a link": replace(ASKED, alike=(ALIKE, UNLINKED)),
    "question/carried · several alike, one without a link": replace(ASKED, alike=(ALIKE, UNLINKED)),
    "question/carried · nothing alike": ASKED,
    "question/still_open · nothing is said now": StillOpen(12, kept=True),
    "question/open · one page, one just asked": OpenPage((NEW, *LINES), Page(1, 1, 3, 0)),
    "question/open · one reply": OpenPage((replace(NEW, hours=50, answers=1),), Page(1, 1, 1, 0)),
    "question/open · none": OpenPage((), Page(1, 1, 0, 0)),
    "question/reminder · one reply": replace(NEW, answers=1),
    "question/nudge · one reply": replace(NEW, answers=1),
    "question/reminder · answered, not accepted": LINES[1],
    "question/nudge · no answer yet": LINES[0],
    "question/digest · all of them": Digest((NEW,), 0),
    "question/solved · no points": replace(SOLVED, points=0, asker_points=0),
}
