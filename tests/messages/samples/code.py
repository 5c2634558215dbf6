"""What the messages about codes speak about."""

from actions.shop.code import CodesShown, CodesTaken, CodesWithdrawn, UnusedCodes
from handlers.shop.code import OneCode
from rules.pages import Page
from rules.values import replace
from storage.shop.codes import Unused
from tests.messages.samples.reward import VOUCHER

SHOWN = CodesShown(3, "洗车券", 48, "XT-0001", "XT-0050", 2, 1, 1, "10", 1, 1, "请把这些发给大家", 3, "1.23457E+15", 2)

SAMPLES: dict[str, object] = {
    "code/ask": VOUCHER,
    "code/shown": SHOWN,
    "code/none_new": SHOWN,
    "code/taken": CodesTaken(4, 3, "洗车券", 48, 50),
    "code/dropped": None,
    "code/unused": UnusedCodes(4, "洗车券", (Unused(7, "XT-0001"),), Page(1, 3, 21, 0)),
    "code/sure": OneCode("XT-0001"),
    "code/sure_several": OneCode("洗车券"),
    "code/withdrawn": CodesWithdrawn("洗车券", 1, 47),
}
LABELS: dict[str, object] = {"code/take_in": SHOWN, "code/one": OneCode("XT-0001")}
MORE: dict[str, object] = {
    "code/shown · a single one": replace(
        SHOWN,
        new=1,
        last="XT-0001",
        known=0,
        doubles=0,
        headings=0,
        beside="",
        refused=0,
        unlikely=0,
        mangled=0,
        elsewhere=0,
    ),
    "code/unused · none": UnusedCodes(4, "洗车券", (), Page(1, 1, 0, 0)),
}
