"""Small challenges in line: one of a track opens each week by itself, never two; staff order them and hear of a week without."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sandbox.world.messages import Message
from storage.engine.engine import Violated
from tests.handlers.works.desk import STANDARD, labels
from tests.stage import Stage

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY_S = 86_400


def form(title: str, track: str = "视频") -> str:
    return STANDARD.replace("转场练习", title).replace("赛道：视频", f"赛道：{track}")


def queued(stage: Stage, *titles: str, track: str = "视频") -> None:
    """The moderator puts challenges in line."""
    for title in titles:
        stage.mo.say(stage.world.private(stage.mo), f"/newchallenge {form(title, track)}")
        stage.play()
        stage.press(stage.mo, stage.last(stage.mo), "🧩 排进微挑战")


def weekday(stage: Stage, day: int, hour: int = 10, minute: int = 31) -> None:
    """Let time pass until that weekday (Monday is 0)."""
    now = datetime.fromtimestamp(stage.clock.now(), UTC).astimezone(SHANGHAI)
    then = now.replace(hour=hour, minute=minute, second=0) + timedelta(days=(day - now.weekday()) % 7)
    then += timedelta(days=7) if then <= now else timedelta()
    stage.advance(then.timestamp() - now.timestamp())


def opened(stage: Stage) -> list[str]:
    """The challenges that stand in the group as of the series."""
    return [text for text in stage.said(stage.group) if "微挑战 第" in text]


def line(stage: Stage) -> Message:
    """The moderator looks at the line."""
    stage.mo.say(stage.world.private(stage.mo), "/series")
    stage.play()
    return stage.last(stage.mo)


def test_one_opens_each_week_in_the_order_of_the_line(stage: Stage) -> None:
    queued(stage, "拍三种光", "剪两种转场")
    assert "前面还有 1 个" in stage.last(stage.mo).text
    weekday(stage, 0)
    [first] = opened(stage)
    assert "拍三种光" in first and "第 1 期" in first
    assert "参加" in [label for one in stage.messages(stage.group) for label in labels(one)]
    stage.restart(stage.programme)
    stage.advance(DAY_S)
    assert len(opened(stage)) == 1
    weekday(stage, 0)
    [second] = opened(stage)
    assert "剪两种转场" in second and "第 2 期" in second


def test_two_of_a_track_never_open_in_a_week(stage: Stage) -> None:
    queued(stage, "拍三种光", "剪两种转场")
    weekday(stage, 0, hour=8)
    page = line(stage)
    for label in ("剪两种转场", "现在就开", "确认现在开"):
        stage.press(stage.mo, page, label)
    weekday(stage, 0)
    assert [("剪两种转场" in text) for text in opened(stage)] == [True]
    stage.press(stage.mo, page, "拍三种光")
    stage.press(stage.mo, page, "现在就开")
    assert "这周已经开过" in stage.press(stage.mo, page, "确认现在开")
    with pytest.raises(Violated):
        stage.do(
            lambda tx: tx.run("UPDATE series_task SET state = 'opened', challenge = 1, week = '2026-W48' WHERE id = 1")
        )


def test_each_track_has_its_own_line_and_may_pause(stage: Stage) -> None:
    queued(stage, "拍三种光")
    queued(stage, "写一次远行", track="写作")
    stage.press(stage.mo, line(stage), "⏸ 暂停写作")
    weekday(stage, 0)
    assert len(opened(stage)) == 1
    stage.press(stage.mo, line(stage), "▶ 继续写作")
    weekday(stage, 0)
    assert "写一次远行" in opened(stage)[-1]


def test_staff_order_the_line_skip_and_take_out(stage: Stage) -> None:
    queued(stage, "甲的题目", "乙的题目", "丙的题目")
    page = line(stage)
    stage.press(stage.mo, page, "丙的题目")
    stage.press(stage.mo, page, "提前一位")
    stage.press(stage.mo, page, "全部微挑战")
    assert labels(page)[:3] == ["甲的题目", "丙的题目", "乙的题目"]
    stage.press(stage.mo, page, "甲的题目")
    stage.press(stage.mo, page, "放到最后")
    stage.press(stage.mo, page, "全部微挑战")
    assert labels(page)[:3] == ["丙的题目", "乙的题目", "甲的题目"]
    for label in ("丙的题目", "拿掉", "确认拿掉"):
        stage.press(stage.mo, page, label)
    assert labels(page)[:2] == ["乙的题目", "甲的题目"]


def test_a_week_without_one_is_said_to_staff_on_friday(stage: Stage) -> None:
    weekday(stage, 4)
    assert not [text for text in stage.said(stage.staff) if "还空着" in text]
    queued(stage, "拍三种光")
    weekday(stage, 0)
    weekday(stage, 4)
    [told] = [text for text in stage.said(stage.staff) if "还空着" in text]
    assert "视频" in told


def test_what_a_dismissed_moderator_put_in_line_is_their_dismissers_who_reads_so(stage: Stage) -> None:
    queued(stage, "拍三种光")
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @mo 版主")
    stage.play()
    assert "排好的 1 个微挑战现在归你" in stage.last(stage.owner).text and "/series" in stage.last(stage.owner).text
    weekday(stage, 0)
    assert len(opened(stage)) == 1
    owner = stage.member(stage.owner).id
    assert stage.do(lambda tx: tx.value("SELECT actor FROM audit WHERE act = 'challenge.publish'")) == owner
