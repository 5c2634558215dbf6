"""What the messages speak about that show words before anybody else reads them."""

from handlers.ahead import Ahead, EditedLate, FormAgain, Gone, NotFollowed, SaysNothing
from rules.values import replace
from tests.messages.samples.order import PREPARING, RETURNED

SHOWN = Ahead("order.reason", "暂时缺货", ("林晓",), template="order/returned", outcome=RETURNED)

SAMPLES: dict[str, object] = {
    "ahead/shown": SHOWN,
    "ahead/in_private": None,
    "ahead/gone": Gone("plan.form"),
    "ahead/edited_late": EditedLate("order.reason", "ahead"),
    "ahead/not_followed": NotFollowed("order.address", joined=True),
    "ahead/form_again": FormAgain("plan.need", "要什么：一台<相机>\n什么时候要：2026-12-04 23:59"),
    "ahead/nothing": SaysNothing("哈<哈>", "order/ask_reason", PREPARING),
}

MORE: dict[str, object] = {
    "ahead/edited_late · a talk": EditedLate("contact.words", "at_once"),
    "ahead/edited_late · what may be changed": EditedLate("card.intro", "open"),
    "ahead/edited_late · a work": EditedLate("submission.work", "previewed"),
    "ahead/edited_late · a draft": EditedLate("look.draft", "previewed"),
    "ahead/edited_late · an address": EditedLate("order.address", "previewed"),
    "ahead/edited_late · a form": EditedLate("event.form", "previewed", form=True),
    "ahead/edited_late · words with a button of their own": EditedLate("event.reason", "previewed"),
    "ahead/not_followed · by itself": NotFollowed("batch.list", joined=False),
    "ahead/shown · in the evening, by several and a group": replace(SHOWN, others=2, groups=("冬<季>群",), later=True),
    "ahead/shown · in groups alone": replace(SHOWN, names=(), groups=("冬<季>群", "夏季群")),
    "ahead/shown · by the team alone": Ahead("resource.close", "冬<季>群"),
    "ahead/shown · while something else is asked": replace(SHOWN, among=True, number=12),
    "ahead/shown · in groups, while something else is asked": replace(
        SHOWN, names=(), groups=("冬<季>群",), among=True
    ),
    "ahead/shown · a form": Ahead("plan.form", "方案：跑三趟<高速>\n交付：2026-12-04 23:59", form=True),
}

LABELS: dict[str, object] = {"ahead/send": SHOWN}
