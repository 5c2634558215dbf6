"""Who speaks to the bot in a group is answered, alone; what people say of its messages among themselves is theirs."""

import pytest

from sandbox.world.messages import Message
from tests.stage import Stage


def said(stage: Stage, text: str, reply_to: Message | None = None) -> list[Message]:
    """What the bot whispers to Lin about it."""
    before = len(stage.whispers(stage.lin))
    stage.lin.say(stage.group, text, reply_to=reply_to)
    stage.play()
    return stage.whispers(stage.lin)[before:]


@pytest.mark.parametrize(
    ("text", "words", "button"),
    [
        ("@kocbot 今天天气怎么样", "没听懂", "联系版主"),
        ("你好 @kocbot", "林晓", "我的积分"),
        ("@kocbot 我的积分是多少", "你是想点", "我的积分"),
        ("@KOCBOT", "没听懂", "联系版主"),
    ],
)
def test_who_names_the_bot_is_answered_alone_with_the_way_on(stage: Stage, text: str, words: str, button: str) -> None:
    [whisper] = said(stage, text)
    assert words in whisper.text
    assert any(button in one.text for row in whisper.buttons for one in row)
    assert stage.said(stage.group) == []


def test_a_question_under_a_message_of_the_bot_is_answered_and_applause_is_not(stage: Stage) -> None:
    stage.lin.say(stage.group, "#提问 蓝牙钥匙突然连不上怎么办？")
    stage.play()
    ours = stage.last(stage.group)
    assert said(stage, "赞", ours) == []
    assert said(stage, "恭喜恭喜", ours) == []
    [whisper] = said(stage, "在哪看我的积分？", ours)
    assert "你是想点" in whisper.text


def test_words_about_the_bot_that_do_not_name_it_are_talk(stage: Stage) -> None:
    assert said(stage, "机器人今天挺安静") == []
    assert said(stage, "@zhou 你好") == []


def test_who_names_it_again_and_again_is_told_once_and_then_not_answered(stage: Stage) -> None:
    for _ in range(40):
        stage.lin.say(stage.group, "@kocbot 在吗")
    stage.play()
    most = stage.programme.limits.flood_per_minute
    assert len(stage.whispers(stage.lin)) <= most + 1
    assert stage.said(stage.group) == []
