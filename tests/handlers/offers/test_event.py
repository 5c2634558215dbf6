"""Taking a seat at an event, waiting for one, and giving it back."""

from tests.handlers.offers.eventing import DAY_S, announced, cancel, labels, register, standing
from tests.stage import Stage


def test_an_event_is_announced_without_its_place_which_whoever_has_a_seat_is_told(stage: Stage) -> None:
    announced(stage)
    assert "夜拍工作坊" in stage.last(stage.group).text
    assert "何川" in stage.last(stage.group).text
    assert "星光路" not in stage.last(stage.group).text
    assert "报上名了" in register(stage, stage.lin)[0]
    assert "星光路 8 号" in stage.last(stage.lin).text
    stage.zhou.start("event-1")
    stage.play()
    assert "星光路" not in stage.last(stage.zhou).text
    assert labels(stage.last(stage.zhou))[0] == "排队等位"


def test_the_list_leads_to_a_seat(stage: Stage) -> None:
    announced(stage)
    private = stage.world.private(stage.lin)
    stage.lin.say(private, "/events")
    stage.play()
    card = stage.last(stage.lin)
    assert "还有 1 个名额" in card.text
    stage.press(stage.lin, card, "1. 夜拍工作坊")
    assert "报上名了" in stage.press(stage.lin, card, "报名")
    assert "✅ 你报上名了" in card.text
    stage.press(stage.lin, card, "全部活动")
    assert "✅" in card.text


def test_who_registers_twice_has_one_seat(stage: Stage) -> None:
    announced(stage, "名额：2")
    register(stage, stage.lin)
    assert "已经报上名" in register(stage, stage.lin)[0]
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 1


def test_a_seat_given_back_is_kept_for_the_next_one_and_after_a_day_for_the_one_after(stage: Stage) -> None:
    announced(stage, "主讲：@rui")
    register(stage, stage.lin)
    assert "前面还有 1 位" in register(stage, stage.zhou, stage.he)[1]
    cancel(stage, stage.lin)
    assert standing(stage, stage.lin) == "left"
    assert standing(stage, stage.zhou) == "offered"
    assert "轮到你了" in stage.last(stage.zhou).text
    offer = stage.last(stage.zhou)
    stage.advance(DAY_S - 60)
    assert standing(stage, stage.zhou) == "offered"
    stage.clock.advance(120)
    assert "放回去了" in stage.press(stage.zhou, offer, "我要这个名额"), "it ran out a moment ago"
    stage.advance(480)
    assert standing(stage, stage.zhou) == "lapsed"
    assert "先放回去了" in stage.last(stage.zhou).text
    assert stage.said(stage.he)[-1].startswith("🎟")
    stage.press(stage.he, stage.last(stage.he), "我要这个名额")
    assert standing(stage, stage.he) == "seated"
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 1


def test_a_second_press_and_a_late_one_take_nothing_twice(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    cancel(stage, stage.lin)
    offer = stage.last(stage.zhou)
    stage.zhou.press(offer, "我要这个名额")
    stage.zhou.press(offer, "我要这个名额")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM event_seat WHERE state = 'seated'")) == 1
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 1


def test_whoever_waits_until_it_begins_hears_that_none_became_free(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    stage.advance(5.5 * DAY_S)
    assert standing(stage, stage.zhou) == "unplaced"
    assert "没能空出名额给你" in stage.last(stage.zhou).text
    assert standing(stage, stage.lin) == "seated"


def test_registration_opens_a_day_earlier_for_those_whose_level_says_so(stage: Stage) -> None:
    announced(stage, "报名开始：11-17 09:00", "名额：2", "预留：1")
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: tx.run("UPDATE member SET level = 'senior' WHERE id = :lin", lin=lin))
    assert "开始报名" in register(stage, stage.zhou)[0]
    assert "报上名了" in register(stage, stage.lin)[0]
    stage.advance(DAY_S)
    assert "报上名了" in register(stage, stage.zhou)[0]


def test_reserved_seats_are_everybodys_two_days_before_and_whoever_waits_is_asked(stage: Stage) -> None:
    announced(stage, "名额：2", "预留：1", "主讲：@rui")
    assert "报上名了" in register(stage, stage.zhou)[0]
    assert "排上队" in register(stage, stage.he)[0]
    stage.advance(3.6 * DAY_S)
    assert standing(stage, stage.he) == "offered"


def test_nobody_takes_a_seat_who_cannot_be_written_to_or_has_not_agreed(stage: Stage) -> None:
    announced(stage)
    register_by = stage.last(stage.group)
    stage.press(stage.xin, register_by, "报名")
    assert "公约" in stage.whispers(stage.xin)[-1].text
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: tx.run("UPDATE member SET reachable = 0 WHERE id = :lin", lin=lin))
    stage.press(stage.lin, register_by, "报名")
    assert "没法给你发私信" in stage.whispers(stage.lin)[-1].text
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 0
