"""A published team project is changed by form: what may change, what stays, and what the team hears."""

from tests.handlers.teams.projecting import card, formed, hand_in, project, take
from tests.stage import Stage


def edited(stage: Stage, number: int, lines: str) -> str:
    """The moderator sends lines with the command, and saves if there is something to save; what they are told."""
    stage.mo.say(stage.world.private(stage.mo), f"/editproject {number} {lines}")
    stage.play()
    shown = stage.last(stage.mo)
    if any(button.text == "保存修改" for row in shown.buttons for button in row):
        stage.press(stage.mo, shown, "保存修改")
    return stage.last(stage.mo).text


def test_touched_lines_change_the_project_its_announcement_and_what_is_handed_in(stage: Stage) -> None:
    number = formed(stage)
    assert "改好了" in edited(stage, number, "标题：冬夜长途\n截止：11-30 20:00\n奖励：150")
    shown = next(one for one in reversed(stage.messages(stage.group)) if "谁在做什么" in str(one.buttons))
    assert "冬夜长途" in shown.text and "150 分" in shown.text
    titles = stage.do(lambda tx: tx.all("SELECT title, deadline FROM challenge WHERE project IS NOT NULL"))
    deadline = stage.do(lambda tx: tx.value("SELECT deadline FROM project"))
    assert [tuple(row) for row in titles] == [("冬夜长途", deadline)] * 2
    stage.evening()
    for person in (stage.he, stage.lin, stage.zhou):
        [told] = [one for one in stage.said(person) if "你在的团队项目" in one]
        assert "夏夜长途 → <b>冬夜长途" in told or "冬夜长途" in told
    hand_in(stage, stage.lin, number, "南浦大桥的夜景，三分钟。")


def test_whoever_has_a_role_loses_neither_time_nor_reward(stage: Stage) -> None:
    number = project(stage)
    assert "改好了" in edited(stage, number, "奖励：80\n截止：11-27 20:00")
    take(stage, stage.lin, "拍摄")
    assert "只能往上加" in edited(stage, number, "奖励：60")
    assert "只能往后改" in edited(stage, number, "截止：11-26 20:00")
    assert stage.do(lambda tx: tx.value("SELECT reward FROM project")) == 80


def test_who_does_what_stays_as_it_was_announced_and_how_it_formed_once_it_has_begun(stage: Stage) -> None:
    number = project(stage)
    assert "发布后不变" in edited(stage, number, "带头：拍摄")
    assert "发布后不变" in edited(stage, number, "角色：\n导演 | 1 | 100% | 全都做")
    assert "改好了" in edited(stage, number, "组队截止：11-21 20:00")
    for person, role in ((stage.he, "导演"), (stage.lin, "拍摄"), (stage.zhou, "拍摄")):
        take(stage, person, role)
    assert "已经开工了" in edited(stage, number, "组队截止：11-22 20:00")


def test_a_team_has_to_form_before_it_hands_in(stage: Stage) -> None:
    number = project(stage)
    assert "组队截止" in edited(stage, number, "组队截止：11-29 20:00")
    assert stage.do(lambda tx: tx.value("SELECT form_by < deadline FROM project"))


def test_what_another_wrote_meanwhile_stays_where_it_is_not_touched_and_is_shown_where_it_is(stage: Stage) -> None:
    number = project(stage)
    stage.mo.say(stage.world.private(stage.mo), f"/editproject {number} 标题：冬夜长途")
    stage.play()
    preview = stage.last(stage.mo)
    stage.do(lambda tx: tx.run("UPDATE project SET chat = 'https://t.me/+winter', title = '春夜长途'"))
    stage.press(stage.mo, preview, "保存修改")
    assert "春夜长途" in stage.last(stage.mo).text and "保存后会是" in stage.last(stage.mo).text
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    row = stage.do(lambda tx: tx.one("SELECT title, chat FROM project"))
    assert row is not None and tuple(row) == ("冬夜长途", "https://t.me/+winter")


def test_who_has_left_by_the_evening_hears_nothing_and_what_is_over_is_not_changed(stage: Stage) -> None:
    number = project(stage)
    take(stage, stage.lin, "拍摄")
    take(stage, stage.he, "导演")
    edited(stage, number, "说明：一组夜路的照片，每人三张。")
    card(stage, stage.lin, number)
    stage.press(stage.lin, stage.last(stage.lin), "退出")
    stage.press(stage.lin, stage.last(stage.lin), "确认退出")
    stage.evening()
    assert not [one for one in stage.said(stage.lin) if "你在的团队项目" in one]
    assert [one for one in stage.said(stage.he) if "说明改了" in one]
    stage.do(lambda tx: tx.run("UPDATE project SET state = 'dissolved', ended_at = 1"))
    assert "改好了" not in edited(stage, number, "说明：再改一次说明。")
