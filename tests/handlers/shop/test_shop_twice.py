"""Redeeming is confirmed more than once: at the same moment, from two messages, before and after the bot starts anew."""

import pytest

from rules.shop.reward import RewardKind
from rules.values import replace
from sandbox.world.messages import Message
from storage.engine.tx import Tx
from storage.post import inbox
from tests.databases import rows
from tests.shopping import KEYRING, balance, pay, pieces, put_up, tell
from tests.stage import Stage

CODED = replace(KEYRING, title="洗车券", kind=RewardKind.CODE, per_member=0)


def confirming(stage: Stage) -> Message:
    """Lin, who can pay for two, looks at the last question before a code is hers."""
    pay(stage, stage.lin, 200)
    tell(stage, stage.lin, "商城")
    stage.play()
    page = stage.last(stage.lin)
    for label in ("洗车券 · 80 分", "兑换 · 80 分"):
        stage.press(stage.lin, page, label)
    return page


def handed_over_once(stage: Stage) -> bool:
    """One order, paid once, and one message with its code; nothing is left to be sent."""
    told = [text for text in stage.said(stage.lin) if "兑换码：" in text]
    [(orders,)] = rows(stage.connection, "SELECT count(*) FROM shop_order")
    return (len(told), orders, balance(stage, stage.member(stage.lin)).posted) == (1, 1, 120)


@pytest.mark.parametrize("times", [2, 5])
def test_simultaneous_presses_bring_one_code_in_one_message(stage: Stage, times: int) -> None:
    coded = put_up(stage, CODED, given=("XT-1", "XT-2"))
    page = confirming(stage)
    queries = [stage.lin.press(page, "确认兑换") for _ in range(times)]
    stage.play()
    answers = [stage.world.presses[query].answer for query in queries]
    assert sum("没有重复扣分" in answer.text for answer in answers if answer) == times - 1
    assert handed_over_once(stage)
    assert pieces(stage, coded) == (1, 0, 1)
    assert "XT-1" in str(page.buttons), "the receipt has the code for whoever presses again"


def test_a_press_that_comes_when_the_bot_has_started_anew_brings_no_second_message(stage: Stage) -> None:
    put_up(stage, CODED, given=("XT-1", "XT-2"))
    page = confirming(stage)
    stage.lin.press(page, "确认兑换")
    stage.lin.press(page, "确认兑换")
    stage._take_in()
    stage.do(lambda tx: _one_alone(stage, tx))
    stage.restart(stage.programme)
    stage.play()
    assert handed_over_once(stage)


def test_two_questions_that_were_open_at_once_bring_one_code(stage: Stage) -> None:
    put_up(stage, CODED, given=("XT-1", "XT-2"))
    first = confirming(stage)
    tell(stage, stage.lin, "商城")
    stage.play()
    second = stage.last(stage.lin)
    for label in ("洗车券 · 80 分", "兑换 · 80 分"):
        stage.press(stage.lin, second, label)
    stage.lin.press(first, "确认兑换")
    stage.lin.press(second, "确认兑换")
    stage.play()
    assert handed_over_once(stage)
    assert "XT-1" in str(first.buttons) + str(second.buttons)


def _one_alone(stage: Stage, tx: Tx) -> None:
    """The bot ends when it has handled the first of what waits, with its answer still to be sent."""
    [first, *later] = inbox.waiting(tx, 10)
    assert later
    stage.flow._handle(tx, first, int(stage.clock.now()))
