"""What may have been sold, handed out or chosen since the backup: nothing of it happens twice, and nothing untrue is told."""

from pathlib import Path

import pytest

from actions.operations.audit import verify
from actions.operations.forgetting import forget_anyway
from actions.shop import order, redemption
from bot.upkeep.forgetting import NAME, known_to, write_down
from rules.shop.order import OrderDoubted
from rules.shop.reward import NoLongerOnSale, RewardKind
from rules.values import replace
from storage.shop import orders
from tests.bot.test_restore import DAY_S, Restoring
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import core_with, council_stage, seated
from tests.handlers.journey.preferring import ROUND_S, chooses, published
from tests.handlers.offers.eventing import announced, cancel, register
from tests.shopping import KEYRING, act, balance, pay, put_up
from tests.stage import Stage

HOUR_S = 3_600


@pytest.fixture
def restoring(stage: Stage, tmp_path: Path) -> Restoring:
    return Restoring(stage, tmp_path)


def placed(stage: Stage) -> None:
    """Lin has an order that waits."""
    shown = put_up(stage)
    wish = redemption.Wish(shown.id, 0, shown.version, 80)
    act(stage, redemption.redeem, pay(stage, stage.lin, 100), wish)


def test_a_code_that_may_have_been_sent_is_sold_to_nobody_until_staff_have_looked(
    stage: Stage, restoring: Restoring
) -> None:
    voucher = replace(KEYRING, kind=RewardKind.CODE, price=50)
    shown = put_up(stage, voucher, given=("XT-1", "XT-2"))
    lin, zhou = pay(stage, stage.lin, 100), pay(stage, stage.zhou, 100)
    restoring.back_up()
    wish = redemption.Wish(shown.id, 0, shown.version, 50)
    assert act(stage, redemption.redeem, lin, wish).code == "XT-1"
    assert restoring.restore().shop == 1
    with pytest.raises(NoLongerOnSale):
        act(stage, redemption.redeem, zhou, wish)
    stage.play()
    assert "#1“限量钥匙扣”" in stage.last(stage.staff).text


@pytest.mark.parametrize("later_s", [60, 5 * DAY_S], ids=["at once", "after its time"])
def test_points_of_an_order_that_may_be_on_its_way_wait_for_staff(
    stage: Stage, restoring: Restoring, later_s: int
) -> None:
    placed(stage)
    restoring.back_up()
    mo, lin = stage.member(stage.mo), stage.member(stage.lin)
    act(stage, order.claim, 1, mo)
    act(stage, order.fulfil, 1, mo, None)
    restoring.restore()
    stage.advance(later_s)
    with pytest.raises(OrderDoubted):
        act(stage, order.cancel, 1, lin)
    assert (balance(stage, lin).posted, balance(stage, lin).held) == (100, 80)
    assert "还没办完的 1 单，可能已经寄了：#1" in stage.said(stage.staff)[0]
    act(stage, order.claim, 1, mo)
    assert not stage.do(lambda tx: orders.doubted(tx, 1))
    act(stage, order.fulfil, 1, mo, None)
    assert (balance(stage, lin).posted, balance(stage, lin).held) == (20, 0)
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok


def test_who_is_forgotten_anyway_leaves_no_order_in_doubt(stage: Stage, restoring: Restoring) -> None:
    placed(stage)
    restoring.back_up()
    restoring.restore()
    lin, now = stage.member(stage.lin), stage.occasion()
    stage.do(lambda tx: forget_anyway(tx, lin, now, "salt"))
    assert stage.do(lambda tx: orders.waiting(tx, 9)) == []


def test_an_order_of_one_who_is_forgotten_again_is_called_off_and_nobody_is_sent_to_look_for_it(
    stage: Stage, restoring: Restoring
) -> None:
    placed(stage)
    act(stage, redemption.redeem, pay(stage, stage.zhou, 100), redemption.Wish(put_up(stage).id, 0, 1, 80))
    restoring.back_up()
    lin, now = stage.member(stage.lin), stage.occasion()
    stage.do(lambda tx: forget_anyway(tx, lin, now, "salt"))
    write_down(restoring.folder / NAME, stage.do(known_to))
    assert (restoring.restore().shop, restoring.again) == (1, 1)
    stage.play()
    [told] = [text for text in stage.said(stage.staff) if "刚恢复了备份" in text]
    assert "还没办完的 1 单，可能已经寄了：#2。" in told
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok


def test_who_was_told_that_a_kept_seat_has_gone_is_not_told_again(stage: Stage, restoring: Restoring) -> None:
    announced(stage)
    register(stage, stage.lin, stage.zhou)
    cancel(stage, stage.lin)
    stage.advance(DAY_S - 600)
    restoring.back_up()
    stage.advance(1_200)
    told = [text for text in stage.said(stage.zhou) if "留的名额到时间了" in text]
    assert len(told) == 1
    assert restoring.restore().letters == 1
    stage.advance(HOUR_S)
    assert [text for text in stage.said(stage.zhou) if "留的名额到时间了" in text] == told


@pytest.mark.parametrize("since_s", [HOUR_S, ROUND_S], ids=["while it runs", "when it has ended"])
def test_choices_that_came_to_another_hand_make_no_untrue_result(tmp_path: Path, since_s: int) -> None:
    stage = council_stage()
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    published(stage)
    restoring = Restoring(stage, tmp_path)
    restoring.back_up()
    for person in (stage.lin, stage.zhou, stage.he):
        chooses(stage, core, person, 1, 1)
    stage.advance(since_s)
    restoring.restore()
    before = len(stage.said(core))
    stage.advance(120)
    [said] = [plain(text) for text in stage.said(core)[before:] if "冬季脚垫" in text]
    assert "提前停了，没有数票" in said
    stage.advance(ROUND_S)
    assert len([text for text in stage.said(core)[before:] if "冬季脚垫" in text]) == 1
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok
