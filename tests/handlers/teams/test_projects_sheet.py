"""The sheets of team projects and of co-creation briefs: who does what for which share, and answers once all may see them."""

from tests.handlers.operations.test_export import exported, shown
from tests.handlers.teams.projecting import card, formed, project, take
from tests.handlers.teams.test_cocreation import DAY_S, answer, brief, chosen
from tests.handlers.teams.test_team_reward import paid
from tests.stage import Stage


def test_roles_stand_with_their_share_and_whoever_has_them_or_nobody(stage: Stage) -> None:
    project(stage)
    take(stage, stage.he, "导演")
    film, direct = sorted(shown(stage, "projects"), key=lambda row: str(row["角色"]))[::-1]
    assert (direct["角色"], direct["份额（%）"], direct["带头"], direct["成员"]) == ("导演", 40, "是", "何川")
    assert (film["角色"], film["带头"], film["成员"], film["Telegram ID"]) == ("拍摄", "否", None, None)
    assert (film["状态"], film["赛道"], film["一共多少分"]) == ("组队中", "视频", 100)
    assert film["组队截止"] == "2026-11-20 20:00"
    assert "https" not in str(exported(stage, "projects").rows)


def test_whoever_left_and_whoever_was_paid_stand_there(stage: Stage) -> None:
    paid(stage)
    done = {row["成员"]: row for row in shown(stage, "projects")}
    assert (done["林晓"]["状态"], done["林晓"]["加的分"], done["周舟"]["加的分"]) == ("做成了", 43, None)
    assert done["林晓"]["分到积分的时间"] and not done["周舟"]["分到积分的时间"]


def test_a_role_that_was_given_back_keeps_its_row(stage: Stage) -> None:
    number = formed(stage)
    card(stage, stage.zhou, number)
    stage.press(stage.zhou, stage.last(stage.zhou), "退出")
    stage.press(stage.zhou, stage.last(stage.zhou), "确认退出")
    left = {row["成员"]: bool(row["退出的时间"]) for row in shown(stage, "projects")}
    assert left == {"何川": False, "林晓": False, "周舟": True}


def test_answers_are_in_no_sheet_before_all_are_there_and_then_with_prize_and_case(stage: Stage) -> None:
    brief(stage)
    answer(stage, stage.lin, "热水袋先焐着，出门前十分钟放上座椅。")
    answer(stage, stage.zhou, "停车时让车头朝东，太阳出来先照到方向盘。")
    [sealed] = shown(stage, "cocreations")
    assert (sealed["名称"], sealed["成员"], sealed["内容"], sealed["文件数"]) == ("冬天上车那一下", None, None, None)
    stage.advance(7.1 * DAY_S)
    chosen(stage, "周舟", "给独创奖", "没有人想到用停车的方向。")
    chosen(stage, "周舟", "写成案例", "省下的不是电，是心情。")
    lin, zhou = shown(stage, "cocreations")
    assert (lin["成员"], lin["得独创奖的时间"], lin["加的分"], lin["没想到的是"]) == ("林晓", None, 0, "")
    assert (zhou["加的分"], zhou["原因"], zhou["没想到的是"]) == (
        80,
        "没有人想到用停车的方向。",
        "省下的不是电，是心情。",
    )
    assert zhou["写成案例的时间"] and zhou["文件数"] == 0
