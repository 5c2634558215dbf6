"""Orders that change hands, as staff live it: the address is with one person alone."""

from sandbox.world.messages import Message
from tests.handlers.shop.test_order import ADDRESS, redeemed
from tests.shopping import tell
from tests.stage import Stage


def claimed(stage: Stage) -> tuple[Message, Message]:
    """Mo sees to an order that has an address; the card of the desk, and the note to Mo."""
    redeemed(stage)
    tell(stage, stage.lin, ADDRESS)
    stage.play()
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    return card, stage.last(stage.mo)


def test_the_owner_takes_over_and_the_address_goes_along(stage: Stage) -> None:
    card, note = claimed(stage)
    assert "归你了" in stage.press(stage.owner, card, "接手")
    assert "品牌主理人" in card.text
    assert ADDRESS in stage.last(stage.owner).text
    assert ADDRESS not in note.text
    assert "接过了这一单" in note.text
    assert not note.buttons
    stage.press(stage.owner, card, "已发出")
    assert ADDRESS not in stage.last(stage.owner).text


def test_a_moderator_does_not_take_over_and_nobody_what_is_theirs(stage: Stage) -> None:
    card, note = claimed(stage)
    tell(stage, stage.owner, "/appoint @rui 版主")
    stage.play()
    assert "本来就在你手上" in stage.press(stage.mo, card, "接手")
    assert "莫莫" in (told := stage.press(stage.rui, card, "接手"))
    assert "让运营、主理人接手" in told
    stage.press(stage.owner, card, "接手")
    assert "本来就在你手上" in stage.press(stage.owner, card, "接手")
    assert ADDRESS not in note.text


def test_the_note_of_whoever_sees_to_it_offers_nothing_that_is_theirs_already(stage: Stage) -> None:
    card, note = claimed(stage)
    assert [[button.text for button in row] for row in note.buttons] == [["放回"], ["附单号发出"], ["已发出", "退回"]]
    stage.press(stage.owner, card, "接手")
    assert "接手" not in [button.text for row in stage.last(stage.owner).buttons for button in row]


def test_one_who_is_dismissed_has_no_address_left_and_answers_no_question_any_more(stage: Stage) -> None:
    card, note = claimed(stage)
    stage.press(stage.mo, card, "附单号发出")
    tell(stage, stage.owner, "/dismiss @mo 版主")
    stage.play()
    assert "待处理" in card.text
    assert ADDRESS not in note.text and "办完" not in note.text
    tell(stage, stage.mo, "顺丰 SF100200")
    stage.play()
    assert "SF100200" not in "".join(stage.said(stage.lin))
    assert "给团队用" not in stage.last(stage.mo).text
    stage.press(stage.owner, card, "我来处理")
    assert ADDRESS in stage.last(stage.owner).text


def test_one_who_leaves_the_staff_group_has_no_address_left(stage: Stage) -> None:
    card, note = claimed(stage)
    stage.mo.leave(stage.staff)
    stage.play()
    assert "待处理" in card.text
    assert ADDRESS not in note.text and "放回去了" in note.text
    told = stage.last(stage.staff).text
    assert "莫莫" in told and "版主" in told and "/dismiss @mo" in told
    stage.press(stage.owner, card, "我来处理")
    assert ADDRESS in stage.last(stage.owner).text


def test_whoever_leaves_the_community_keeps_an_order_in_hand(stage: Stage) -> None:
    _, note = claimed(stage)
    stage.mo.leave(stage.group)
    stage.play()
    assert ADDRESS in note.text
