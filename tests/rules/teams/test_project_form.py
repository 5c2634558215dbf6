"""The form of a team project: each fault with its line and kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw
from rules.reading.forms import Filled
from rules.teams.project_form import plan_of, read, role_in

LINES = (
    "标题：夏夜长途",
    "赛道：视频",
    "奖励：100",
    "组队截止：3天",
    "截止：10天",
    "角色：",
    "导演 | 1 | 40% | 写分镜",
    "拍摄，2人，60%，各拍一段",
    "带头：导演",
    "节点：",
    "5天 | 分镜定稿",
    "说明：一条三分钟的夜路。",
)


def filled(**changed: str) -> Filled:
    """The form with these lines (by their number) written otherwise."""
    lines = [changed.get(f"line_{number}", line) for number, line in enumerate(LINES, 1)]
    return read("\n".join(lines), vocabulary("project", "zh"), Occasion(1_794_790_800, Programme()))


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        ("下周三 分镜定稿", "分镜定稿", "11-25 23:59"),
        ("下周三：分镜定稿", "分镜定稿", "11-25 23:59"),
        ("11月25号 20:00 粗剪", "粗剪", "11-25 20:00"),
        ("下周三 20:00：粗剪", "粗剪", "11-25 20:00"),
        ("11月25日分镜定稿", "分镜定稿", "11-25 23:59"),
        ("分镜定稿，11月25号晚上8点", "分镜定稿", "11-25 20:00"),
        ("5分钟粗剪 | 下周三", "5分钟粗剪", "11-25 23:59"),
        ("Nov 25, 2026 20:00 rough cut", "rough cut", "11-25 20:00"),
        ("storyboard by Nov 25", "storyboard", "11-25 23:59"),
        ("next Wednesday: storyboard", "storyboard", "11-25 23:59"),
    ],
)
def test_a_milestone_is_written_as_people_say_it(line: str, title: str, day: str) -> None:
    [milestone] = plan_of(filled(line_11=line)).milestones
    when = datetime.fromtimestamp(milestone.due, ZoneInfo("Asia/Shanghai"))
    assert (milestone.title, f"{when:%m-%d %H:%M}") == (title, day)


def test_a_form_is_a_plan() -> None:
    plan = plan_of(filled())
    assert [(role.name, role.places, role.share, role.what) for role in plan.roles] == [
        ("导演", 1, 40, "写分镜"),
        ("拍摄", 2, 60, "各拍一段"),
    ]
    assert plan.lead == "导演"
    [milestone] = plan.milestones
    assert milestone.title == "分镜定稿" and plan.form_by < milestone.due < plan.deadline


@pytest.mark.parametrize(
    ("line", "written", "at", "flaw", "given"),
    [
        (7, "导演 写分镜", 7, Flaw.ROLE, "导演 写分镜"),
        (8, "拍摄 | 6 | 60% | 拍", 8, Flaw.RANGE, "6"),
        (8, "拍摄 | 2 | 0% | 拍", 8, Flaw.RANGE, "0%"),
        (8, "导演 | 2 | 60% | 拍", 8, Flaw.TWICE, ""),
        (8, "拍摄 | 2 | 50% | 拍", 0, Flaw.SHARES, "90"),
        (8, "拍摄 | 2 | 61% | 拍", 0, Flaw.SHARES, "101"),
        (9, "带头：剪辑", 0, Flaw.CHOICE, "剪辑"),
        (9, "带头：拍摄", 0, Flaw.LEAD, "2"),
        (11, "分镜定稿", 11, Flaw.MILESTONE, "分镜定稿"),
        (11, "20天 | 分镜定稿", 11, Flaw.ORDER, ""),
        (4, "组队截止：11天", 0, Flaw.ORDER, ""),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line: int, written: str, at: int, flaw: Flaw, given: str) -> None:
    [mistake] = filled(**{f"line_{line}": written}).mistakes
    assert (mistake.line, mistake.flaw, mistake.given) == (at, flaw, given)


@pytest.mark.parametrize("line", ["剪辑 1人 30% 剪成三分钟", "剪辑｜1｜30％｜剪成三分钟", "剪辑, 1, 30%, 剪成三分钟"])
def test_a_role_is_read_however_its_parts_are_set_apart(line: str) -> None:
    role = role_in(line)
    assert role is not None
    assert (role.name, role.places, role.share, role.what) == ("剪辑", 1, 30, "剪成三分钟")
