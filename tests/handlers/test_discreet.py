"""What a discreet command says is nobody else's business: it leaves the group at once, also where it is refused."""

import pytest

from tests.stage import Stage

REFUSED = (
    "/warn 刷屏",
    "/mute 说话难听",
    "/suspend 互相刷分",
    "/lift 看错了人",
    "/revoke 没有这枚 因为",
    "/trust 没有这一级",
    "/nominate 没有这个奖 因为",
    "/feedback 车机老是卡",
)


@pytest.mark.parametrize("said", REFUSED)
def test_what_is_refused_leaves_at_once_all_the_same(stage: Stage, said: str) -> None:
    word = stage.zhou.say(stage.group, "我来说两句")
    call = stage.mo.say(stage.group, said, reply_to=word)
    stage.play()
    assert stage.whispers(stage.mo) and call.deleted


def test_somebody_who_may_not_is_not_read_either(stage: Stage) -> None:
    call = stage.lin.say(stage.group, "/warn @zhou 刷屏")
    stage.play()
    assert "给团队用的" in stage.whispers(stage.lin)[-1].text and call.deleted


def test_a_report_of_nothing_leaves_as_well(stage: Stage) -> None:
    call = stage.lin.say(stage.group, "/report 有人打广告")
    stage.play()
    assert "回复" in stage.whispers(stage.lin)[-1].text and call.deleted


def test_one_that_says_nothing_goes_with_its_answer(stage: Stage) -> None:
    call = stage.lin.say(stage.group, "/trust")
    stage.play()
    assert not call.deleted
    stage.advance(180)
    assert call.deleted


def test_what_is_taken_from_somebody_by_hand_is_read_by_nobody_else(stage: Stage) -> None:
    given = stage.mo.say(stage.group, "/grant @zhou 20 夜里帮人拖车")
    stage.play()
    taken = stage.mo.say(stage.group, "/grant @zhou -5 误领的活动分")
    stage.play()
    assert taken.deleted and not given.deleted
