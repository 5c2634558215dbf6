"""What the messages about forms speak about."""

from datetime import date

from handlers.kept import FormMistaken, FormRefused
from rules.offers.event import SpeakerUnknown
from rules.reading.flaws import Flaw, Mistake
from rules.reading.spans import Unit
from rules.reading.unreal import Slip, Unreal
from rules.same_again import SameAgain

SAMPLES: dict[str, object] = {
    "forms/refused": FormRefused(
        "event.form", SpeakerUnknown.template, SpeakerUnknown("@nobody<b>"), "标题：夜拍工作坊\n积分：<5>"
    ),
    "forms/same_again": SameAgain("开始：\n报名截止：\n标题：夜拍工作坊 <一>\n积分：5", ("开始", "报名截止")),
    "forms/unreal": Unreal(Slip.DAY, 30, date(2027, 2, 28)),
    "forms/wrong": FormMistaken(
        "challenge.form",
        (
            Mistake(1, "", Flaw.UNKNOWN, "标提：转场", ("标题", "类型", "积分")),
            Mistake(2, "类型", Flaw.CHOICE, "半开", ("标准", "框架", "开放")),
            Mistake(3, "积分", Flaw.NUMBER, "<很多>", (), 1, 500),
            Mistake(3, "积分", Flaw.RANGE, "9999", (), 1, 500),
            Mistake(3, "名额", Flaw.TOTAL, "5 each"),
            Mistake(3, "时长", Flaw.SPAN, "两周", (), 15, 2880, Unit.MINUTES),
            Mistake(3, "几天内", Flaw.SPAN, "三个月", (), 1, 90, Unit.DAYS),
            Mistake(4, "截止", Flaw.MOMENT, "改天"),
            Mistake(4, "截止", Flaw.MOMENT, "2月30日", unreal=Unreal(Slip.DAY, 30, date(2027, 2, 28))),
            Mistake(4, "开始", Flaw.HOUR, "12-05"),
            Mistake(4, "截止", Flaw.PAST, "2020-01-01"),
            Mistake(0, "截止", Flaw.LATE, "30"),
            Mistake(5, "步骤", Flaw.COUNT, "14", (), 1, 12),
            Mistake(5, "说明", Flaw.LENGTH, "1", (), 2, 900),
            Mistake(6, "积分", Flaw.TWICE),
            Mistake(6, "积分", Flaw.TWICE, allowed=("100", "<150>")),
            Mistake(7, "成本", Flaw.MONEY, "三十五", ("CNY",)),
            Mistake(8, "链接", Flaw.LINK, "见官网", (), 0, 300),
            Mistake(9, "话题", Flaw.TAG, "#a b", (), 0, 40),
            Mistake(0, "标题", Flaw.MISSING),
            Mistake(0, "", Flaw.LINES, "131", (), 0, 120),
        ),
        ("标题", "类型", "积分"),
        "标提：转场\n类型：半开\n积分：<很多>\n截止：改天",
    ),
}
MORE: dict[str, object] = {
    "forms/same_again · a team's milestones": SameAgain("截止：\n标题：夏夜长途", ("截止",), ("分镜定稿", "粗剪 <一>")),
    "forms/unreal · a month": Unreal(Slip.MONTH, 13),
    "forms/unreal · an hour": Unreal(Slip.HOUR, 25),
    "forms/unreal · a minute": Unreal(Slip.MINUTE, 75),
    "forms/unreal · a weekday": Unreal(Slip.WEEKDAY, 30, date(2026, 11, 30)),
    "forms/wrong · one thing": FormMistaken("challenge.form", (Mistake(0, "标题", Flaw.MISSING),), (), "类型：标准"),
}
