"""What we say of a question goes from the group the night after it was solved; it comes again if it is open again."""

from rules.people import Purpose
from rules.programme.programme import Programme
from rules.programme.tidying import Tidying
from storage import groups
from tests.handlers.daily.asking import REPLY, TEXT, accept, answer, ask, solved
from tests.stage import Stage

HOUR_S = 3600


def spoken(stage: Stage) -> list[str]:
    """What of ours about questions stands in the group."""
    return [message.text for message in stage.messages(stage.group) if "Q1" in message.text]


def next_morning(stage: Stage) -> None:
    """The night passes, hour by hour: lines that go after a while go, and the night's jobs are done."""
    for _ in range(24):
        stage.advance(HOUR_S)
        stage.tick()


def test_the_day_after_question_answer_and_cup_stand_there_and_nothing_of_ours(stage: Stage) -> None:
    reply = solved(stage, stage.lin, stage.zhou)
    assert "Q1 解决了" in spoken(stage)[0]
    next_morning(stage)
    assert spoken(stage) == []
    assert reply.reactions == {stage.world.bot.id: "🏆"}
    assert reply.id in stage.group.messages


def test_what_is_open_stays(stage: Stage) -> None:
    ask(stage, stage.lin)
    next_morning(stage)
    assert any("记下了，Q1" in text for text in spoken(stage))


def test_who_needs_no_answer_leaves_nothing_either(stage: Stage) -> None:
    ask(stage, stage.lin)
    stage.press(stage.lin, stage.last(stage.group), "已经解决")
    next_morning(stage)
    assert spoken(stage) == []


def test_solved_shortly_before_the_night_it_stays_for_the_day(stage: Stage) -> None:
    stage.advance(18 * HOUR_S)
    solved(stage, stage.lin, stage.zhou)
    stage.advance(2 * HOUR_S)
    stage.tick()
    assert "Q1 解决了" in spoken(stage)[0]


def test_a_brand_may_keep_it() -> None:
    stage = Stage(Programme(tidying=Tidying(solved_questions=False)))
    solved(stage, stage.lin, stage.zhou)
    next_morning(stage)
    assert [text for text in spoken(stage) if "Q1 解决了" in text]


def test_taken_back_after_that_night_the_question_is_there_again_with_its_buttons(stage: Stage) -> None:
    question = ask(stage, stage.lin)
    reply = answer(stage, stage.zhou, question)
    stage.advance(8 * HOUR_S)
    accept(stage, stage.lin, reply)
    stage.advance(12 * HOUR_S)
    stage.tick()
    assert not any("解决了" in text for text in spoken(stage))
    stage.lin.say(stage.group, "撤回采纳", reply_to=reply)
    stage.play()
    [card] = stage.messages(stage.group)
    assert "记下了，Q1" in card.text and card.reply_to is question
    stage.press(stage.lin, card, "✅ 采纳回答")
    stage.press(stage.lin, stage.whispers(stage.lin)[-1], f"✅ 周舟：{REPLY}")
    assert "Q1 解决了" in card.text
    next_morning(stage)
    assert spoken(stage) == []


def test_asked_elsewhere_it_is_shown_again_in_the_topic_for_questions(stage: Stage) -> None:
    topic = stage.world.topic(stage.group, "问答")
    group = stage.community()
    stage.do(lambda tx: groups.bind_topic(tx, group.id, Purpose.QUESTIONS, topic.id))
    reply = answer(stage, stage.zhou, ask(stage, stage.lin))
    stage.advance(8 * HOUR_S)
    accept(stage, stage.lin, reply)
    stage.advance(12 * HOUR_S)
    stage.lin.say(stage.group, "/unaccept 1")
    stage.play()
    [card] = [message for message in stage.messages(stage.group) if "Q1" in message.text]
    assert TEXT in card.text and card.topic is topic
