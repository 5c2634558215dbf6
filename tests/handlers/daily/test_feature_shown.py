"""A discovery goes to the channel where its author agrees, and from there again; they are told where it stands."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.daily.test_feature import REASON, featured, found
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.stage import Stage


def shown(stage: Stage) -> Message:
    """A featured message in the channel, by its author's leave."""
    message = stage.lin.send(stage.group, photo=b"lights", caption="外放电接灯串，亮了一整夜")
    stage.play()
    featured(stage, message)
    stage.press(stage.lin, stage.last(stage.group), "放进频道")
    return message


def test_it_goes_to_the_channel_under_its_authors_name_once_they_agree(stage: Stage) -> None:
    featured(stage, found(stage))
    thanks = stage.last(stage.group)
    assert stage.said(stage.channel) == []
    stage.press(stage.zhou, thanks, "放进频道")
    assert stage.said(stage.channel) == []
    assert "署上你的名字" in stage.press(stage.lin, thanks, "放进频道")
    [post] = stage.messages(stage.channel)
    assert REASON in post.text and "林晓" in post.text and "灯串" in post.text
    assert not thanks.buttons and "放进" not in thanks.text
    clean(stage)


def test_its_picture_goes_along_and_staff_can_word_it_or_take_it_out(stage: Stage) -> None:
    shown(stage)
    post, card = stage.last(stage.channel), stage.last(stage.staff)
    assert post.media is not None and "林晓" in card.text
    stage.press(stage.mo, card, "改频道配文")
    stage.mo.say(stage.world.private(stage.mo), "灯串接上外放电，一晚半度。")
    stage.play()
    stage.sends(stage.mo)
    assert "一晚半度" in post.text
    stage.press(stage.mo, card, "从频道撤下")
    stage.mo.say(stage.world.private(stage.mo), "照片里有车牌")
    stage.play()
    stage.sends(stage.mo)
    assert stage.said(stage.channel) == [] and "照片里有车牌" in stage.last(stage.lin).text
    stage.press(stage.mo, stage.last(stage.staff), "重新发布")
    assert "一晚半度" in stage.last(stage.channel).text


@pytest.mark.parametrize("by_undo", [False, True])
def test_unfeatured_it_goes_from_the_channel_and_its_author_decides_anew(stage: Stage, *, by_undo: bool) -> None:
    message = shown(stage)
    if by_undo:
        undo(stage, newest(stage, stage.lin, "featured_post").id)
    else:
        stage.mo.say(stage.group, "/unfeature 和上周那条重复", reply_to=message)
        stage.play()
    assert stage.said(stage.channel) == []
    featured(stage, message)
    assert stage.said(stage.channel) == []
    stage.press(stage.lin, stage.last(stage.group), "放进频道")
    assert len(stage.said(stage.channel)) == 1
    clean(stage)


def test_the_evening_links_the_message_and_the_post(stage: Stage) -> None:
    featured(stage, found(stage))
    stage.evening()
    told = stage.last(stage.lin)
    assert REASON in told.text and "群里那条" in told.text and "放进频道" in told.text
    shown(stage)
    stage.evening()
    assert "它也在频道里了" in stage.last(stage.lin).text


def test_what_is_unfeatured_by_the_evening_is_not_told(stage: Stage) -> None:
    message = found(stage)
    featured(stage, message)
    stage.mo.say(stage.group, "/unfeature 点错了", reply_to=message)
    stage.play()
    stage.evening()
    assert REASON not in stage.last(stage.lin).text


def test_an_edit_changes_nothing_of_what_was_chosen_and_its_author_hears_so(stage: Stage) -> None:
    message = shown(stage)
    before = stage.last(stage.channel).text
    stage.lin.edit(message, "外放电接灯串，加我微信下单")
    stage.play()
    assert stage.last(stage.channel).text == before
    assert "没有跟着变" in stage.whispers(stage.lin)[-1].text
    told = len(stage.whispers(stage.lin))
    stage.lin.edit(message, "外放电接灯串，亮了一整夜")
    stage.play()
    assert len(stage.whispers(stage.lin)) == told
