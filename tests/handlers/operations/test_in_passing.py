"""What is said to the bot in passing is answered in kind, shortly, and without a list of all that it can do."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize(
    ("said", "answer", "buttons"),
    [
        ("晚安", "来", []),
        ("拜拜～", "来", []),
        ("新年快乐！", "也祝你", []),
        ("今天我生日", "生日快乐，\u2068林晓\u2069", []),
        ("你是机器人吗？", "不是真人", ["我能做什么", "私下联系版主"]),
        ("你是真人吗", "星途汽车社群的机器人", ["我能做什么", "私下联系版主"]),
        ("谢错人了", "得请版主撤", ["私下联系版主"]),
    ],
)
def test_it_is_short_and_of_the_matter(stage: Stage, said: str, answer: str, buttons: list[str]) -> None:
    stage.lin.say(stage.world.private(stage.lin), said)
    stage.play()
    shown = stage.last(stage.lin)
    assert answer in shown.text
    assert len(shown.text) < 80
    assert "当聊天听" not in shown.text
    assert [button.text for row in shown.buttons for button in row] == buttons


def test_who_has_thanked_the_wrong_one_reads_in_the_group_how_to_put_it_right(stage: Stage) -> None:
    advice = stage.zhou.say(stage.group, "中控右下角，长按两秒")
    stage.lin.say(stage.group, "谢错人了", reply_to=advice)
    stage.play()
    [told] = stage.whispers(stage.lin)
    assert "再谢一次就好" in told.text
    assert stage.said(stage.group) == []
    stage.lin.say(stage.group, "谢错人了")
    stage.lin.say(stage.group, "晚安")
    stage.play()
    assert len(stage.whispers(stage.lin)) == 1, "what people say among themselves is theirs"


@pytest.mark.parametrize("said", ["匿名", "匿名写", "署名写", "实名"])
def test_who_says_how_they_would_criticise_is_shown_where(stage: Stage, said: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), said)
    stage.play()
    assert [button.text for row in stage.last(stage.lin).buttons for button in row] == ["署名写", "匿名写"]


@pytest.mark.parametrize("said", ["地址", "收货地址", "我的卡券"])
def test_an_address_and_a_code_stand_with_ones_orders(stage: Stage, said: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), said)
    stage.play()
    assert "我的订单" in stage.last(stage.lin).text
