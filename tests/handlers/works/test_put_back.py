"""What was taken out of the channel is put back, as it stood there."""

from sandbox.world.messages import Message
from tests.handlers.works.desk import handed_in, hung, published, reviewed, written
from tests.handlers.works.test_showcase import act
from tests.stage import Stage


def taken_out(stage: Stage, shown: Message) -> Message:
    """The staff's note about a post that was taken out."""
    written(stage, stage.mo, shown, "从频道撤下", "撤错了一条")
    return stage.last(stage.staff)


def test_a_post_is_put_back_in_the_words_it_had_and_pays_nothing_twice(stage: Stage) -> None:
    shown = hung(stage)
    written(stage, stage.mo, shown, "改频道配文", "更正：是第四遍")
    note = taken_out(stage, shown)
    assert stage.said(stage.channel) == []
    stage.press(stage.rui, note, "重新发布")
    [post] = stage.messages(stage.channel)
    assert "更正：是第四遍" in post.text and "林晓" in post.text
    assert "瑞秋" in stage.last(stage.staff).text
    assert len(act(stage, "showcase.put_back")) == 1
    assert stage.member(stage.lin).contribution == 50
    assert "已经在频道里" in stage.press(stage.rui, note, "重新发布")
    stage.evening()
    assert "又回到精选频道" in stage.last(stage.lin).text


def test_what_was_put_back_can_be_worded_and_taken_out_again(stage: Stage) -> None:
    shown = hung(stage)
    stage.press(stage.rui, taken_out(stage, shown), "重新发布")
    written(stage, stage.mo, stage.last(stage.staff), "改频道配文", "再改一次")
    assert ["再改一次" in text for text in stage.said(stage.channel)] == [True]
    again = taken_out(stage, shown)
    assert stage.said(stage.channel) == []
    stage.press(stage.rui, again, "重新发布")
    assert len(stage.said(stage.channel)) == 1
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM showcase WHERE withdrawn_by IS NOT NULL")) == 0


def test_nobody_puts_back_their_own(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.rui, 1)
    note = taken_out(stage, reviewed(stage, "通过并精选", "开头抓人", by=stage.mo))
    assert "自己的事" in stage.press(stage.rui, note, "重新发布")
    assert stage.said(stage.channel) == []
