"""Where an order goes: in one message or several, looked at once more, shown to its owner, and never a word of assent."""

import pytest

from rules.shop.address import Address
from storage.shop import addresses
from tests.handlers.shop.test_order import ADDRESS, redeemed
from tests.shopping import tell
from tests.stage import Stage


def kept(stage: Stage) -> Address | None:
    return stage.do(lambda tx: addresses.get(tx, 1))


def said(stage: Stage, *words: str) -> str:
    """What is answered to the last of these words in private."""
    for each in words:
        tell(stage, stage.lin, each)
        stage.play()
    return stage.last(stage.lin).text


def test_an_address_is_shown_again_and_kept_when_it_is_called_right(stage: Stage) -> None:
    receipt = redeemed(stage)
    assert ADDRESS in said(stage, ADDRESS)
    assert kept(stage) == Address(ADDRESS, confirmed=False)
    assert "还没点“对了”" in receipt.text
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    assert kept(stage) == Address(ADDRESS, confirmed=True)
    assert f"寄到：{ADDRESS}" in receipt.text, "its owner sees it on the order"
    assert "还没点" not in receipt.text
    assert "当聊天听" in said(stage, "随便说说"), "nothing is asked any more"


def test_what_follows_a_phone_number_is_joined_to_it(stage: Stage) -> None:
    redeemed(stage)
    answered = said(stage, "13800001111")
    assert "还差详细地址" in answered
    assert [button.text for row in stage.last(stage.lin).buttons for button in row] == ["重写", "先不弄了"]
    said(stage, "林晓", "上海市徐汇区星途路 1 号")
    assert kept(stage) == Address("13800001111 林晓 上海市徐汇区星途路 1 号", confirmed=False)
    assert "会寄到" in said(stage, "对的！")
    assert kept(stage).confirmed  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["林晓", "Li", "欧阳晓满", "林"])
def test_the_name_that_comes_first_alone_is_joined_by_what_follows(stage: Stage, name: str) -> None:
    redeemed(stage)
    answered = said(stage, f"{name} 收" if name == "林" else name)
    assert "还差电话和详细地址" in answered
    said(stage, "13800001111", "上海市徐汇区星途路 1 号")
    known = kept(stage)
    assert known is not None
    assert known.text.startswith(name), "a parcel needs somebody who takes it"
    assert known.text.endswith("13800001111 上海市徐汇区星途路 1 号")


@pytest.mark.parametrize("words", ["确认", "就这些", "没了！", "对，没错", "寄吧", "that's all"])
def test_words_that_call_it_right_are_no_part_of_it(stage: Stage, words: str) -> None:
    redeemed(stage)
    assert "会寄到" in said(stage, ADDRESS, words)
    assert kept(stage) == Address(ADDRESS, confirmed=True)


@pytest.mark.parametrize("words", ["重写", "不对", "写错了！", "填错了", "Write it anew", "no"])
def test_words_that_call_it_wrong_are_no_part_of_it_and_the_next_takes_its_place(stage: Stage, words: str) -> None:
    redeemed(stage)
    assert "寄到哪里" in said(stage, "林晓 13800001111 北京市朝阳区某路 2 号", words)
    said(stage, ADDRESS)
    assert kept(stage) == Address(ADDRESS, confirmed=False)


def test_an_address_without_a_place_is_called_right_by_nobody(stage: Stage) -> None:
    redeemed(stage)
    assert "还差详细地址" in said(stage, "13800001111", "对了")
    assert kept(stage) == Address("13800001111", confirmed=False)


def test_a_question_below_the_address_is_no_part_of_it_and_that_is_said_of_the_address(stage: Stage) -> None:
    redeemed(stage)
    said(stage, ADDRESS, "大概几天能到？")
    assert "没拼进上面的地址" in stage.last(stage.lin).text
    assert kept(stage) == Address(ADDRESS, confirmed=False)


def test_written_anew_it_takes_the_place_of_what_was_written(stage: Stage) -> None:
    redeemed(stage)
    said(stage, "林晓 13800001111 北京市朝阳区某路 2 号")
    stage.press(stage.lin, stage.last(stage.lin), "重写")
    said(stage, ADDRESS)
    assert kept(stage) == Address(ADDRESS, confirmed=False)


@pytest.mark.parametrize("words", ["好的", "嗯嗯", "收到", "OK", "谢谢", "在吗", "👌", "哈哈", "早", "为啥？", "7"])
def test_a_word_of_assent_is_no_address(stage: Stage, words: str) -> None:
    redeemed(stage)
    assert "寄到哪里" in said(stage, words)
    assert kept(stage) is None
    assert ADDRESS in said(stage, ADDRESS), "the question still stands"


@pytest.mark.parametrize("words", ["算了", "取消", "先不填了", "点错了！", "never mind"])
def test_words_that_give_up_end_the_question(stage: Stage, words: str) -> None:
    redeemed(stage)
    assert "兑换给你留着" in said(stage, words)
    said(stage, ADDRESS)
    assert kept(stage) is None


def test_a_button_leads_out_of_the_question_once(stage: Stage) -> None:
    redeemed(stage)
    asked = stage.last(stage.lin)
    stage.lin.press(asked, "先不弄了")
    assert "已经过去了" in stage.press(stage.lin, asked, "先不弄了")
    assert "兑换给你留着" in asked.text
    said(stage, ADDRESS)
    assert kept(stage) is None


def test_an_address_given_after_the_claim_reaches_whoever_sees_to_it(stage: Stage) -> None:
    redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "我来处理")
    assert "还没填" in stage.last(stage.mo).text
    said(stage, ADDRESS)
    assert ADDRESS in stage.last(stage.mo).text
    assert "寄之前再问一声" in stage.last(stage.mo).text
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    assert ADDRESS in stage.last(stage.mo).text
    assert "再问一声" not in stage.last(stage.mo).text


def test_a_word_is_still_a_word_while_the_bot_waits_for_an_address(stage: Stage) -> None:
    redeemed(stage)
    assert "签到" in said(stage, "签到")
    assert ADDRESS in said(stage, ADDRESS)


@pytest.mark.parametrize("words", ["算了", "好的", "取消"])
def test_no_such_word_is_a_reason_for_giving_an_order_back(stage: Stage, words: str) -> None:
    receipt = redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    tell(stage, stage.mo, words)
    stage.play()
    assert "已退回" not in receipt.text
    tell(stage, stage.mo, "这一批有瑕疵")
    stage.play()
    stage.sends(stage.mo)
    assert ("已退回" in receipt.text) is (words == "好的"), "assent is asked again, the others end the question"


@pytest.mark.parametrize("words", ["冬天预热要提前半小时才够，能不能自己算", "做三个可折叠的分区盒，先画图再试装"])
def test_what_may_be_meant_otherwise_is_read_by_nobody_before_its_writer_says_that_it_is_an_address(
    stage: Stage, words: str
) -> None:
    redeemed(stage)
    desk = stage.last(stage.staff)
    stage.press(stage.mo, desk, "我来处理")
    before = len(stage.said(stage.mo))
    assert words in said(stage, words) and words not in stage.last(stage.mo).text
    assert "对方还没填" in desk.text and len(stage.said(stage.mo)) == before
    stage.press(stage.owner, desk, "接手")
    assert "还没填" in stage.last(stage.owner).text and words not in stage.last(stage.owner).text
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    assert words in stage.last(stage.owner).text and "对方还没填" not in desk.text


def test_whoever_sees_to_an_order_is_told_that_its_address_has_changed_and_reads_the_new_one(stage: Stage) -> None:
    redeemed(stage)
    said(stage, ADDRESS, "对了")
    stage.press(stage.mo, stage.last(stage.staff), "我来处理")
    assert "改过" not in stage.last(stage.mo).text
    before = stage.last(stage.mo)
    tell(stage, stage.lin, "/orders")
    stage.play()
    orders = stage.last(stage.lin)
    stage.press(stage.lin, orders, orders.buttons[0][0].text)
    stage.press(stage.lin, stage.last(stage.lin), "修改收货地址")
    assert "之前那个先别用" in (said(stage, "北京市朝阳区某路 2 号") and stage.last(stage.mo).text)
    assert before.deleted and ADDRESS not in stage.last(stage.mo).text
    said(stage, "林晓 13900002222")
    assert "地址改过了" in stage.last(stage.mo).text and "再问一声" in stage.last(stage.mo).text
    said(stage, "对了")
    told = stage.last(stage.mo).text
    assert "地址改过了" in told and "北京市朝阳区某路 2 号 林晓 13900002222" in told and "再问一声" not in told
