"""Words that somebody else reads go out by a button, after they were shown as they would be read."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from storage.post import buttons
from tests.handlers.offers.resourcing import applied, offered
from tests.handlers.works.desk import labels
from tests.shopping import put_up, redeemed, tell
from tests.stage import Stage

MEANT_OTHERWISE = ("这个要怎么处理？", "还是先问问他吧", "仓库说下周才有货")
WHY = "这一批被提前领完了，下周补货"
SEND, OTHER, LEAVE = "就这么发", "换一句", "先不弄了"


def an_order_goes_back(stage: Stage) -> Message:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "退回")
    return card


def a_resource_is_refused(stage: Stage) -> Message:
    offered(stage)
    card = applied(stage, stage.lin)
    stage.press(stage.mo, card, "这次不行")
    return card


def a_ticket_is_declined(stage: Stage) -> Message:
    tell(stage, stage.lin, "/feedback")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "署名写")
    stage.press(stage.lin, stage.last(stage.lin), "一个想法")
    tell(stage, stage.lin, "后排出风口希望能单独关")
    stage.play()
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "暂不采纳")
    return card


PLACES = (an_order_goes_back, a_resource_is_refused, a_ticket_is_declined)
Place = Callable[[Stage], Message]


def say(stage: Stage, words: str) -> Message:
    tell(stage, stage.mo, words)
    stage.play()
    return stage.last(stage.mo)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_decided_and_nobody_reads_a_line_before_it_is_sent(stage: Stage, place: Place) -> None:
    card = place(stage)
    before, standing = stage.last(stage.lin), card.text
    for words in MEANT_OTHERWISE:
        shown = say(stage, words)
        assert words in shown.text and "林晓 会看到" in shown.text.replace("\u2068", "").replace("\u2069", "")
        assert stage.last(stage.lin) is before and card.text == standing
    last = say(stage, WHY)
    assert "改过了" in stage.press(stage.mo, shown, SEND), "an older preview sends nothing"
    assert stage.last(stage.lin) is before
    stage.press(stage.mo, last, SEND)
    assert WHY in stage.last(stage.lin).text and stage.last(stage.lin) is not before
    assert SEND not in labels(last), "what was answered takes the place of the preview"


@pytest.mark.parametrize("place", PLACES)
def test_a_second_press_tells_nobody_twice(stage: Stage, place: Place) -> None:
    place(stage)
    shown, before = say(stage, WHY), len(stage.said(stage.lin))
    stage.mo.press(shown, SEND)
    stage.mo.press(shown, SEND)
    stage.play()
    assert len(stage.said(stage.lin)) == before + 1


@pytest.mark.parametrize("place", PLACES)
def test_it_is_sent_by_nobody_else_nor_by_one_who_may_not_any_more(stage: Stage, place: Place) -> None:
    place(stage)
    shown, before = say(stage, WHY), stage.last(stage.lin)
    token = next(button.data for row in shown.buttons for button in row if button.text == SEND)
    meant = stage.do(lambda tx: buttons.get(tx, token))
    assert meant and meant.member == stage.member(stage.mo).id
    tell(stage, stage.owner, "/dismiss @mo 版主")
    stage.play()
    stage.press(stage.mo, shown, SEND)
    assert stage.last(stage.lin) is before or WHY not in stage.last(stage.lin).text


@pytest.mark.parametrize("place", PLACES)
def test_other_words_are_asked_for_anew_and_it_can_be_left(stage: Stage, place: Place) -> None:
    place(stage)
    asked, shown = stage.last(stage.mo), say(stage, MEANT_OTHERWISE[0])
    before = stage.last(stage.lin)
    stage.press(stage.mo, shown, OTHER)
    assert stage.last(stage.mo).text == asked.text and labels(stage.last(stage.mo)) == labels(asked)
    again = say(stage, WHY)
    stage.press(stage.mo, again, LEAVE)
    say(stage, "你好")
    assert stage.last(stage.lin) is before


@pytest.mark.parametrize("place", PLACES)
def test_a_bot_that_starts_anew_still_knows_what_was_shown(stage: Stage, place: Place) -> None:
    place(stage)
    first = say(stage, MEANT_OTHERWISE[0])
    stage.restart(stage.programme)
    last = say(stage, WHY)
    stage.restart(stage.programme)
    assert "改过了" in stage.press(stage.mo, first, SEND)
    stage.press(stage.mo, last, SEND)
    assert WHY in stage.last(stage.lin).text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", ["好的", "收到", "哈哈哈哈", "嗯嗯嗯", "。。。", "aaaa"])
def test_what_says_nothing_is_named_with_the_question(stage: Stage, place: Place, words: str) -> None:
    place(stage)
    asked = stage.last(stage.mo)
    answer = say(stage, words)
    assert f"只写“{words}”" in answer.text and asked.text in answer.text
    assert labels(answer) == labels(asked) and SEND not in labels(answer)


@pytest.mark.parametrize("words", ["好的", "收到", "哈哈哈哈"])
def test_what_says_nothing_below_a_preview_leaves_it_as_it_is(stage: Stage, words: str) -> None:
    an_order_goes_back(stage)
    say(stage, WHY)
    before, again = stage.last(stage.lin), say(stage, words)
    assert WHY in again.text and stage.last(stage.lin) is before
    stage.press(stage.mo, again, SEND)
    assert WHY in stage.last(stage.lin).text


def test_what_is_too_long_is_said_before_anything_is_to_press(stage: Stage) -> None:
    put_up(stage)
    an_order_goes_back(stage)
    assert SEND not in labels(say(stage, "这一批缺货了。" * 30))
    assert "210" in stage.last(stage.mo).text
    stage.press(stage.mo, say(stage, WHY), SEND)
    assert WHY in stage.last(stage.lin).text


def test_what_somebody_else_has_decided_meanwhile_is_not_decided_again(stage: Stage) -> None:
    card = an_order_goes_back(stage)
    shown = say(stage, WHY)
    stage.press(stage.owner, card, "退回")
    stage.press(stage.owner, stage.last(stage.owner), "暂时缺货")
    told = stage.last(stage.lin)
    assert "暂时缺货" in told.text
    stage.press(stage.mo, shown, SEND)
    assert stage.last(stage.lin) is told


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", [SEND, "就这样发吧", "send it"])
def test_the_words_of_its_button_are_as_good_as_the_press(stage: Stage, place: Place, words: str) -> None:
    place(stage)
    say(stage, WHY)
    before = len(stage.said(stage.lin))
    answer = say(stage, words)
    assert WHY in stage.last(stage.lin).text and len(stage.said(stage.lin)) == before + 1
    assert SEND not in labels(answer) and words not in stage.last(stage.lin).text


@pytest.mark.parametrize("place", PLACES)
def test_other_words_can_be_asked_for_in_words_and_nothing_shown_before_is_sent_then(
    stage: Stage, place: Place
) -> None:
    place(stage)
    asked, shown = stage.last(stage.mo).text, say(stage, MEANT_OTHERWISE[0])
    before = stage.last(stage.lin)
    assert say(stage, OTHER).text == asked
    assert "改过了" in stage.press(stage.mo, shown, SEND)
    assert stage.last(stage.lin) is before
    stage.press(stage.mo, say(stage, WHY), SEND)
    assert WHY in stage.last(stage.lin).text


def test_before_anything_is_shown_those_words_are_words(stage: Stage) -> None:
    an_order_goes_back(stage)
    assert "就这么发出去" in say(stage, "就这么发出去").text


def test_whose_question_is_in_another_s_hands_is_asked_no_more(stage: Stage) -> None:
    card = an_order_goes_back(stage)
    say(stage, WHY)
    stage.press(stage.owner, card, "我来处理")
    assert "不用写了" in say(stage, "好吧那就算了呗").text
    assert "不用写了" not in say(stage, "在不在").text
