"""Nothing that a person wrote is cut without a word: the limit is said, the count is told, and the words are given back."""

import pytest

from rules import showcase
from rules.fairness import appeal, grant, sanction_asked
from rules.shop import order
from sandbox.text.entities import Entity
from tests.handlers.works.desk import card, handed_in, published
from tests.shopping import redeemed, tell
from tests.stage import Stage

LONG = "夜里帮新车友拖车，" * 22 + "一路送到服务区的门口"  # 208 characters


@pytest.mark.parametrize("command", ["/grant @lin 20", "/warn @lin 第2条", "/lift @lin", "/undo 1"])
def test_a_reason_that_is_too_long_does_nothing_and_comes_back_whole(stage: Stage, command: str) -> None:
    stage.mo.say(stage.staff, f"{command} {LONG}")
    stage.play()
    [told] = [message.text for (_, _), message in stage.staff.ephemeral.items()]
    assert "208 个字，最多 200 个，再短 8 个字就好" in told and LONG in told
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM transfer")) == 0


def test_the_reason_of_an_order_is_asked_for_until_it_fits(stage: Stage) -> None:
    redeemed(stage)
    stage.press(stage.mo, stage.last(stage.staff), "退回")
    assert "200 字以内" in stage.last(stage.mo).text
    tell(stage, stage.mo, LONG)
    stage.play()
    assert "再短 8 个字" in stage.last(stage.mo).text
    tell(stage, stage.mo, LONG[:200])
    stage.play()
    stage.sends(stage.mo)
    assert LONG[:200] in stage.last(stage.lin).text


def test_remarks_that_grow_too_long_keep_what_stood_there(stage: Stage) -> None:
    handed_in(stage, stage.lin, published(stage))
    for words in ("光线" * 390, "再近一点" * 10):
        stage.rui.say(stage.staff, words, reply_to=card(stage))
        stage.play()
    [told] = [message.text for (_, _), message in stage.staff.ephemeral.items()]
    assert "连同之前写的 780 个字，一共 821 个" in told
    assert "光线" in card(stage).text and "再近一点" not in card(stage).text


def test_a_link_behind_a_reviewers_words_is_shown_to_the_author(stage: Stage) -> None:
    handed_in(stage, stage.lin, published(stage))
    hidden = [Entity("text_link", 2, 2, url="https://example.com/light")]
    stage.rui.say(stage.staff, "看看这里，光线会好很多", reply_to=card(stage), entities=hidden)
    stage.play()
    assert "看看这里（https://example.com/light），光线会好很多" in card(stage).text


def test_the_limits_that_are_said_are_those_that_hold() -> None:
    assert (order.NOTE_LIMIT, showcase.REASON_MOST, appeal.WORDS_MOST) == (200, 300, 1_000)
    assert grant.REASON_LIMIT == sanction_asked.REASON_LIMIT == 200
