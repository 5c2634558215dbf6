"""Days in a form are those of the moment it was written, by the clock that is shown where it was written."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from tests.handlers.daily.test_limits_and_home import THERE, at_home
from tests.handlers.offers.eventing import FORM as EVENT
from tests.handlers.teams.projecting import FORM as PROJECT
from tests.handlers.teams.test_cocreation import FORM as COCREATION
from tests.handlers.works.desk import STANDARD, published
from tests.places import second
from tests.stage import Stage

DAY_S = 86_400
NOTE = "标题：蓝牙钥匙固件\n内容：长按 10 秒就能重新配对，不用忽略设备。\n有效期至：明天 20:00\n主题词：蓝牙钥匙"


def at(day: int, hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())


def previewed(stage: Stage, text: str, where: Chat | None = None) -> Message:
    """The moderator writes it; the preview."""
    stage.mo.say(where or stage.world.private(stage.mo), text)
    stage.play()
    return stage.last(where or stage.mo)


def kept(stage: Stage, column: str) -> int:
    table, name = column.split(".")
    found: int = stage.do(lambda tx: tx.value(f"SELECT {name} FROM {table}"))
    return found


@pytest.mark.parametrize(
    ("command", "form", "column", "label"),
    [
        ("newcocreation", COCREATION.replace("7天", "明天 20:00"), "cocreation.deadline", "发布"),
        ("newevent", EVENT.replace("11-21 20:00", "明天 20:00"), "event.starts_at", "发布"),
        ("newchallenge", STANDARD.replace("7天", "明天晚上8点"), "challenge.deadline", "发布"),
        ("newnote", NOTE, "bulletin.until_at", "✅ 发布"),
    ],
)
def test_tomorrow_is_the_day_after_it_was_written_though_it_is_published_after_midnight(
    stage: Stage, command: str, form: str, column: str, label: str
) -> None:
    stage.advance(14.9 * 3600)  # Monday, 23:54
    preview = previewed(stage, f"/{command} {form}")
    stage.advance(600)
    stage.press(stage.mo, preview, label)
    assert kept(stage, column) == at(17, 20)


def test_the_stages_of_a_project_are_of_the_day_on_which_it_was_written(stage: Stage) -> None:
    form = PROJECT.replace("11-24 20:00 | 分镜定稿", "- 下周二 20:00 | 分镜定稿\n- 样片，7天后")
    preview = previewed(stage, f"/newproject {form}")
    stage.advance(DAY_S)
    stage.press(stage.mo, preview, "发布")
    due = stage.do(lambda tx: tx.all("SELECT due FROM project_milestone ORDER BY nth"))
    assert [row.due for row in due] == [at(24, 20), at(23, 9)]


def test_an_end_that_is_over_by_then_is_not_published(stage: Stage) -> None:
    preview = previewed(stage, "/newcocreation " + COCREATION.replace("7天", "今晚 23点"))
    stage.advance(DAY_S)
    stage.press(stage.mo, preview, "发布")
    assert "已经过去了" in stage.last(stage.mo).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM cocreation")) == 0


def test_what_is_changed_to_tomorrow_is_the_day_after_it_was_written(stage: Stage) -> None:
    published(stage)
    preview = previewed(stage, "/editchallenge 1 截止：11天后")
    stage.advance(DAY_S)
    stage.press(stage.mo, preview, "保存修改")
    assert kept(stage, "challenge.deadline") == at(27, 9)


def test_a_form_that_was_wrong_elsewhere_keeps_the_day_on_which_it_was_written(stage: Stage) -> None:
    previewed(stage, "/newcocreation " + COCREATION.replace("7天", "明天 20:00").replace("80", "八十左右"))
    stage.advance(0.7 * DAY_S)
    preview = previewed(stage, "奖励：80")
    stage.press(stage.mo, preview, "发布")
    assert kept(stage, "cocreation.deadline") == at(17, 20)


@pytest.mark.parametrize(
    ("command", "form", "column", "label"),
    [
        ("newcocreation", COCREATION.replace("7天", "11-20 20:00"), "cocreation.deadline", "发布"),
        ("newevent", EVENT.replace("11-21 20:00", "11-20 20:00"), "event.starts_at", "发布"),
        ("newchallenge", STANDARD.replace("7天", "周五 20:00"), "challenge.deadline", "发布"),
    ],
)
def test_what_is_written_in_the_staff_group_is_read_by_the_clock_that_is_shown_there(
    stage: Stage, command: str, form: str, column: str, label: str
) -> None:
    second(stage, [stage.mo])
    at_home(stage, stage.mo, THERE)
    stage.press(stage.mo, previewed(stage, f"/{command} {form}", stage.staff), label)
    assert kept(stage, column) == at(20, 20)
