"""The number of a parcel in reply to an order's card: shown, and sent by a press; nobody needs the button first."""

import pytest

from rules.shop.order import OrderState
from rules.shop.parcel import holds_parcel
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.shop import orders
from tests.shopping import redeemed
from tests.stage import Stage

SF = "SF1234567890"


def state(stage: Stage) -> OrderState:
    order = stage.do(lambda tx: orders.get(tx, 1))
    assert order
    return order.state


def claimed(stage: Stage) -> Message:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    return card


def reply(stage: Stage, who: Person, card: Message, words: str) -> None:
    who.say(card.chat, words, reply_to=card)
    stage.play()


@pytest.mark.parametrize("words", [SF, "顺丰 SF1234567890", "单号：ＳＦ１２３４５６７８９０", "已寄 75312345678901"])
@pytest.mark.parametrize("where", ["desk", "private"])
def test_it_is_shown_first_and_goes_out_by_a_press(stage: Stage, words: str, where: str) -> None:
    card = claimed(stage)
    before = stage.last(stage.lin)
    reply(stage, stage.mo, card if where == "desk" else stage.last(stage.mo), words)
    shown = stage.last(stage.mo)
    assert words in shown.text and "还没发" in shown.text
    at_the_desk = [one.text for one in stage.staff.ephemeral.values()]
    assert any("先在私聊里给你看一眼" in text for text in at_the_desk) == (where == "desk")
    assert not any("写给我" in text for text in at_the_desk), "it was written already"
    assert stage.last(stage.lin) is before and state(stage) is OrderState.PREPARING
    stage.press(stage.mo, shown, "就这么发")
    assert words in stage.last(stage.lin).text and state(stage) is OrderState.SENT


def test_other_words_below_the_card_are_talk_among_the_team(stage: Stage) -> None:
    card = claimed(stage)
    before = len(stage.said(stage.mo)), len(stage.said(stage.staff))
    for words in ("这单谁接？", "13800001111 打不通", "明天寄", f"{SF} 和 {SF[:-1]}9 哪个是对的？"):
        reply(stage, stage.mo, card, words)
    assert (len(stage.said(stage.mo)), len(stage.said(stage.staff))) == before
    assert state(stage) is OrderState.PREPARING


def test_whoever_may_not_send_it_reads_why(stage: Stage) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)

    def heard(who: Person) -> str:
        reply(stage, who, card, SF)
        seen = [
            message.text
            for (reader, _), message in stage.world.chats[stage.staff.id].ephemeral.items()
            if reader == who.id
        ]
        return seen[-1] if seen else stage.last(who).text

    assert "还没人接" in heard(stage.mo) and "我来处理" in heard(stage.mo)
    stage.press(stage.mo, card, "我来处理")
    assert "在办了" in heard(stage.owner)
    assert "版主" in heard(stage.rui)
    stage.press(stage.mo, card, "已发出")
    assert "已发出" in heard(stage.mo)


@pytest.mark.parametrize(
    "words", ["13800001111", "收件人 13800001111", "1234567", "限量钥匙扣", f"{SF}\n{SF}", "长" * 30 + SF]
)
def test_what_is_no_parcel(words: str) -> None:
    assert not holds_parcel(words)
