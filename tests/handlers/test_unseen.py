"""Nothing is taken for the answer to a question that its writer had not seen."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.test_first_message import works
from tests.handlers.works.desk import published
from tests.stage import Stage


def told(stage: Stage, person: Person, *texts: str) -> list[Message]:
    """What somebody writes in private, one message after the other, before the bot comes to any of it."""
    private = stage.world.private(person)
    said = [person.say(private, text) for text in texts]
    stage.play()
    return said


def drafts(stage: Stage) -> list[str]:
    """What was written into forms."""
    return stage.do(lambda tx: [row.data for row in tx.all("SELECT data FROM dialogue")])


def test_in_a_backlog_words_are_no_work_for_a_link_that_was_followed_before(stage: Stage) -> None:
    published(stage)
    told(stage, stage.lin, "/start submit-1", "在吗", "我想问一下冬天续航")
    assert works(stage) == 0
    assert not any("交上去前看一眼" in text for text in stage.said(stage.lin))
    told(stage, stage.lin, "这才是我的作品：剪了三遍")
    assert "交上去前看一眼" in stage.last(stage.lin).text
    assert "剪了三遍" in stage.last(stage.lin).text


def test_what_waits_for_a_line_that_is_broken_was_not_seen(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage._take_in()
    stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now())))
    stage.clock.advance(600)
    stage.lin.say(stage.world.private(stage.lin), "有人吗")
    stage.play()
    assert not any("交上去前看一眼" in text for text in stage.said(stage.lin))
    told(stage, stage.lin, "剪了三遍")
    assert "交上去前看一眼" in stage.last(stage.lin).text


def test_an_ordinary_word_said_meanwhile_is_that_word(stage: Stage) -> None:
    published(stage)
    told(stage, stage.lin, "/start submit-1", "签到")
    assert any("签到" in text for text in stage.said(stage.lin))
    assert works(stage) == 0


def test_a_step_of_a_form_takes_nothing_that_was_said_to_the_step_before(stage: Stage) -> None:
    told(stage, stage.mo, "/newchallenge")
    stage.press(stage.mo, stage.last(stage.mo), "一步一步来")
    told(stage, stage.mo, "转场练习", "等一下")
    assert "等一下" not in drafts(stage)[0]
    assert "转场练习" in drafts(stage)[0]


def test_the_same_question_asked_again_was_seen(stage: Stage) -> None:
    told(stage, stage.mo, "/newchallenge")
    told(stage, stage.mo, "标题：转场练习\n类型：标准", "积分：30")
    assert "积分" in drafts(stage)[0]


def test_where_the_servers_answer_was_lost_what_is_said_afterwards_counts(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage._take_in()
    stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now())))
    stage.do(lambda tx: tx.run("UPDATE outbox SET state = 'uncertain' WHERE keep LIKE 'asked:%'"))
    stage.clock.advance(5)
    told(stage, stage.lin, "剪了三遍")
    assert "交上去前看一眼" in stage.last(stage.lin).text
