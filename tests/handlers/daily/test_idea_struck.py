"""An idea is struck out of its topic's list by staff, with a reason that its author reads; it can be put back."""

import pytest

from tests.handlers.daily.asking import points
from tests.handlers.daily.test_topic import opened, replies, whispered
from tests.handlers.fairness.undoing import clean
from tests.stage import Stage

WORDS = "后备箱放电，给整个营地的灯串供电"


@pytest.mark.parametrize("paid", [True, False], ids=["paid", "unpaid"])
def test_it_leaves_the_list_and_its_author_reads_why(stage: Stage, *, paid: bool) -> None:
    topic = opened(stage)
    for number in range(0 if paid else 3):
        replies(stage, topic, f"第 {number} 个点子：座椅放平当床垫用")
    idea = replies(stage, topic, WORDS)
    before = points(stage, stage.lin)
    stage.advance(60)
    assert "灯串" in topic.text
    stage.mo.say(stage.group, "/strike 和上周那条一样", reply_to=idea)
    stage.play()
    assert ("给过的 2 分不动" in whispered(stage, stage.mo).text) == paid
    stage.advance(60)
    assert "灯串" not in topic.text
    assert stage.world.bot.id not in idea.reactions
    stage.evening()
    assert "版主的话：和上周那条一样" in stage.last(stage.lin).text
    assert points(stage, stage.lin) == before
    clean(stage)


def test_put_back_before_the_evening_nobody_hears_of_it(stage: Stage) -> None:
    topic = opened(stage)
    idea = replies(stage, topic, WORDS)
    stage.mo.say(stage.group, "/strike 看错了", reply_to=idea)
    stage.play()
    stage.press(stage.mo, whispered(stage, stage.mo), "放回清单")
    stage.advance(60)
    assert "灯串" in topic.text and idea.reactions == {stage.world.bot.id: "✍"}
    stage.evening()
    assert not any("版主的话" in text for text in stage.said(stage.lin))


def test_what_is_no_idea_or_has_no_reason_is_refused_and_members_may_not(stage: Stage) -> None:
    idea = replies(stage, opened(stage), WORDS)
    stage.mo.say(stage.group, "/strike", reply_to=idea)
    stage.play()
    assert "后面写上理由" in whispered(stage, stage.mo).text
    stage.mo.say(stage.group, "/strike 不是点子", reply_to=stage.zhou.say(stage.group, "早"))
    stage.play()
    assert "不是清单里的点子" in whispered(stage, stage.mo).text
    stage.zhou.say(stage.group, "/strike 不喜欢", reply_to=idea)
    stage.play()
    stage.advance(60)
    assert idea.reactions == {stage.world.bot.id: "✍"}
