"""What can't be made good again never lies under the finger: the stage looks after every press of every story."""

from typing import NamedTuple

import handlers
from handlers.routes import Press
from tests.fingers import under
from tests.handlers.works.desk import card, handed_in, labels, published
from tests.shopping import redeemed, tell
from tests.stage import Stage

ROWS = (("a", "b"), ("c",), ("d", "e"))


class Pressed(NamedTuple):
    row: int
    column: int


def test_what_stands_under_the_finger_is_measured_from_the_top_and_from_the_bottom() -> None:
    assert under(ROWS, Pressed(0, 0), (("x", "y"),)) == ["x"]
    assert under(ROWS, Pressed(2, 1), (("x", "y"),)) == ["y"]
    assert under(ROWS, Pressed(1, 0), (("x", "y"),)) == []
    assert sorted(under((("claim",),), Pressed(0, 0), ROWS)) == ["a", "b", "d", "e"]


def test_what_can_not_be_made_good_again_is_declared() -> None:
    final = {route.action for route in handlers.routes() if isinstance(route, Press) and route.final}
    assert {"review.return", "order.send", "order.cancel_surely", "setup.off_surely", "undo.confirm"} <= final
    assert not final & {"review.claim", "order.claim", "order.cancel", "setup.off", "challenge.close"}


def test_a_slow_double_tap_on_a_claim_decides_nothing_about_a_work(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    shown = card(stage)
    for label in ("我来看", "转场利落", "声音可以再大些", "放回", "我来看"):
        stage.press(stage.rui, shown, label)
    assert shown.buttons[-1][0].text == "接手"


def test_a_slow_double_tap_on_a_claim_sends_no_order_back(stage: Stage) -> None:
    redeemed(stage)
    desk = stage.last(stage.staff)
    for label in ("我来处理", "放回", "我来处理"):
        stage.press(stage.mo, desk, label)
    assert [button.text for button in desk.buttons[0]] == ["接手", "放回"]
    assert [button.text for button in desk.buttons[-1]] == ["已发出", "退回"]


def test_one_who_joins_with_a_double_tap_does_not_leave_again(stage: Stage) -> None:
    published(stage)
    for person in (stage.lin, stage.mo):
        tell(stage, person, "/challenge 1")
        stage.play()
        shown = stage.last(person)
        stage.press(person, shown, "参加")
        assert labels(shown)[-1] == "退出"


def test_cancelling_an_order_asks_once(stage: Stage) -> None:
    page = redeemed(stage)
    stage.press(stage.lin, page, "取消兑换")
    assert "要取消兑换 #1“限量钥匙扣”吗" in page.text
    stage.press(stage.lin, page, "先不取消")
    assert "取消兑换" in labels(page)
    stage.press(stage.lin, page, "取消兑换")
    stage.press(stage.lin, page, "确认取消")
    assert "已取消" in page.text


def test_an_order_that_is_seen_to_is_not_asked_about(stage: Stage) -> None:
    page = redeemed(stage)
    late = stage.lin.press(page, "取消兑换")
    stage.mo.press(stage.last(stage.staff), "我来处理")
    stage.play()
    assert stage.world.presses[late].answer
    assert "莫莫" in page.text
    assert "确认取消" not in labels(page)


def test_closing_a_challenge_early_asks_once(stage: Stage) -> None:
    published(stage)
    tell(stage, stage.mo, "/challenge 1")
    stage.play()
    shown = stage.last(stage.mo)
    stage.press(stage.mo, shown, "结束挑战")
    assert "要提前结束挑战 1“转场练习”吗" in shown.text
    stage.press(stage.mo, shown, "先不结束")
    assert "结束挑战" in labels(shown)
    stage.press(stage.mo, shown, "结束挑战")
    stage.press(stage.mo, shown, "确认结束")
    assert "收官了" in shown.text


def test_switching_the_bot_off_asks_once(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup")
    stage.play()
    shown = stage.last(stage.group)
    stage.press(stage.owner, shown, "停用")
    assert "积分和记录都留着" in shown.text
    stage.press(stage.owner, shown, "先不停用")
    assert "停用" in labels(shown)
    stage.press(stage.owner, shown, "停用")
    stage.press(stage.owner, shown, "确认停用")
    assert "停用了" in shown.text
