"""A form that comes back with the whole message around it is the form alone."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.offers.eventing import FORM as EVENT
from tests.handlers.test_two_forms import PROJECT, QUIZ
from tests.stage import Stage

NOTE = "标题：蓝牙钥匙固件\n内容：长按 10 秒就能重新配对，不用忽略设备。\n有效期至：90天\n主题词：蓝牙钥匙"


def filled(shown: Message, form: str) -> str:
    """The whole message, with the form filled in where it stood empty."""
    at = next(entity for entity in shown.entities if entity.type == "pre")
    units = shown.text.encode("utf-16-le")
    before, behind = (
        units[: 2 * at.offset].decode("utf-16-le"),
        units[2 * (at.offset + at.length) :].decode("utf-16-le"),
    )
    assert before.strip() and behind.strip()
    return f"{before}{form}{behind}"


@pytest.mark.parametrize(
    ("command", "form", "hint"),
    [
        ("/newevent", EVENT, "优先报名的人"),
        ("/newproject", PROJECT, "链接只有队员看得到"),
        ("/newquiz", f"{QUIZ}\n介绍：答完就知道怎么过冬。", "次数自己回来"),
        ("/newnote", NOTE, "到期就搜不到了"),
    ],
)
def test_hints_that_come_along_are_neither_faults_nor_words_of_the_form(
    stage: Stage, command: str, form: str, hint: str
) -> None:
    private = stage.world.private(stage.mo)
    stage.mo.say(private, command)
    stage.play()
    asked = stage.last(stage.mo)
    before = len(stage.said(stage.mo))
    assert hint in asked.text
    stage.mo.say(private, filled(asked, form))
    stage.play()
    answer = "\n".join(stage.said(stage.mo)[before:])
    assert form.rpartition("：")[2] in answer or form.split("：")[1].split("\n", maxsplit=1)[0] in answer
    assert hint not in answer and "要看一眼" not in answer
