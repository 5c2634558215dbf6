"""Mentors: offered by themselves, confirmed by staff; newcomers are asked once, and nobody meets whom they do not want."""

import pytest

from rules.honour.mentoring import MentoringState
from rules.people import Role
from rules.programme.conditions import Needs
from rules.rights import Right
from storage import members
from storage.engine.tx import Tx
from storage.honour import mentorings
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.mentoring import (
    DAY_S,
    agreed,
    cards,
    entrusted,
    mentor_stage,
    paired,
    pressed,
    private,
    wished,
)
from tests.handlers.honour.test_tag import allow
from tests.handlers.works.quizzing import published, taken
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return mentor_stage()


def offered(stage: Stage) -> None:
    private(stage, stage.lin, "/mentor")
    pressed(stage, stage.lin, "我愿意当导师")
    pressed(stage, stage.lin, "技术")
    pressed(stage, stage.lin, "🚗 我的车")
    private(stage, stage.lin, "星途 S7")
    pressed(stage, stage.lin, "交给版主")


def test_who_offers_is_a_mentor_once_staff_confirm(stage: Stage) -> None:
    offered(stage)
    card = cards(stage, "🧑‍🏫")[-1]
    assert all(words in card.text for words in ("林晓", "技术", "星途 S7", "满 30 天"))
    stage.press(stage.mo, card, "确认")
    assert "你是星途汽车社群的导师了" in stage.last(stage.lin).text
    assert "莫莫" in cards(stage, "🧑‍🏫")[-1].text and not cards(stage, "🧑‍🏫")[-1].buttons
    lin = stage.member(stage.lin).id
    assert Role.MENTOR in stage.do(lambda tx: members.roles(tx, lin))
    assert "我带的新车友" in private(stage, stage.lin, "/mentor")


@pytest.mark.parametrize("why", ["shown", "off", "council"])
def test_a_title_beside_the_name_is_promised_only_where_it_comes_to_stand(stage: Stage, why: str) -> None:
    allow(stage, {Right.TAGS})
    lin = stage.member(stage.lin).id
    if why == "council":
        stage.do(lambda tx: members.give_role(tx, lin, Role.COUNCIL, lin, 0))
    private(stage, stage.lin, "/tag 关" if why == "off" else "/tag 开")
    offered(stage)
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "确认")
    assert ("名字旁边的头衔" in stage.last(stage.lin).text) is (why == "shown")


def test_staff_who_would_rather_wait_say_why_and_it_can_be_offered_later(stage: Stage) -> None:
    offered(stage)
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "再等等")
    private(stage, stage.mo, "先多答几个问题")
    assert "先多答几个问题" in stage.last(stage.lin).text
    private(stage, stage.lin, "/mentor")
    assert "起可以再报名" in pressed(stage, stage.lin, "我愿意当导师")


def test_an_offer_on_which_nobody_decides_lapses_with_a_line(stage: Stage) -> None:
    offered(stage)
    private(stage, stage.lin, "/quiet")
    pressed(stage, stage.lin, "尽量少")
    stage.advance(14 * DAY_S + 600)
    assert not any("先作罢" in said for said in stage.said(stage.staff))
    stage.advance(DAY_S)
    assert any("先作罢" in said for said in stage.said(stage.staff))
    stage.evening()
    assert "不是你的缘故" in stage.last(stage.lin).text


def test_a_newcomer_is_asked_once_with_the_welcome_and_only_where_somebody_has_room(stage: Stage) -> None:
    assert "导师" not in agreed(stage, stage.xin).text
    assert "导师" not in private(stage, stage.xin, "/start")
    entrusted(stage, stage.zhou)
    assert "只问这一次" in private(stage, stage.xin, "/start")
    assert "导师" not in private(stage, stage.xin, "/start")


def test_staff_ask_who_fits_and_the_two_meet_in_the_group(stage: Stage) -> None:
    entrusted(stage, stage.zhou)
    wished(stage, stage.xin)
    card = cards(stage, "🌱")[-1]
    assert "新新" in card.text and "周舟" in card.text and "摄影" in card.text
    stage.press(stage.mo, card, "请 周舟")
    assert "新新" not in "".join(stage.said(stage.zhou))
    stage.evening()
    pressed(stage, stage.zhou, "好，我来带")
    assert "周舟" in stage.last(stage.xin).text
    pressed(stage, stage.xin, "在群里介绍")
    assert "新新" in stage.last(stage.group).text and "周舟" in stage.last(stage.group).text
    assert "到" in stage.last(stage.zhou).text and "✅ 同意公约" in private(stage, stage.xin, "/mentor")


def test_what_a_newcomer_writes_is_read_by_their_mentor_and_never_in_the_group(stage: Stage) -> None:
    entrusted(stage, stage.zhou)
    agreed(stage, stage.xin)
    private(stage, stage.xin, "/start mentor")
    pressed(stage, stage.xin, "✍️ 自己说一句")
    private(stage, stage.xin, "有点怕高速")
    pressed(stage, stage.xin, "要一位导师")
    before = len(stage.said(stage.group))
    private(stage, stage.zhou, "/mentor")
    pressed(stage, stage.zhou, "我来带 新新")
    pressed(stage, stage.xin, "私下介绍")
    assert "有点怕高速" in stage.last(stage.zhou).text and len(stage.said(stage.group)) == before


def test_a_newcomer_is_told_that_every_mentor_reads_what_they_write(stage: Stage) -> None:
    agreed(stage, stage.xin)
    private(stage, stage.xin, "/start mentor")
    pressed(stage, stage.xin, "🚗 我的车")
    assert "版主和导师看得到" in stage.last(stage.xin).text


def test_who_would_rather_have_another_is_not_proposed_the_same_again(stage: Stage) -> None:
    entrusted(stage, stage.zhou, stage.he)
    paired(stage, stage.zhou, stage.xin, "换一位")
    assert "何川" in cards(stage, "🌱")[-1].text and "请 周舟" not in str(cards(stage, "🌱")[-1].buttons)
    assert "在等导师" not in private(stage, stage.zhou, "/mentor")
    assert "新新" in private(stage, stage.he, "/mentor")


def test_a_mentor_who_does_not_answer_is_named_nowhere_and_the_wish_waits_on(stage: Stage) -> None:
    entrusted(stage, stage.zhou)
    wished(stage, stage.xin)
    stage.press(stage.mo, cards(stage, "🌱")[-1], "请 周舟")
    stage.advance(3 * DAY_S + 600)
    assert "请 周舟" in str(cards(stage, "🌱")[-1].buttons)
    stage.advance(31 * DAY_S)
    stage.evening()
    assert "没能替你找到" in stage.last(stage.xin).text
    assert "已经结束" in cards(stage, "🌱")[-1].text


def test_whoever_asks_for_a_mentor_before_agreeing_is_asked_once_what_they_would_like(stage: Stage) -> None:
    entrusted(stage, stage.zhou)
    assert "想当导师，先要做到" not in private(stage, stage.xin, "/mentor")
    stage.press(stage.xin, stage.last(stage.xin), "我想要一位导师")
    stage.press(stage.xin, stage.last(stage.xin), "我同意")
    stage.play()
    said = [text for text in stage.said(stage.xin) if "想学点" in text]
    assert len(said) == 1 and "只问这一次" not in "".join(stage.said(stage.xin))


def test_where_the_two_meet_is_said_to_both(stage: Stage) -> None:
    entrusted(stage, stage.zhou)
    paired(stage, stage.zhou, stage.xin)
    assert "点 TA 的名字就能私聊" in stage.last(stage.xin).text
    assert any("点 TA 的名字，先打个招呼" in plain(said) for said in stage.said(stage.zhou))


def test_an_older_member_is_told_whom_mentors_are_for(stage: Stage) -> None:
    stage.advance(70 * DAY_S)
    assert "60 天以内" in private(stage, stage.he, "/mentor")


def test_the_doctor_says_when_newcomers_wait_and_nobody_has_room(stage: Stage) -> None:
    wished(stage, stage.xin)
    assert "1 位新车友在等导师" in private(stage, stage.owner, "/doctor")
    entrusted(stage, stage.zhou)
    assert "在等导师" not in private(stage, stage.owner, "/doctor")


def test_the_open_list_is_turned_like_pages(stage: Stage) -> None:
    entrusted(stage, stage.zhou)

    def crowd(tx: Tx) -> None:
        for nth in range(1, 8):
            member = members.remember(tx, 900_000 + nth, f"新友{nth}", None, "zh", 0)
            found = mentorings.wish(tx, member.id, nth)
            mentorings.move(tx, found, MentoringState.WAITING, nth)

    stage.do(crowd)
    assert "新友5" in private(stage, stage.zhou, "/mentor") and "第 1 页，共 2 页" in stage.last(stage.zhou).text
    stage.press(stage.zhou, stage.last(stage.zhou), next(label for label in labels(stage) if "页" in label))
    assert "新友6" in stage.last(stage.zhou).text and "新友5" not in stage.last(stage.zhou).text
    pressed(stage, stage.zhou, "我来带 新友7")


def labels(stage: Stage) -> list[str]:
    """What stands on the buttons of the last message to zhou."""
    return [button.text for row in stage.last(stage.zhou).buttons for button in row]


def test_where_the_brand_asks_for_a_certificate_whoever_has_passed_may_offer() -> None:
    stage = mentor_stage(needs=Needs({"certified": 1}))
    stage.do(lambda tx: tx.run("UPDATE membership SET since = 1, joined_at = 1"))
    private(stage, stage.lin, "/mentor")
    assert "份发证书的问答及格" in stage.last(stage.lin).text
    published(stage)
    taken(stage, stage.lin, 3)
    offered(stage)
    assert cards(stage, "🧑‍🏫")
