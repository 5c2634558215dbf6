"""An idea that its author edits: what staff have chosen stays as they chose it, and what stood in the list is read anew."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from tests.handlers.daily.asking import points
from tests.handlers.daily.test_topic import TITLE, opened, replies, whispered
from tests.stage import Stage

WORDS = "后备箱放电，给整个营地的灯串供电"
OTHERS = "改装降低悬架，全场八折，加我微信下单"


def listed(stage: Stage) -> tuple[Message, Message]:
    """A topic and an idea that stands in its list for a while."""
    topic = opened(stage)
    idea = replies(stage, topic, WORDS)
    stage.advance(600)
    return topic, idea


def edits(stage: Stage, message: Message, text: str) -> None:
    """Its author puts it otherwise, and a minute goes by."""
    stage.lin.edit(message, text)
    stage.play()
    stage.advance(60)


def featured(stage: Stage, idea: Message) -> None:
    stage.mo.say(stage.group, "/feature 第一次有人想到", reply_to=idea)


def helped(stage: Stage, idea: Message) -> None:
    stage.mo.say(stage.group, "/support 借你一台运动相机 | 7天", reply_to=idea)


@pytest.mark.parametrize("choose", [featured, helped])
def test_what_staff_have_chosen_stays_in_the_list_as_it_was_and_its_author_hears_so(
    stage: Stage, choose: Callable[[Stage, Message], None]
) -> None:
    topic, idea = listed(stage)
    choose(stage, idea)
    stage.play()
    edits(stage, idea, OTHERS)
    assert WORDS in topic.text and "微信" not in topic.text
    assert "没有跟着变" in whispered(stage, stage.lin).text
    edits(stage, idea, WORDS)
    assert sum("没有跟着变" in one.text for one in stage.whispers(stage.lin)) == 1, "put back, it says what is listed"


def test_an_idea_that_is_featured_no_more_follows_again(stage: Stage) -> None:
    topic, idea = listed(stage)
    featured(stage, idea)
    stage.play()
    stage.mo.say(stage.group, "/unfeature 看错了", reply_to=idea)
    stage.play()
    edits(stage, idea, "前备箱放电，给整个营地的灯串供电")
    assert "前备箱放电" in topic.text


def test_staff_read_what_an_idea_says_anew_once_it_stood_in_the_list(stage: Stage) -> None:
    topic, idea = listed(stage)
    before = stage.said(stage.staff)
    edits(stage, idea, OTHERS)
    [told] = stage.said(stage.staff)[len(before) :]
    assert "微信" in topic.text
    assert "微信" in told and TITLE in told and "林晓" in told and "/strike" in told
    edits(stage, idea, f"{OTHERS}！")
    assert len(stage.said(stage.staff)) == len(before) + 1, "another sign is not another word"


def test_a_typo_that_is_put_right_at_once_troubles_nobody(stage: Stage) -> None:
    topic = opened(stage)
    idea = replies(stage, topic, WORDS)
    before = stage.said(stage.staff), len(stage.whispers(stage.lin))
    stage.advance(20)
    edits(stage, idea, "前备箱放电，给整个营地的灯串供电")
    assert "前备箱" in topic.text
    assert (stage.said(stage.staff), len(stage.whispers(stage.lin))) == before


def test_what_says_too_little_or_comes_after_the_end_is_said_to_change_nothing(stage: Stage) -> None:
    topic, idea = listed(stage)
    edits(stage, idea, "。")
    assert WORDS in topic.text and "清单里还是原来那句" in whispered(stage, stage.lin).text
    stage.mo.say(stage.group, "/topic")
    stage.play()
    stage.press(stage.mo, whispered(stage, stage.mo), f"结束：{TITLE}")
    stage.press(stage.mo, whispered(stage, stage.mo), "结束")
    edits(stage, idea, OTHERS)
    assert WORDS in stage.do(lambda tx: [row.text for row in tx.all("SELECT text FROM idea")])
    assert "已经结束" in whispered(stage, stage.lin).text


def test_a_picture_of_somebody_else_in_a_later_piece_takes_nothing_from_them(stage: Stage) -> None:
    opened(stage)
    stage.zhou.send(stage.group, photo=b"theirs", caption="今早的路")
    stage.play()
    stage.lin.album(stage.group, [b"mine", b"theirs"], caption="#发现 后备箱放平能睡两个人")
    stage.play()
    before = points(stage, stage.zhou)
    stage.zhou.send(stage.group, photo=b"theirs", caption="#分享 今早的路")
    stage.play()
    assert points(stage, stage.zhou) > before


def test_a_later_piece_of_an_album_below_the_topic_is_paid_once(stage: Stage) -> None:
    topic = opened(stage)
    stage.lin.album(stage.group, [b"one", b"two"], caption="后备箱放平能睡两个人", reply_to=topic)
    stage.play()
    before = points(stage, stage.lin)
    stage.lin.send(stage.group, photo=b"two", caption="#分享 昨晚的路")
    stage.play()
    assert points(stage, stage.lin) == before > 0


def test_a_picture_of_somebody_else_that_is_edited_into_a_share_takes_nothing_from_them(stage: Stage) -> None:
    theirs = stage.zhou.send(stage.group, photo=b"theirs", caption="今早的路")
    mine = stage.lin.send(stage.group, photo=b"mine", caption="#分享 昨晚的路")
    stage.play()
    mine.media = theirs.media
    stage.lin.edit(mine, "#分享 昨晚的路")
    stage.play()
    before = points(stage, stage.zhou)
    stage.zhou.send(stage.group, photo=b"theirs", caption="#分享 今早的路")
    stage.play()
    assert points(stage, stage.zhou) > before
