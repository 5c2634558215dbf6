"""An answer or an idea that an app cuts in two is one; what is only passed on is joined to nobody's own words."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.daily.asking import points
from tests.handlers.daily.test_topic import opened
from tests.stage import Stage

PARAGRAPHS = "\n".join("说" * 49 for _ in range(60))
TAIL = "最后把电池断开十分钟就好"


def question(stage: Stage) -> Message:
    message = stage.zhou.say(stage.group, "#提问 蓝牙钥匙连不上怎么办")
    stage.play()
    return message


def texts(stage: Stage, table: str) -> list[str]:
    sql = {"answer": "SELECT text FROM answer ORDER BY message", "idea": "SELECT text FROM idea ORDER BY id"}[table]
    return stage.do(lambda tx: [row.text for row in tx.all(sql)])


def said(stage: Stage, below: Message, first: str, second: str, *, each: bool) -> tuple[Message, Message]:
    """A text in two parts: each of them replies, or the first alone."""
    parts = (
        stage.lin.say(stage.group, first, reply_to=below),
        stage.lin.say(stage.group, second, reply_to=below if each else None),
    )
    stage.play()
    stage.advance(4)
    return parts


@pytest.mark.parametrize("each", [True, False], ids=["each part replies", "the first alone"])
def test_an_answer_in_two_parts_is_one_answer_and_either_part_can_be_accepted(stage: Stage, *, each: bool) -> None:
    below = question(stage)
    _, second = said(stage, below, PARAGRAPHS, TAIL, each=each)
    assert texts(stage, "answer") == [f"{PARAGRAPHS}\n{TAIL}"]
    stage.zhou.say(stage.group, "采纳", reply_to=second)
    stage.play()
    assert points(stage, stage.lin) == 15


@pytest.mark.parametrize("each", [True, False], ids=["each part replies", "the first alone"])
def test_an_idea_in_two_parts_is_one_and_paid_once(stage: Stage, *, each: bool) -> None:
    said(stage, opened(stage), PARAGRAPHS, TAIL, each=each)
    [idea] = texts(stage, "idea")
    assert idea.startswith("说") and points(stage, stage.lin) == 2


def test_a_word_said_right_behind_a_long_answer_is_that_word(stage: Stage) -> None:
    said(stage, question(stage), PARAGRAPHS, "签到", each=False)
    assert texts(stage, "answer") == [PARAGRAPHS]
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM check_in")) == 1


def test_what_replies_to_something_else_stands_for_itself(stage: Stage) -> None:
    below, other = question(stage), stage.he.say(stage.group, "早")
    stage.lin.say(stage.group, PARAGRAPHS, reply_to=below)
    stage.lin.say(stage.group, TAIL, reply_to=other)
    stage.play()
    stage.advance(4)
    assert texts(stage, "answer") == [PARAGRAPHS]


def test_ones_own_words_are_not_joined_to_what_was_passed_on_before(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    stage.lin.forward(stage.he.say(stage.group, "满" * 4096), private)
    stage.world.advance(1)
    stage.lin.say(private, "签到")
    stage.play()
    stage.advance(4)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM check_in")) == 1
