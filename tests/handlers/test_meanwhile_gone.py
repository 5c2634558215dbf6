"""What waits while one of the team leaves it, or somebody is forgotten: nothing comes to them, and nothing stands still."""

from collections.abc import Callable

import pytest

from actions.operations import monthly_wished
from actions.operations.forgetting import forget_anyway
from actions.operations.monthly_wished import Wish
from actions.shop import order
from handlers.operations.forgetting import followed
from handlers.shop.order_cards import gone as gone_out
from rules.people import Role
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.engine.tx import Tx
from storage.post import outbox
from tests.databases import rows
from tests.handlers.fairness.test_feedback import card as ticket
from tests.handlers.fairness.test_feedback import write
from tests.handlers.fairness.test_sanction import give
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.test_value_letter import asked as letters
from tests.handlers.honour.test_value_letter import helped, until
from tests.handlers.journey.test_checklist import begun
from tests.handlers.journey.test_radar import monday
from tests.handlers.operations.test_forgetting import forgotten
from tests.handlers.operations.test_monthly import to
from tests.handlers.test_meanwhile import given, said_to
from tests.handlers.works import test_track_title as titles
from tests.handlers.works import trusting
from tests.shopping import redeemed
from tests.stage import Stage

DAY_S = 86_400
ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"


def forgotten_by_hand(stage: Stage, person: Person) -> None:
    """The owner had them forgotten, whatever was open."""
    member, occasion = stage.member(person), stage.occasion()

    def forget(tx: Tx) -> None:
        effects = followed(tx, forget_anyway(tx, member, occasion, "chance"), member.telegram_id)
        outbox.put(tx, stage.flow.composer.posts(tx, effects, occasion.now), occasion.now)

    stage.do(forget)
    stage.play()


# Leaving the team -------------------------------------------------------------------------------------------------


def dismissed(stage: Stage) -> None:
    """The moderator is one no more."""
    stage.owner.say(stage.staff, "/dismiss @mo 版主")
    stage.play()


def points_proposed(stage: Stage) -> Message:
    stage.mo.say(stage.staff, "/grant @lin 300 大贡献")
    stage.play()
    return stage.last(stage.staff)


def sanction_proposed(stage: Stage) -> Message:
    give(stage, "/suspend @lin 30天 反复刷分", "暂停 30 天")
    return stage.last(stage.staff)


@pytest.mark.parametrize("propose", [points_proposed, sanction_proposed])
def test_who_was_dismissed_is_told_no_more_what_the_team_makes_of_their_proposal(
    stage: Stage, propose: Callable[[Stage], Message]
) -> None:
    card = propose(stage)
    dismissed(stage)
    before = len(stage.messages(stage.mo))
    stage.press(stage.owner, card, "不同意")
    assert len(stage.messages(stage.mo)) == before
    assert not card.buttons


@pytest.mark.parametrize("stays", [True, False])
def test_a_report_that_takes_long_comes_to_nobody_who_left_the_team_meanwhile(stage: Stage, *, stays: bool) -> None:
    given(stage, stage.mo, Role.OPERATOR)
    to(stage, 12, 3)
    wish = Wish("2026-11", None, stage.member(stage.mo).id)
    stage.do(lambda tx: monthly_wished.ask(tx, wish))
    if not stays:
        for office in ("运营", "版主"):
            stage.owner.say(stage.staff, f"/dismiss @mo {office}")
            stage.play()
    stage.advance(120)
    assert any("运营月报" in text for text in stage.said(stage.mo)) == stays
    assert not stage.do(monthly_wished.left)


@pytest.mark.parametrize("stays", [True, False])
def test_first_steps_that_were_handed_over_are_told_to_nobody_who_left_the_team_meanwhile(
    stage: Stage, *, stays: bool
) -> None:
    given(stage, stage.rui, Role.MODERATOR)
    card = begun(stage)
    stage.press(stage.owner, card, "交给别人")
    stage.press(stage.owner, card, "👋 瑞秋")
    if not stays:
        stage.owner.say(stage.staff, "/dismiss @rui 版主")
        stage.play()
    stage.evening()
    assert any("周舟" in text for text in stage.said(stage.rui)) == stays


@pytest.mark.parametrize("end", ["/dismiss @mo 版主", "已发出"])
def test_no_address_that_waits_to_be_sent_comes_to_one_who_has_done_with_the_order_meanwhile(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    redeemed(stage)
    stage.lin.say(stage.world.private(stage.lin), ADDRESS)
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "对了")
    card = stage.last(stage.staff)
    with monkeypatch.context() as away:
        away.setattr(stage, "_deliver", lambda: 0)
        stage.mo.press(card, "我来处理")
        stage.play()
        if end.startswith("/"):
            stage.owner.say(stage.staff, end)
        else:
            mo, occasion = stage.member(stage.mo), stage.occasion()
            sent = stage.do(lambda tx: order.fulfil(tx, 1, mo, None, occasion))
            effects = stage.do(lambda tx: gone_out(tx, sent))
            stage.do(lambda tx: outbox.put(tx, stage.flow.composer.posts(tx, effects, occasion.now), occasion.now))
        stage.play()
    stage.play()
    assert not any("13800001111" in text for text in stage.said(stage.mo))


# Being forgotten --------------------------------------------------------------------------------------------------


def step_proposed() -> tuple[Stage, Message, str]:
    stage = trusting.ladder_stage()
    trusting.passed(stage, stage.lin)
    return stage, trusting.cards(stage)[-1], "开通"


def title_proposed() -> tuple[Stage, Message, str]:
    stage = titles.titled_stage()
    titles.passed(stage, stage.lin)
    return stage, titles.cards(stage)[-1], "就给 TA"


@pytest.mark.parametrize("begin", [step_proposed, title_proposed])
def test_who_is_forgotten_while_the_team_is_asked_about_them_stops_no_other_card(
    begin: Callable[[], tuple[Stage, Message, str]],
) -> None:
    stage, card, _ = begin()
    forgotten(stage, stage.lin)
    stage.advance(120)
    assert "清除了自己的资料，不用定了" in card.text and not card.buttons
    assert rows(stage.connection, "SELECT 1 AS one FROM job_run WHERE outcome = 'failed'") == []


def test_no_sanction_falls_on_one_who_was_forgotten(stage: Stage) -> None:
    card = sanction_proposed(stage)
    forgotten_by_hand(stage, stage.lin)
    stage.press(stage.owner, card, "同意")
    assert rows(stage.connection, "SELECT state FROM sanction")[0].state == "lapsed"


def test_no_points_are_given_to_one_who_was_forgotten(stage: Stage) -> None:
    card = points_proposed(stage)
    forgotten_by_hand(stage, stage.lin)
    stage.press(stage.owner, card, "同意")
    assert rows(stage.connection, "SELECT state FROM staff_grant")[0].state == "proposed"
    stage.press(stage.owner, card, "不同意")
    assert rows(stage.connection, "SELECT state FROM staff_grant")[0].state == "declined"
    clean(stage)


def test_no_first_steps_begin_and_no_words_are_written_for_one_who_was_forgotten(stage: Stage) -> None:
    helped(stage)
    until(stage, 12, 10)
    queue = letters(stage)
    forgotten_by_hand(stage, stage.zhou)
    stage.press(stage.owner, queue, "写给 周舟")
    stage.owner.say(stage.world.private(stage.owner), "谢谢你替大家画的那张图")
    stage.play()
    assert rows(stage.connection, "SELECT 1 AS one FROM value_letter_words") == []


def test_the_radar_begins_nothing_with_one_who_was_forgotten(stage: Stage) -> None:
    begun(stage)
    [listed] = [one for one in stage.messages(stage.staff) if "苗子雷达" in one.text] or monday(stage)
    forgotten_by_hand(stage, stage.zhou)
    stage.press(stage.owner, listed, "🌱 起步清单")
    assert rows(stage.connection, "SELECT 1 AS one FROM checklist") == []
    assert rows(stage.connection, "SELECT 1 AS one FROM stage") == []


def test_what_somebody_of_the_team_had_planned_and_in_hand_who_was_forgotten_goes_to_others(stage: Stage) -> None:
    redeemed(stage)
    given(stage, stage.rui, Role.OPERATOR)
    rui, owner, occasion = stage.member(stage.rui), stage.member(stage.owner), stage.occasion()
    stage.do(lambda tx: order.claim(tx, 1, rui, occasion))
    stage.rui.say(stage.world.private(stage.rui), "/broadcast 周六上午自驾，九点集合")
    stage.play()
    stage.do(lambda tx: tx.run("UPDATE broadcast SET state = 'planned', due_at = :at", at=occasion.now + DAY_S))
    forgotten_by_hand(stage, stage.rui)
    stage.advance(3_600)
    assert rows(stage.connection, "SELECT state, claimed_by FROM shop_order")[0].claimed_by is None
    assert rows(stage.connection, "SELECT author FROM broadcast")[0].author == owner.id


def test_a_reply_to_a_ticket_of_one_who_was_forgotten_is_said_to_reach_nobody(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    forgotten(stage, stage.lin)
    stage.mo.say(stage.staff, "第二排还是第三排？", reply_to=ticket(stage, 1))
    stage.play()
    assert "回复送不到了" in said_to(stage, stage.mo)
    stage.press(stage.mo, ticket(stage, 1), "讨论中")
    assert "讨论中" in ticket(stage, 1).text
