"""Who speaks at an event is no guest of it: they know the place, take no seat, and hear what changes."""

from storage.post import dialogues
from tests.handlers.fairness.test_sanction import give
from tests.handlers.offers.eventing import FORM, announced, labels, register
from tests.handlers.offers.test_attendance import say
from tests.handlers.operations.test_forgetting import forgotten
from tests.stage import Stage


def test_who_speaks_sees_the_place_and_takes_no_seat(stage: Stage) -> None:
    announced(stage)
    assert "由你主讲，不用报名" in register(stage, stage.he)[0]
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 0
    card = say(stage, stage.he, "/event 1")
    assert "星光路 8 号" in card
    assert "由你主讲" in card
    assert labels(stage.last(stage.he)) == ["加到日历", "全部活动"]
    stage.press(stage.he, stage.last(stage.he), "加到日历")
    assert stage.last(stage.he).media is not None


def test_who_speaks_is_told_in_the_evening_of_changes_at_once_and_when_it_is_called_off(stage: Stage) -> None:
    announced(stage)
    stage.evening()
    assert "由你主讲。\n📍 星光路 8 号" in stage.last(stage.he).text
    say(stage, stage.mo, "/editevent 1 开始：11-21 20:30")
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert "11月21日 20:30" in stage.last(stage.he).text
    assert "由你主讲的活动 1" in stage.last(stage.he).text
    say(stage, stage.mo, "/cancelevent 1 场地没定")
    stage.press(stage.mo, stage.last(stage.mo), "确认取消活动")
    assert "取消了，抱歉" in stage.last(stage.he).text


def test_who_has_become_the_speaker_is_told_and_who_is_it_no_more_is_not(stage: Stage) -> None:
    announced(stage)
    say(stage, stage.mo, "/editevent 1 主讲：@zhou")
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    stage.evening()
    assert "由你主讲" in stage.last(stage.zhou).text
    assert not any("由你主讲" in text for text in stage.said(stage.he))


def test_a_speaker_nobody_knows_costs_nothing_of_what_was_written_beside(stage: Stage) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, f"/newevent {FORM.replace('主讲：@he', '主讲：@he，小满')}")
    stage.play()
    asked = stage.last(stage.mo).text
    assert "主讲只写一位" in asked and "@he，小满" in asked and "星光路 8 号" in asked
    assert "小满\n" in say(stage, stage.mo, "积分：5")
    assert "没见过 @nobody 这个用户名" in say(stage, stage.mo, "主讲：@nobody")
    assert "5 分" in say(stage, stage.mo, "主讲：@he")


def test_a_reason_that_was_asked_for_is_not_waited_for_once_the_event_is_off(stage: Stage) -> None:
    announced(stage)
    assert "为什么要取消" in say(stage, stage.mo, "/cancelevent 1")
    say(stage, stage.mo, "/cancelevent 1 场地没定")
    stage.press(stage.mo, stage.last(stage.mo), "确认取消活动")
    occasion = stage.occasion()
    member = stage.member(stage.mo).id
    waiting = stage.do(lambda tx: dialogues.waiting(tx, member, occasion.now))
    assert [one.prompt for one in waiting if one.prompt == "event.reason"] == []


def test_fewer_seats_than_are_taken_cost_nothing_of_what_was_written_beside(stage: Stage) -> None:
    announced(stage, "名额：3")
    register(stage, stage.lin, stage.zhou)
    assert "已经有 2 位" in say(stage, stage.mo, "/editevent 1 名额：1\n标题：夜拍第二场")
    preview = say(stage, stage.mo, "名额：2")
    assert "夜拍第二场" in preview and "2 个名额" in preview


def away(stage: Stage) -> list[str]:
    """What staff have read of speakers who are not there any more, after the next look at the events."""
    stage.advance(301)
    return [said for said in stage.said(stage.staff) if "主讲：" in said]


def test_staff_hear_once_of_a_speaker_who_leaves_and_again_of_the_next(stage: Stage) -> None:
    announced(stage)
    assert away(stage) == []
    stage.he.leave(stage.group)
    stage.play()
    [told] = away(stage)
    assert "何川" in told and "不在群里了" in told and "/editevent 1" in told
    assert len(away(stage)) == 1
    say(stage, stage.mo, "/editevent 1 主讲：@zhou")
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    stage.zhou.leave(stage.group)
    stage.play()
    assert "周舟" in away(stage)[-1] and len(away(stage)) == 2


def test_staff_hear_of_a_speaker_who_is_suspended_beyond_it_or_forgotten(stage: Stage) -> None:
    announced(stage)
    announced(stage, "主讲：@zhou")
    give(stage, "/suspend @zhou 7天 互相刷分", "暂停 7 天")
    forgotten(stage, stage.he)
    told = away(stage)
    assert sorted(("清除了自己的资料" in one, "暂停期" in one) for one in told) == [(False, True), (True, False)]
    assert not any("何川" in one for one in told)


def test_a_guest_who_was_never_in_a_group_is_not_missed_there(stage: Stage) -> None:
    stage.he.leave(stage.group)
    stage.play()
    announced(stage)
    assert away(stage) == []
