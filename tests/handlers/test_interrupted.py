"""A question that interrupts another one loses nothing: what was half filled waits, and is offered again."""

import pytest

from handlers import routes
from handlers.routes import Prompted
from rules.programme.wording import LOCALES
from sandbox.world.messages import Message
from tests.handlers.test_unseen import told
from tests.stage import Stage

HALF = "标题：转场练习\n类型：标准"


def form(stage: Stage) -> str:
    """What the form of a new challenge has gathered so far."""
    found = stage.do(lambda tx: tx.all("SELECT data FROM dialogue WHERE prompt = 'challenge.form'"))
    return "".join(row.data for row in found)


def half_filled(stage: Stage) -> Message:
    """A moderator has begun a form, and then writes to the staff as a member; the question of the form."""
    told(stage, stage.mo, "/newchallenge")
    asked = stage.last(stage.mo)
    told(stage, stage.mo, HALF, "/contact")
    return asked


def test_the_answer_goes_to_what_was_asked_last_and_the_form_is_offered_again(stage: Stage) -> None:
    half_filled(stage)
    told(stage, stage.mo, "我的快递没收到")
    assert "快递" in stage.last(stage.staff).text
    assert "快递" not in form(stage)
    reminded = stage.last(stage.mo).text
    assert "“新挑战的表”还没弄完" in reminded
    assert "转场练习" in reminded
    told(stage, stage.mo, "积分：30")
    assert "30" in form(stage)


def test_a_reply_to_a_question_answers_that_one(stage: Stage) -> None:
    asked = half_filled(stage)
    stage.mo.say(stage.world.private(stage.mo), "积分：30", reply_to=asked)
    stage.play()
    assert "30" in form(stage)
    assert stage.messages(stage.staff) == []


def test_what_was_written_before_the_form_was_offered_again_is_not_filled_in(stage: Stage) -> None:
    half_filled(stage)
    told(stage, stage.mo, "我的快递没收到", "单号是 7788")
    assert "7788" not in form(stage)


@pytest.mark.parametrize("words", ["/cancel", "算了"])
def test_giving_up_ends_the_newest_and_offers_the_one_before(stage: Stage, words: str) -> None:
    half_filled(stage)
    told(stage, stage.mo, words)
    assert "还没弄完" in stage.last(stage.mo).text
    told(stage, stage.mo, words)
    assert "好的，取消了" in stage.last(stage.mo).text
    assert form(stage) == ""


def test_the_button_under_a_question_gives_up_that_one(stage: Stage) -> None:
    half_filled(stage)
    stage.press(stage.mo, stage.last(stage.mo), "先不弄了")
    stage.play()
    assert "转场练习" in stage.last(stage.mo).text
    assert "转场练习" in form(stage)


def test_it_survives_a_restart_and_is_over_after_its_day(stage: Stage) -> None:
    half_filled(stage)
    stage.restart(stage.programme)
    told(stage, stage.mo, "我的快递没收到")
    assert "还没弄完" in stage.last(stage.mo).text
    stage.clock.advance(2 * 86_400)
    told(stage, stage.mo, "积分：30")
    assert "30" not in form(stage)


def test_it_is_offered_in_english_as_well(stage: Stage) -> None:
    stage.mo.language_code = "en"
    stage.mo.rename("Mo")
    half_filled(stage)
    told(stage, stage.mo, "My parcel is late")
    assert "You were not done with the form of a new challenge" in stage.last(stage.mo).text


@pytest.mark.parametrize("locale", LOCALES)
def test_every_question_has_a_name_by_which_it_is_offered_again(stage: Stage, locale: str) -> None:
    prompts = [route.prompt for route in routes() if isinstance(route, Prompted)]
    assert prompts
    assert all(stage.speech.label(locale, f"asked/{prompt}") for prompt in prompts)


@pytest.mark.parametrize("words", ["我有几分", "我有几分？", "积分还剩多少", "我的排名"])
def test_what_asks_the_bot_for_something_it_shows_is_no_answer_to_its_question(stage: Stage, words: str) -> None:
    told(stage, stage.lin, "/contact")
    told(stage, stage.lin, words)
    assert stage.messages(stage.staff) == []
    told(stage, stage.lin, "我的快递没收到")
    assert "快递" in stage.last(stage.staff).text


@pytest.mark.parametrize("words", ["质量问题", "我要退款", "活动", "怎么签到", "我有几分去年的记录对不上"])
def test_what_may_be_what_one_wants_to_say_is_the_answer(stage: Stage, words: str) -> None:
    told(stage, stage.lin, "/contact")
    told(stage, stage.lin, words)
    assert words in stage.last(stage.staff).text


def test_while_another_form_goes_on_below_its_preview_one_is_reminded_once(stage: Stage) -> None:
    for text in ("/broadcast", "/newreward", "标题：杯子\n分层：入门好礼\n类型：实物\n价格：80\n库存：10"):
        told(stage, stage.owner, text)
    assert "还没弄完" in stage.last(stage.owner).text
    for _ in range(2):
        shown = next(one for one in reversed(stage.messages(stage.owner)) if "上架前看一眼" in one.text)
        stage.press(stage.owner, shown, "再改改")
        told(stage, stage.owner, "价格：90")
    assert sum("还没弄完" in text for text in stage.said(stage.owner)) == 1
    told(stage, stage.owner, "周六见")
    assert "公告" in "".join(stage.said(stage.owner)[-2:])
