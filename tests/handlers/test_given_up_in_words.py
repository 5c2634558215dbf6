"""Polite words that give up are no answer: to no question, in no form, below no preview, and not anonymously."""

import pytest

from tests.handlers.fairness.test_feedback_sealed import ask
from tests.stage import Stage

WORDS = ("算了吧，谢谢", "不用了谢谢", "等下再说吧", "先不弄了哈", "不好意思，点错了", "no thanks")


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("command", ["/contact", "/newnote", "/newchallenge", "/newevent"])
def test_a_question_is_given_up_by_them(stage: Stage, command: str, words: str) -> None:
    private = stage.world.private(stage.mo)
    for text in (command, words):
        stage.mo.say(private, text)
        stage.play()
    assert stage.last(stage.mo).text == "好的，取消了。"
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM dialogue")) == 0


@pytest.mark.parametrize("words", WORDS)
def test_nothing_is_passed_on_anonymously(stage: Stage, words: str) -> None:
    ask(stage, stage.lin)
    stage.lin.say(stage.world.private(stage.lin), words)
    stage.play()
    assert "那就不写了" in stage.last(stage.lin).text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM feedback")) == 0
    stage.lin.say(stage.world.private(stage.lin), "今天天气不错")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM feedback")) == 0
