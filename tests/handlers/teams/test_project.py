"""A team project: announced, its roles taken and given back, what the team is told, and what each hands in."""

from tests.handlers.offers.eventing import DAY_S, labels
from tests.handlers.teams.projecting import FORM, card, count, formed, hand_in, project, state, take
from tests.handlers.works.desk import card as desk_card
from tests.handlers.works.desk import published, reviewed
from tests.stage import Stage


def test_a_project_is_announced_with_its_roles_and_begins_once_all_are_taken(stage: Stage) -> None:
    number = project(stage)
    shown = stage.last(stage.group)
    assert "夏夜长途" in shown.text and "60%" in shown.text
    assert "summer" not in shown.text
    assert labels(shown)[:2] == ["导演", "拍摄（缺 2）"]
    assert "导演是你的了" in take(stage, stage.he, "导演")
    assert "https://t.me/+summer" in stage.last(stage.he).text
    take(stage, stage.lin, "拍摄")
    assert state(stage, number) == "forming"
    assert "summer" not in card(stage, stage.zhou, number)
    assert "人齐了" in take(stage, stage.zhou, "拍摄")
    assert state(stage, number) == "running"
    assert all("开工了" in stage.last(person).text for person in (stage.he, stage.lin, stage.zhou))
    assert "周舟" in shown.text and labels(shown) == ["谁在做什么"]


def test_a_role_is_taken_once_and_the_last_place_by_one(stage: Stage) -> None:
    project(stage)
    shown = stage.last(stage.group)
    for person in (stage.he, stage.lin, stage.he):
        person.press(shown, "导演")
    stage.play()
    assert stage.do(count) == 1
    assert "一个项目接一个角色" in take(stage, stage.he, "拍摄")
    taken = stage.do(lambda tx: tx.value("SELECT sum(taken) FROM project_role"))
    assert taken == 1


def test_whoever_leaves_early_frees_the_role_and_the_team_hears_of_it_in_the_evening(stage: Stage) -> None:
    number = formed(stage)
    card(stage, stage.zhou, number)
    stage.press(stage.zhou, stage.last(stage.zhou), "退出")
    stage.press(stage.zhou, stage.last(stage.zhou), "确认退出")
    assert stage.do(count) == 2
    assert "拍摄" in labels(next(one for one in reversed(stage.messages(stage.group)) if "夏夜长途" in one.text))
    stage.evening()
    assert "退出了，现在缺拍摄" in stage.last(stage.lin).text
    take(stage, stage.zhou, "拍摄")
    assert state(stage, number) == "running" and stage.do(count) == 3


def test_each_hands_in_a_part_that_is_reviewed_as_works_are_and_nobody_else_can(stage: Stage) -> None:
    number = formed(stage)
    hand_in(stage, stage.lin, number, "南浦大桥的夜景，三分钟。")
    assert "📮 在等审核" in card(stage, stage.zhou, number)
    assert "团队项目 1 · 拍摄" in stage.last(stage.staff).text
    reviewed(stage, "通过", "开头抓人")
    assert "✅ 通过了" in card(stage, stage.zhou, number)
    stage.rui.say(stage.world.private(stage.rui), "/submit 1 我也来一份")
    stage.play()
    assert "只有队员能交" in stage.last(stage.rui).text
    card(stage, stage.lin, number)
    stage.press(stage.lin, stage.last(stage.lin), "退出")
    assert "不能退出" in stage.press(stage.lin, stage.last(stage.lin), "确认退出")


def test_what_a_teammate_made_may_be_in_the_whole_and_still_is_nobody_elses(stage: Stage) -> None:
    number = formed(stage)
    cut = hand_in(stage, stage.lin, number, "剪好了，三分钟。", film=b"the night")
    assert hand_in(stage, stage.zhou, number, "我也交这一段。", film=b"the night") == cut
    assert "别人先发过" in stage.press(stage.zhou, stage.last(stage.zhou), "交上去")
    whole = hand_in(stage, stage.he, number, "成片，三分钟。", button="交成品", film=b"the night")
    assert whole > cut and "成品" in desk_card(stage).text
    published(stage)
    stage.zhou.send(stage.group, video=b"the night", caption="#挑战3 剪了三遍")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT max(id) FROM submission")) == whole


def test_it_is_said_throughout_which_of_both_is_handed_in(stage: Stage) -> None:
    number = formed(stage)
    received = {"交我的那份": "你的那份收到了", "交成品": "全队的成品收到了"}
    for button, said in (("交我的那份", "（你的那份）"), ("交成品", "（全队的成品）")):
        card(stage, stage.he, number)
        stage.press(stage.he, stage.last(stage.he), button)
        assert said in stage.last(stage.he).text
        stage.he.say(stage.world.private(stage.he), f"这是{said}的内容，拍了一整夜。")
        stage.play()
        assert f"</b>{said}" in stage.last(stage.he).text or f"{said}：交上去前" in stage.last(stage.he).text
        shown = stage.last(stage.he)
        stage.press(stage.he, shown, "交上去")
        assert received[button] in shown.text


def test_a_team_that_is_not_complete_in_time_is_for_staff_to_decide(stage: Stage) -> None:
    number = project(stage)
    take(stage, stage.he, "导演")
    take(stage, stage.lin, "拍摄")
    stage.advance(4.6 * DAY_S)
    desk = desk_card(stage)
    assert "人还没齐" in desk.text
    stage.press(stage.mo, desk, "就这些人开工")
    assert state(stage, number) == "running"
    assert "开工了" in stage.last(stage.lin).text


def test_nobody_leads_or_is_too_few_and_then_it_is_dissolved(stage: Stage) -> None:
    number = project(stage)
    take(stage, stage.lin, "拍摄")
    stage.advance(4.6 * DAY_S)
    desk = desk_card(stage)
    assert "没法开工" in stage.press(stage.mo, desk, "就这些人开工")
    stage.press(stage.mo, desk, "散了")
    stage.press(stage.mo, desk, "确认散掉")
    assert state(stage, number) == "dissolved"
    assert "散了" in stage.last(stage.lin).text
    assert "这个项目散了" in next(one for one in reversed(stage.messages(stage.group)) if "夏夜长途" in one.text).text


def test_left_alone_it_dissolves_by_itself_and_more_time_is_a_press(stage: Stage) -> None:
    number = project(stage)
    take(stage, stage.lin, "拍摄")
    stage.advance(4.6 * DAY_S)
    stage.press(stage.mo, desk_card(stage), "多给几天")
    assert state(stage, number) == "forming"
    stage.advance(20 * DAY_S)
    assert state(stage, number) == "dissolved"


def test_who_is_in_no_group_any_more_frees_the_role(stage: Stage) -> None:
    number = formed(stage)
    stage.zhou.leave(stage.group)
    stage.play()
    stage.advance(700)
    assert stage.do(count) == 2
    assert state(stage, number) == "running"


def test_the_lead_ticks_milestones_and_says_where_the_team_talks(stage: Stage) -> None:
    number = project(stage, FORM.replace("讨论群：https://t.me/+summer\n", ""))
    for person, role in ((stage.he, "导演"), (stage.lin, "拍摄"), (stage.zhou, "拍摄")):
        take(stage, person, role)
    card(stage, stage.he, number)
    stage.press(stage.he, stage.last(stage.he), "填讨论群")
    stage.he.say(stage.world.private(stage.he), "t.me/+night")
    stage.play()
    assert "t.me/+night" in card(stage, stage.lin, number)
    assert "t.me/+night" not in card(stage, stage.rui, number)
    stage.advance(7 * DAY_S)
    stage.evening()
    assert "分镜定稿" in stage.last(stage.lin).text
    assert "⬜ 明天 20:00 分镜定稿" in card(stage, stage.he, number)
    stage.press(stage.he, stage.last(stage.he), "分镜定稿")
    assert "✅ 分镜定稿" in card(stage, stage.lin, number)
