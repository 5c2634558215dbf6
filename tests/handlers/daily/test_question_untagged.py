"""Whoever takes the hashtag out of a question by an edit hears that it still waits, and how to end it."""

import pytest

from rules.people import Purpose
from sandbox.world.messages import Message
from storage import groups
from tests.stage import Stage

QUESTION = "车机黑屏怎么重启"


def asked(stage: Stage) -> Message:
    message = stage.lin.say(stage.group, f"#提问 {QUESTION}")
    stage.play()
    return message


def texts(stage: Stage) -> list[tuple[str, str]]:
    return stage.do(lambda tx: [(row.text, row.state) for row in tx.all("SELECT text, state FROM question")])


@pytest.mark.parametrize(("now", "listed"), [("车机黑屏，已经好了", "车机黑屏，已经好了"), (QUESTION, QUESTION)])
def test_it_says_that_it_still_waits_and_is_closed_by_a_press(stage: Stage, now: str, listed: str) -> None:
    message = asked(stage)
    stage.lin.edit(message, now)
    stage.play()
    told = stage.whispers(stage.lin)[-1]
    assert "Q1 还在等回答" in told.text
    assert texts(stage) == [(listed, "open")]
    stage.press(stage.lin, told, "已经解决")
    assert texts(stage) == [(listed, "closed")]


def test_a_typo_below_the_hashtag_follows_without_a_word(stage: Stage) -> None:
    message = asked(stage)
    before = len(stage.whispers(stage.lin))
    stage.lin.edit(message, "#提问 车机花屏怎么重启")
    stage.play()
    assert texts(stage) == [("车机花屏怎么重启", "open")] and len(stage.whispers(stage.lin)) == before


def test_a_picture_without_words_keeps_what_it_asked(stage: Stage) -> None:
    message = stage.lin.send(stage.group, photo=b"black", caption=f"#提问 {QUESTION}")
    stage.play()
    stage.lin.edit(message, "")
    stage.play()
    assert "留着的是改之前的话" in stage.whispers(stage.lin)[-1].text
    assert texts(stage) == [(QUESTION, "open")]


def test_a_closed_question_is_nothing_that_waits(stage: Stage) -> None:
    message = asked(stage)
    stage.press(stage.lin, stage.last(stage.group), "已经解决")
    before = len(stage.whispers(stage.lin))
    stage.lin.edit(message, QUESTION)
    stage.play()
    assert len(stage.whispers(stage.lin)) == before


def test_in_the_topic_for_questions_no_hashtag_is_missed(stage: Stage) -> None:
    stage.group.forum = True
    topic = stage.world.topic(stage.group, "提问")
    stage.world.updates.clear()
    group = stage.community()
    stage.do(lambda tx: groups.bind_topic(tx, group.id, Purpose.QUESTIONS, topic.id))
    message = stage.lin.say(stage.group, f"{QUESTION}？", topic=topic)
    stage.play()
    before = len(stage.whispers(stage.lin))
    stage.lin.edit(message, "车机花屏怎么重启？")
    stage.play()
    assert texts(stage) == [("车机花屏怎么重启？", "open")] and len(stage.whispers(stage.lin)) == before
