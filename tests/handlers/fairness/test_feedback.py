"""Criticism under one's name: taken in, talked about, adopted or not, shipped; everybody concerned is told."""

import pytest

from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def write(stage: Stage, person, words: str, kind: str = "一个想法") -> None:
    person.say(stage.world.private(person), "/feedback")
    stage.play()
    stage.press(person, stage.last(person), "署名写")
    stage.press(person, stage.last(person), kind)
    person.say(stage.world.private(person), words)
    stage.play()


def card(stage: Stage, number: int):
    return next(m for m in reversed(stage.messages(stage.staff)) if f"#{number} " in m.text and m.buttons)


def decide(stage: Stage, number: int, label: str, words: str) -> None:
    stage.press(stage.mo, card(stage, number), label)
    stage.mo.say(stage.world.private(stage.mo), words)
    stage.play()


def test_a_suggestion_goes_all_the_way(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    assert "#1" in stage.said(stage.lin)[-1]
    assert "后排出风口" in card(stage, 1).text
    stage.press(stage.mo, card(stage, 1), "讨论中")
    assert "讨论" in stage.said(stage.lin)[-1]
    stage.mo.say(stage.staff, "第二排还是第三排？", reply_to=card(stage, 1))
    stage.play()
    assert "第二排还是第三排" in stage.said(stage.lin)[-1]
    assert "莫莫" not in stage.said(stage.lin)[-1]
    stage.press(stage.lin, stage.last(stage.lin), "补充一句")
    stage.lin.say(stage.world.private(stage.lin), "第二排")
    stage.play()
    assert "第二排" in stage.said(stage.staff)[-1]
    decide(stage, 1, "采纳", "后排出风口可以单独关闭")
    told = stage.last(stage.lin)
    assert "采纳了" in told.text
    stage.press(stage.lin, told, "可以写我的名字")
    assert any("林晓" in text and "单独关闭" in text for text in stage.said(stage.group))
    decide(stage, 1, "已上线", "2.8.0")
    assert "2.8.0" in stage.said(stage.lin)[-1]
    assert any("2.8.0" in text and "林晓" in text for text in stage.said(stage.group))
    stage.zhou.say(stage.world.private(stage.zhou), "/adopted")
    stage.play()
    assert "单独关闭" in stage.said(stage.zhou)[-1]
