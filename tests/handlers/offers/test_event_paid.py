"""A seat that costs points: held, spent, given back, each once, and audited."""

import pytest

from actions.operations import audit
from rules.values import replace
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.handlers.fairness.story import Story
from tests.handlers.offers.eventing import DAY_S, announced, cancel, labels, register, rich, standing
from tests.shopping import balance
from tests.stage import Stage


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def points(stage: Stage) -> tuple[int, int]:
    """What Lin has, and how much of it is held."""
    found = balance(stage, stage.member(stage.lin))
    return found.posted, found.held


def called_off(stage: Stage) -> None:
    """The moderator calls the event off."""
    stage.mo.say(stage.world.private(stage.mo), "/cancelevent 1 讲师病了")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认取消活动")


def test_points_are_held_with_the_seat_and_spent_when_it_begins(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    register(stage, stage.lin)
    assert points(stage) == (100, 30)
    clean(stage)
    stage.advance(5.5 * DAY_S)
    assert points(stage) == (70, 0)
    clean(stage)


def test_what_a_seat_takes_is_said_before_it_is_taken_and_with_it(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    [*_, shown] = [message for message in stage.messages(stage.group) if "看详情" in labels(message)]
    stage.lin.start("event-1")
    stage.play()
    card = stage.last(stage.lin)
    for place in (shown, card):
        assert labels(place)[0] == "报名（30 分）"
        assert "名额要 30 分" in place.text
    assert "先占着 30 分" in stage.press(stage.lin, card, "报名（30 分）")
    assert "先占着，开场才扣" not in stage.last(stage.lin).text


def test_who_lacks_the_points_takes_no_seat(stage: Stage) -> None:
    announced(stage, "积分：30")
    assert "还差 30 分" in register(stage, stage.lin)[0]
    assert stage.do(lambda tx: tx.value("SELECT taken FROM event")) == 0


def test_points_come_back_with_a_seat_that_is_given_back_and_can_be_held_again(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    for _ in range(2):
        register(stage, stage.lin)
        assert points(stage) == (100, 30)
        cancel(stage, stage.lin)
        assert points(stage) == (100, 0)
        clean(stage)


@pytest.mark.parametrize("begun", [False, True])
def test_everybody_hears_and_has_the_points_back_when_it_is_called_off(stage: Stage, begun: bool) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    register(stage, stage.lin, stage.zhou)
    announcement = stage.last(stage.group)
    if begun:
        stage.advance(5 * DAY_S - 9 * 3600 + 20 * 3600 + 300)
        assert points(stage) == (70, 0)
    called_off(stage)
    assert points(stage) == (100, 0)
    assert "30 分已经退给你" in stage.last(stage.lin).text
    assert standing(stage, stage.zhou) == ("unplaced" if begun else "called_off")
    assert "取消了：讲师病了" in announcement.text
    assert labels(announcement) == []
    clean(stage)


def test_an_undo_of_a_seats_points_names_the_event(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    register(stage, stage.lin)
    lin = stage.member(stage.lin).id
    [newest] = stage.do(lambda tx: ledger.of_member(tx, lin, 1))
    stage.owner.say(stage.world.private(stage.owner), f"/undo {newest.id} 不小心")
    stage.play()
    assert "活动 1 的名额" in stage.last(stage.owner).text
    assert points(stage) == (100, 30)


@pytest.mark.parametrize("how", ["given back", "called off", "called off once begun"])
def test_points_that_nobody_earned_do_not_come_back_with_a_seat(how: str, stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 100 拍得好")
    stage.play()
    announced(stage, "积分：90")
    register(stage, stage.lin)
    if how == "called off once begun":
        stage.advance(5 * DAY_S - 9 * 3600 + 20 * 3600 + 300)
    stage.mo.say(stage.world.private(stage.mo), "/undo 1 看错了人")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "确认撤回")
    cancel(stage, stage.lin) if how == "given back" else called_off(stage)
    assert points(stage) == (0, 0)
    clean(stage)


def test_more_seats_go_to_those_who_wait_and_fewer_than_taken_are_refused(stage: Stage) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/editevent 1 名额：2\n开始：11-21 21:00\n报名截止：")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")
    assert standing(stage, stage.zhou) == "offered"
    assert "21:00" in stage.last(stage.lin).text
    assert "21:00" in stage.last(stage.group).text
    stage.mo.say(private, "/editevent 1 名额：1")
    stage.play()
    assert "已经有 2 位占了名额" in stage.last(stage.mo).text


def seated(stage: Stage) -> Person:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    register(stage, stage.lin)
    return stage.lin


def still_held(stage: Stage) -> None:
    assert points(stage) == (100, 30)


UNDO_STORIES = {"event_seat": Story(seated, still_held, undone="活动")}


def dearer(stage: Stage) -> None:
    """The moderator makes the event dearer."""
    stage.mo.say(stage.world.private(stage.mo), "/editevent 1 积分：40")
    stage.play()
    stage.press(stage.mo, stage.last(stage.mo), "保存修改")


def test_a_seat_is_never_taken_at_a_price_that_its_button_does_not_say(stage: Stage) -> None:
    rich(stage, stage.lin, stage.zhou)
    announced(stage, "积分：30")
    register(stage, stage.zhou, stage.lin)
    cancel(stage, stage.zhou)
    stage.zhou.start("event-1")
    stage.play()
    dearer(stage)
    for _ in range(2):
        assert points(stage) == (100, 0)
        shown = stage.last(stage.lin)
        said = stage.press(stage.lin, shown, next(text for text in labels(shown) if "我要这个名额" in text))
    assert "40" in shown.text
    assert points(stage) == (100, 40)
    assert "报上名了" in said
    clean(stage)


def test_an_old_card_at_another_price_is_shown_anew_before_it_takes_a_seat(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30")
    stage.lin.start("event-1")
    stage.play()
    dearer(stage)
    card = stage.last(stage.lin)
    assert "刚改成 40 分" in stage.press(stage.lin, card, "报名（30 分）")
    assert points(stage) == (100, 0)
    stage.press(stage.lin, card, "报名（40 分）")
    assert points(stage) == (100, 40)


@pytest.mark.parametrize("price", ["30", "0"])
def test_a_seat_that_the_covenant_held_back_until_the_event_had_begun_is_none(stage: Stage, price: str) -> None:
    rich(stage, stage.lin)
    announced(stage, f"积分：{price}", "名额：5")
    [*_, shown] = [message for message in stage.messages(stage.group) if "看详情" in labels(message)]
    stage.restart(replace(stage.programme, brand=replace(stage.programme.brand, covenant_version=2)))
    stage.advance(5 * DAY_S + 10 * 3600 + 50 * 60)  # ten minutes before it begins
    stage.press(stage.lin, shown, labels(shown)[0])
    asked = stage.whispers(stage.lin)[-1]
    stage.advance(15 * 3600)
    stage.press(stage.lin, asked, "我同意")
    assert "已经开始" in stage.whispers(stage.lin)[-1].text
    assert (standing(stage, stage.lin), points(stage)) == (None, (100, 0))
    clean(stage)


def test_a_seat_that_was_asked_for_in_time_while_the_bot_was_off_is_taken_and_spent(stage: Stage) -> None:
    rich(stage, stage.lin)
    announced(stage, "积分：30", "名额：5")
    [*_, shown] = [message for message in stage.messages(stage.group) if "看详情" in labels(message)]
    stage.world.advance(5 * DAY_S + 10 * 3600 + 50 * 60)
    stage.lin.press(shown, labels(shown)[0])
    stage.lin.say(stage.group, "报上了")
    stage.world.advance(20 * 60)
    stage.play()
    stage.advance(300)
    assert (standing(stage, stage.lin), points(stage)) == ("seated", (70, 0))
    clean(stage)
