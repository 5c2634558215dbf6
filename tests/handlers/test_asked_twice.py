"""Two questions of one kind wait side by side, and a reply belongs to the message that it answers."""

import pytest

from sandbox.world.people import Person
from tests.databases import rows
from tests.handlers.test_interrupted import HALF
from tests.handlers.works.desk import published
from tests.shopping import pay, put_up, tell
from tests.stage import Stage


def open_forms(stage: Stage, prompt: str) -> list[str]:
    """What the questions of that kind have gathered, the newest first."""
    found = rows(
        stage.connection, f"SELECT data FROM dialogue WHERE prompt = '{prompt}' ORDER BY turned_at DESC, id DESC"
    )
    return [row.data for row in found]


def told(stage: Stage, person: Person, *texts: str) -> None:
    """What somebody writes in private, each once the bot has answered what was before."""
    for text in texts:
        person.say(stage.world.private(person), text)
        stage.play()


def ordered(stage: Stage, person: Person) -> None:
    """They redeem a key ring."""
    pay(stage, person, 100)
    told(stage, person, "商城")
    page = stage.last(person)
    for label in ("限量钥匙扣 · 80 分", "兑换 · 80 分", "确认兑换"):
        stage.press(person, page, label)


def given_up(stage: Stage, person: Person) -> None:
    stage.press(person, stage.last(person), "先不弄了")


def test_a_second_new_challenge_leaves_the_first_half_filled_one_to_be_gone_on_with(stage: Stage) -> None:
    told(stage, stage.mo, "/newchallenge", HALF, "/newchallenge")
    assert "转场练习" not in stage.last(stage.mo).text
    told(stage, stage.mo, "标题：夜景")
    newest, first = open_forms(stage, "challenge.form")
    assert ("夜景" in newest, "夜景" in first, "转场练习" in first) == (True, False, True)
    given_up(stage, stage.mo)
    assert "转场练习" in stage.last(stage.mo).text
    assert "“新挑战的表”还没弄完" in stage.last(stage.mo).text


def test_a_form_that_nobody_began_to_fill_is_not_kept_beside_the_next(stage: Stage) -> None:
    told(stage, stage.mo, "/newchallenge", "/newchallenge", "/newchallenge")
    assert len(open_forms(stage, "challenge.form")) == 1


def test_two_challenges_that_are_changed_at_once_do_not_take_each_others_place(stage: Stage) -> None:
    published(stage)
    published(stage)
    told(stage, stage.mo, "/editchallenge 1", "积分：不知道", "/editchallenge 2", "积分：也不知道")
    assert ["不知道" in one for one in open_forms(stage, "challenge.edit")] == [True, True]
    given_up(stage, stage.mo)
    assert "“挑战的修改”（#1）还没弄完" in stage.last(stage.mo).text
    told(stage, stage.mo, "积分：40")
    assert "不知道" not in stage.last(stage.mo).text


def test_two_orders_that_go_back_are_given_their_own_reasons(stage: Stage) -> None:
    put_up(stage, stock=2)
    for person in (stage.lin, stage.zhou):
        ordered(stage, person)
        stage.press(stage.mo, stage.last(stage.staff), "我来处理")
    for card in stage.messages(stage.staff)[-2:]:
        stage.press(stage.mo, card, "退回")
    tell(stage, stage.mo, "第二单缺货")
    stage.play()
    stage.sends(stage.mo)
    assert "第二单缺货" in stage.said(stage.zhou)[-1]
    assert "“退回的原因”（#1）还没弄完" in stage.last(stage.mo).text
    tell(stage, stage.mo, "第一单重复了")
    stage.play()
    stage.sends(stage.mo)
    assert "第一单重复了" in stage.said(stage.lin)[-1]


def test_a_reply_to_a_moderators_answer_goes_to_them_and_not_into_the_open_form(stage: Stage) -> None:
    tell(stage, stage.rui, "/contact 群公告能置顶吗")
    stage.play()
    stage.mo.say(stage.staff, "可以，晚上弄", reply_to=stage.last(stage.staff))
    stage.play()
    answer = stage.last(stage.rui)
    stage.owner.say(stage.staff, "/appoint @rui 版主")
    stage.play()
    told(stage, stage.rui, "/newchallenge", HALF)
    stage.rui.say(stage.world.private(stage.rui), "积分：30 是指这个吗", reply_to=answer)
    stage.play()
    assert "是指这个吗" in "".join(stage.said(stage.staff))
    assert "是指这个吗" not in "".join(open_forms(stage, "challenge.form"))


@pytest.mark.parametrize("asked", ["/me", "/help"])
def test_a_reply_to_what_the_bot_said_before_it_asked_fills_no_form(stage: Stage, asked: str) -> None:
    told(stage, stage.mo, asked)
    before = stage.last(stage.mo)
    told(stage, stage.mo, "/newchallenge", HALF)
    stage.mo.say(stage.world.private(stage.mo), "积分：30", reply_to=before)
    stage.play()
    assert "30" not in "".join(open_forms(stage, "challenge.form"))
    own = stage.mo.say(stage.world.private(stage.mo), "积分：30")
    stage.play()
    stage.mo.say(stage.world.private(stage.mo), "赛道：视频", reply_to=own)
    stage.play()
    assert "赛道" in "".join(open_forms(stage, "challenge.form"))
