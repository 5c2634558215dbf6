"""`/why` about what one took part in, and about having been warned, muted or suspended: from the record, for oneself alone."""

from tests.handlers.fairness.test_sanction import DAY, give
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.offers.test_attendance import roster, running
from tests.handlers.teams.test_team_reward import paid
from tests.handlers.works.quizzing import published, say, taken
from tests.stage import Stage


def why(stage: Stage, words: str = "") -> str:
    """What Zhou reads in private."""
    return plain(say(stage, stage.zhou, f"/why {words}".strip()).text)


def test_who_earns_nothing_while_suspended_reads_why_and_until_when(stage: Stage) -> None:
    say(stage, stage.zhou, "签到")
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    stage.advance(DAY)
    say(stage, stage.zhou, "签到")
    told = why(stage)
    assert "暂停 3 天，到" in told and "互相刷分" in told and "都不加分" in told and "/record" in told
    named = say(stage, stage.zhou, "/why 被暂停")
    assert "为什么暂停" in named.text and "互相刷分" in named.text
    assert [one.text for row in named.buttons for one in row] == ["申诉第 1 条"]


def test_asked_in_the_group_it_is_told_to_them_alone(stage: Stage) -> None:
    give(stage, "/warn @zhou 连发广告", "警告")
    stage.zhou.say(stage.group, "/why@kocbot 警告")
    stage.play()
    assert "连发广告" in stage.whispers(stage.zhou)[-1].text
    assert stage.said(stage.group) == []


def test_what_is_long_over_is_told_no_more_with_the_points_but_still_by_its_name(stage: Stage) -> None:
    give(stage, "/mute @zhou 2小时 连发广告", "禁言 2 小时")
    assert "禁言 2 小时，到" in why(stage)
    stage.advance(DAY)
    say(stage, stage.zhou, "签到")
    assert "连发广告" not in why(stage)
    assert "连发广告" in why(stage, "禁言") and "积分照常" in why(stage, "muted")
    assert "没有暂停过你" in why(stage, "暂停")


def test_a_quiz_is_found_by_its_name_with_each_try(stage: Stage) -> None:
    published(stage)
    taken(stage, stage.zhou, 1)
    stage.advance(8 * DAY)
    taken(stage, stage.zhou, 3)
    told = why(stage, "冬季用车")
    assert "答对 1/3，没到及格线" in told and "答对 3/3，及格了，+30 分" in told
    assert "答对 3/3" in why(stage, "季用")
    stage.lin.say(stage.world.private(stage.lin), "/why 冬季用车")
    stage.play()
    assert "没找到" in stage.last(stage.lin).text


def test_an_event_says_what_being_there_brought_and_what_a_pause_kept_from_it(stage: Stage) -> None:
    running(stage, stage.zhou, stage.lin)
    assert "名额留着" in why(stage, "夜拍工作坊")
    give(stage, "/suspend @zhou 3天 互相刷分", "暂停 3 天")
    for name in ("周舟", "林晓"):
        stage.press(stage.mo, roster(stage), name)
    told = plain(say(stage, stage.lin, "/why 夜拍工作坊").text)
    assert "你到场了，+5 分" in told
    assert "积分暂停着，没有加分" in why(stage, "夜拍工作坊")


def test_a_project_says_which_share_and_that_it_was_taken_back(stage: Stage) -> None:
    paid(stage)
    told = plain(say(stage, stage.lin, "/why 夏夜长途").text)
    assert "团队项目" in told and "+43 分" in told and "撤回" not in told
    assert "没有分到" in why(stage, "夏夜长途")
    undo(stage, newest(stage, stage.lin, "project").id)
    assert "+43 分（后来撤回了）" in plain(say(stage, stage.lin, "/why 夏夜长途").text)
