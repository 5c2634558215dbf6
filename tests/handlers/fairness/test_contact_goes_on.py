"""Contacting a human is a conversation: the member talks back as people do, and nothing they send gets lost."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.fairness.test_contact import answered, asked
from tests.shopping import tell
from tests.stage import Stage

TWO: list[str | bytes] = [b"front", b"back"]


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def pictures(stage: Stage) -> int:
    return len([message for message in stage.messages(stage.staff) if message.media])


def replies(stage: Stage, to: Message, words: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), words, reply_to=to)
    stage.play()


def test_a_reply_to_what_came_from_the_staff_is_passed_on(stage: Stage) -> None:
    card = asked(stage)
    replies(stage, stage.last(stage.lin), "是蓝色那个")
    assert "是蓝色那个" in stage.last(stage.staff).text
    answered(stage, card, "昨天寄出")
    replies(stage, stage.last(stage.lin), "这句我没听懂")
    assert "这句我没听懂" in stage.last(stage.staff).text
    assert "转给版主了" in stage.last(stage.lin).text
    answered(stage, stage.last(stage.staff), "后天到")
    assert "后天到" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM contact")) == 1


def test_words_that_lead_nowhere_are_passed_on_by_a_press_while_somebody_is_spoken_to(stage: Stage) -> None:
    tell(stage, stage.lin, "嗯那个蓝色的呢")
    stage.play()
    assert "转给版主" not in labels(stage.last(stage.lin))
    asked(stage)
    tell(stage, stage.lin, "嗯那个蓝色的呢")
    stage.play()
    assert labels(stage.last(stage.lin))[0] == "转给版主"
    assert labels(stage.last(stage.lin))[-1] == "私下联系版主"
    stage.press(stage.lin, stage.last(stage.lin), "转给版主")
    assert "嗯那个蓝色的呢" in stage.last(stage.staff).text


def test_pictures_that_lead_nowhere_are_passed_on_whole(stage: Stage) -> None:
    asked(stage)
    stage.lin.album(stage.world.private(stage.lin), TWO)
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "转给版主")
    assert pictures(stage) == 2
    stage.lin.send(stage.world.private(stage.lin), photo=b"one")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "转给版主")
    assert pictures(stage) == 3


@pytest.mark.parametrize("said", ["说完了", "问好了"])
@pytest.mark.parametrize("asks", [False, True])
def test_the_name_of_the_button_ends_it_too(stage: Stage, said: str, *, asks: bool) -> None:
    asked(stage)
    if asks:
        tell(stage, stage.lin, "继续说")
        stage.play()
    tell(stage, stage.lin, said)
    stage.play()
    assert "对话结束了" in stage.last(stage.staff).text
    assert "有事再发" in stage.last(stage.lin).text


@pytest.mark.parametrize("under", [0, 1])
@pytest.mark.parametrize("caption", ["", "盒子是空的", "/contact 盒子是空的"])
def test_of_two_pictures_both_arrive_whichever_of_them_has_the_words(stage: Stage, under: int, caption: str) -> None:
    if not caption.startswith("/"):
        tell(stage, stage.lin, "联系版主")
        stage.play()
    stage.lin.album(stage.world.private(stage.lin), TWO, caption=caption, under=under)
    stage.play()
    stage.advance(3)
    assert pictures(stage) == 2
    assert len({one.album for one in stage.messages(stage.staff) if one.media}) == 1
    assert any("盒子是空的" in text for text in stage.said(stage.staff)) == bool(caption)


@pytest.mark.parametrize(
    ("said", "button"),
    [
        ("我买的钥匙扣有问题", "私下联系版主"),
        ("I want a refund please", "私下联系版主"),
        ("昨天的能补签不", "补签"),
        ("签到要怎么签", "签到"),
        ("快递怎么还没动静", "订单"),
        ("那积分过期了咋办", "贡献值"),
    ],
)
def test_what_was_plainly_meant_is_asked_about_and_a_human_is_the_last_button(
    stage: Stage, said: str, button: str
) -> None:
    tell(stage, stage.lin, said)
    stage.play()
    assert "你是想点" in stage.last(stage.lin).text
    found = labels(stage.last(stage.lin))
    assert button in found[0]
    assert found[-1] == "私下联系版主"
    assert len(found) == len(set(found)) <= 2


@pytest.mark.parametrize("said", ["退款", "退货", "换货", "发票", "积分不对", "有bug", "refund"])
def test_who_needs_a_human_is_asked_what_it_is_about(stage: Stage, said: str) -> None:
    tell(stage, stage.lin, said)
    stage.play()
    assert "想和版主说什么" in stage.last(stage.lin).text


@pytest.mark.parametrize("said", ["积分会过期吗", "什么时候过期", "积分能换钱吗", "提现"])
def test_the_guide_says_that_points_stay_and_are_no_money(stage: Stage, said: str) -> None:
    tell(stage, stage.lin, said)
    stage.play()
    assert "不会过期" in stage.last(stage.lin).text
    assert "不能提现" in stage.last(stage.lin).text
