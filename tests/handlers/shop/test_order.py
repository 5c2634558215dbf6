"""What becomes of an order, as members and staff live it."""

from rules.shop.order import OrderState
from storage import members
from storage.engine.tx import Tx
from storage.shop import addresses, orders
from tests.databases import rows, tables
from tests.shopping import balance, pay, put_up, redeemed, tell
from tests.stage import Stage

ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"


def test_from_the_address_to_the_parcel_in_hands(stage: Stage) -> None:
    receipt = redeemed(stage)
    tell(stage, stage.lin, ADDRESS)
    stage.play()
    card = stage.last(stage.staff)
    assert "寄到这里，对吗" in stage.last(stage.lin).text
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    assert "填好了" in card.text
    assert ADDRESS not in card.text
    assert "私聊" in stage.press(stage.mo, card, "我来处理")
    task = stage.last(stage.mo)
    assert ADDRESS in task.text
    assert "莫莫" in receipt.text
    stage.press(stage.mo, card, "附单号发出")
    tell(stage, stage.mo, "顺丰 SF100200")
    stage.play()
    stage.sends(stage.mo)
    assert "SF100200" in stage.last(stage.lin).text
    assert "已发出" in card.text
    assert ADDRESS not in task.text, "the address disappears from the note"
    assert stage.do(lambda tx: addresses.get(tx, 1)) is None
    told = stage.last(stage.lin)
    stage.press(stage.lin, told, "已收到")
    assert "已收到" in receipt.text
    assert not told.buttons, "nothing is left to press"
    assert balance(stage, stage.member(stage.lin)).posted == 20


def test_no_address_is_left_anywhere_once_the_parcel_is_out(stage: Stage) -> None:
    redeemed(stage)
    tell(stage, stage.lin, ADDRESS)
    stage.play()
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    stage.press(stage.mo, card, "已发出")
    for table in tables(stage.connection):
        for row in rows(stage.connection, f"SELECT * FROM {table}"):
            assert "徐汇区" not in str(row), table


def test_a_return_needs_a_reason_which_the_member_reads(stage: Stage) -> None:
    receipt = redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    stage.press(stage.mo, stage.last(stage.mo), "暂时缺货")
    assert "暂时缺货" in stage.last(stage.lin).text
    assert "已退回" in receipt.text
    assert balance(stage, stage.member(stage.lin)).free == 100


def test_a_reason_in_ones_own_words(stage: Stage) -> None:
    redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    tell(stage, stage.mo, "这一批有瑕疵，换货中")
    stage.play()
    stage.sends(stage.mo)
    assert "这一批有瑕疵" in stage.last(stage.lin).text


def test_the_desk_is_not_for_members_nor_for_two_at_once(stage: Stage) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    assert "不在你的职责里" in stage.press(stage.rui, card, "我来处理")
    stage.press(stage.mo, card, "我来处理")
    assert "莫莫" in stage.press(stage.owner, card, "已发出")


def test_what_nobody_sees_to_goes_back_and_both_sides_are_told(stage: Stage) -> None:
    receipt = redeemed(stage)
    stage.advance(60)
    stage.advance(74 * 3600)
    assert "没能按时办" in stage.said(stage.staff)[0]
    assert "抱歉" in stage.last(stage.lin).text
    assert "已退回" in receipt.text
    assert balance(stage, stage.member(stage.lin)).free == 100


def test_the_list_opens_each_order(stage: Stage) -> None:
    redeemed(stage)
    tell(stage, stage.lin, "/cancel")
    tell(stage, stage.lin, "我的订单")
    stage.play()
    listing = stage.last(stage.lin)
    assert "待处理" in listing.text
    stage.press(stage.lin, listing, "#1 限量钥匙扣")
    stage.press(stage.lin, listing, "取消兑换")
    stage.press(stage.lin, listing, "确认取消")
    assert "已取消" in listing.text
    assert stage.do(lambda tx: orders.get(tx, 1)).state is OrderState.CANCELLED  # type: ignore[union-attr]


def test_staff_see_what_waits(stage: Stage) -> None:
    redeemed(stage)
    stage.mo.say(stage.staff, "/orderdesk")
    stage.play()
    listing = stage.last(stage.staff)
    assert "还没人接" in listing.text
    stage.press(stage.mo, listing, "#1 限量钥匙扣")
    assert "待处理" in stage.last(stage.staff).text


def test_an_order_survives_a_member_who_blocks_the_bot(stage: Stage) -> None:
    redeemed(stage)
    lin = stage.member(stage.lin)
    stage.do(lambda tx: members.set_reachable(tx, lin.id, False))
    stage.press(stage.mo, stage.last(stage.staff), "我来处理")
    stage.press(stage.mo, stage.last(stage.staff), "已发出")
    assert balance(stage, lin).posted == 20


def test_without_the_covenant_or_while_suspended_nothing_is_redeemed(stage: Stage) -> None:
    put_up(stage)
    pages = {}
    for person in (stage.lin, stage.zhou):
        pay(stage, person, 100)
        tell(stage, person, "商城")
        stage.play()
        pages[person] = stage.last(person)
        stage.press(person, pages[person], "限量钥匙扣 · 80 分")
    lin, zhou = stage.member(stage.lin), stage.member(stage.zhou)
    until = int(stage.clock.now()) + 3600

    def restrict(tx: Tx) -> None:
        tx.run("UPDATE member SET covenant_version = 0 WHERE id = :id", id=lin.id)
        tx.run("UPDATE member SET suspended_until = :until WHERE id = :id", until=until, id=zhou.id)

    stage.do(restrict)
    for person, who, words in ((stage.lin, lin, "公约"), (stage.zhou, zhou, "暂停")):
        toast = stage.press(person, pages[person], "兑换 · 80 分")
        assert words in toast + stage.last(person).text
        assert balance(stage, who).held == 0


def test_what_was_marked_as_handed_out_by_mistake_can_be_taken_back(stage: Stage) -> None:
    receipt = redeemed(stage)
    card = stage.last(stage.staff)
    for label in ("我来处理", "已发出"):
        stage.press(stage.mo, card, label)
    assert balance(stage, stage.member(stage.lin)).posted == 20
    assert "不在你的职责里" in stage.press(stage.mo, card, "撤回，还没发出"), "an operator's decision"
    stage.press(stage.owner, card, "撤回，还没发出")
    tell(stage, stage.owner, "点错了，还没寄")
    stage.play()
    stage.sends(stage.owner)
    assert "点错了" in stage.last(stage.lin).text
    assert "已退回" in receipt.text
    assert balance(stage, stage.member(stage.lin)).free == 100


def test_a_receipt_that_became_the_list_again_is_left_alone(stage: Stage) -> None:
    receipt = redeemed(stage)
    stage.press(stage.lin, receipt, "我的订单")
    stage.press(stage.mo, stage.last(stage.staff), "我来处理")
    assert "我的订单" in receipt.text


def test_staff_are_reminded_once_before_an_order_goes_back(stage: Stage) -> None:
    redeemed(stage)
    stage.advance(60)
    for _ in range(8):
        stage.advance(8 * 3600)
    [reminder] = [text for text in stage.said(stage.staff) if "快到期" in text]
    assert "#1" in reminder
    stage.advance(3600)
    assert sum("快到期" in text for text in stage.said(stage.staff)) == 1
    stage.advance(12 * 3600)
    stage.advance(60)
    assert not any("快到期" in text for text in stage.said(stage.staff)), "over and gone"
