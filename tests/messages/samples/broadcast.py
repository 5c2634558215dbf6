"""What the messages about announcements speak about."""

from datetime import date

from actions.operations.broadcast import Drafted, Missed, Sent
from handlers.operations.broadcast import PlannedBroadcast, PlannedBroadcasts, Unclear
from rules.audience import Reader
from rules.operations.broadcast import Page
from rules.pages import Page as PageOfList
from rules.people import Group, Part
from rules.reading.unreal import Slip, Unreal
from rules.values import replace
from tests.messages.samples.moments import at

AT = at(21, 10)
BEFORE = at(18, 10)
TEXT = "周六上午 10 点，滨江停车场集合 <试驾>。\n带上驾照就好。"
PAGE = Page('周六上午 <b>10 点</b>，<a href="https://brand.cn/map">滨江停车场</a>集合。', first=True)
REST = Page("带上驾照就好。", first=False)
GROUP = Group(1, -100, "星途车友会", Part.COMMUNITY, "Asia/Shanghai", "zh")
BOTH = (Reader(1, "星途车友会", "zh", reads=True), Reader(2, "星途上海", "zh", reads=True))
ONE = (Reader(1, "星途车友会", "zh", reads=False), Reader(2, "星途上海", "zh", reads=True))
FILES = (("photo", "a-photo"),)
PLANNED = PlannedBroadcast(4, 1, "周六上午 10 点", 0, AT)

SAMPLES: dict[str, object] = {
    "broadcast/ask": None,
    "broadcast/album": Drafted(4, (PAGE,), FILES, BOTH, None),
    "broadcast/list": PlannedBroadcasts((PLANNED, PlannedBroadcast(5, 2, "", 2, at(25, 20)))),
    "broadcast/post": PAGE,
    "broadcast/card": Drafted(4, (PAGE,), FILES, BOTH, None),
    "broadcast/when": None,
    "broadcast/unclear": Unclear("下个礼拜"),
    "broadcast/sent": Sent(4, (PAGE,), FILES, (GROUP,)),
    "broadcast/cancelled": None,
    "broadcast/otherwise": None,
    "broadcast/missed": Missed(4, 3, TEXT, BEFORE),
}
MORE: dict[str, object] = {
    "broadcast/unclear · an hour of which day": Unclear("8点", hour=True),
    "broadcast/unclear · a day without its hour": Unclear("下周五", day=True),
    "broadcast/unclear · there is no such day": Unclear(
        "2月30日 20:00", unreal=Unreal(Slip.DAY, 30, date(2027, 2, 28))
    ),
    "broadcast/list · a second page": PlannedBroadcasts((PLANNED,), PageOfList(2, 2, 13, 12)),
    "broadcast/list · nothing": PlannedBroadcasts(()),
    "broadcast/card · in several messages, for one group": Drafted(4, (PAGE, REST), (), ONE, None),
    "broadcast/card · planned": Drafted(4, (PAGE,), (), BOTH, AT),
    "broadcast/card · for two of three": Drafted(
        4, (PAGE,), (), (*BOTH, Reader(3, "核心<b>群", "zh", reads=False)), None
    ),
    "broadcast/post · a further message": REST,
    "broadcast/sent · several groups": Sent(4, (PAGE,), FILES, (GROUP, replace(GROUP, id=2, title="星途上海"))),
    "broadcast/missed · it may have been sent": Missed(4, 3, TEXT, BEFORE, doubted=True),
    "broadcast/missed · a long one": Missed(4, 3, TEXT * 10, BEFORE),
    "broadcast/missed · by one who announces nothing any more": Missed(4, 3, TEXT, BEFORE, by="周舟"),
    "broadcast/missed · pictures alone": Missed(4, 3, "", BEFORE),
}
LABELS: dict[str, object] = {"broadcast/open": PLANNED}
