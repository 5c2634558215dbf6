"""What the messages about announcements speak about."""

from actions.operations.broadcast import Drafted, Missed, Sent
from handlers.operations.broadcast import BroadcastAsked, PlannedBroadcast, Unclear
from rules.people import Group, Part
from tests.messages.samples.moments import at

AT = at(21, 10)
BEFORE = at(18, 10)
TEXT = "周六上午 10 点，滨江停车场集合 <试驾>。\n带上驾照就好。"
GROUP = Group(1, -100, "星途车友会", Part.COMMUNITY, "Asia/Shanghai", "zh")

SAMPLES: dict[str, object] = {
    "broadcast/ask": BroadcastAsked((PlannedBroadcast("周六上午 10 点", AT),)),
    "broadcast/post": Sent(4, TEXT, "品牌主理人", (GROUP,)),
    "broadcast/preview": Drafted(4, TEXT, ("星途车友会", "星途上海"), None),
    "broadcast/when": None,
    "broadcast/unclear": Unclear("下个礼拜"),
    "broadcast/planned": Drafted(4, TEXT, ("星途车友会", "星途上海"), AT),
    "broadcast/sent": Sent(4, TEXT, "品牌主理人", (GROUP,)),
    "broadcast/cancelled": None,
    "broadcast/missed": Missed(3, TEXT, BEFORE),
}
