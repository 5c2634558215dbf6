"""The trust ladder as people climb it: asked by the bot, decided by a person, told in the evening, lowered and restored."""

from actions.operations import audit
from rules.people import Role
from rules.programme.conditions import Needs
from rules.programme.trust import TrustStep
from rules.values import replace
from storage import members
from storage.works import trust
from tests.handlers.fairness.test_sanction import give
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.earning import everybody
from tests.handlers.works.desk import labels, published
from tests.handlers.works.trusting import ASKS, DAY_S, cards, checklist, ladder_stage, noticed, passed, proposals, step
from tests.stage import Stage

THEME = "标题：秋天\n类型：命题\n赛道：摄影\n积分：10\n截止：7天\n说明：让人一眼想出门\n要做的：自然光"


def raised(person: str) -> Stage:
    """A stage on which that person was proposed and confirmed."""
    stage = ladder_stage()
    passed(stage, getattr(stage, person))
    stage.press(stage.mo, cards(stage)[-1], "开通")
    return stage


def test_the_checklist_tells_what_is_missing_and_what_it_opens() -> None:
    stage = ladder_stage()
    shown = checklist(stage, stage.lin, "挑战资格")
    assert "下一步：能接“命题”挑战" in shown and "1 件作品通过：现在 0，还差 1 件" in shown
    assert "✅ 进群满 30 天" in shown and "级" not in shown.replace("这一级", "")
    stage.lin.say(stage.group, "/trust")
    stage.play()
    assert "还差 1 项" in plain(stage.whispers(stage.lin)[-1].text)
    published(stage, THEME)
    stage.lin.say(stage.world.private(stage.lin), "/challenges")
    stage.play()
    assert "秋天 🔒" in plain(stage.last(stage.lin).text)


def test_what_is_earned_is_asked_confirmed_and_told_in_the_evening_with_what_it_opens() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    assert "林晓 够“命题资格”的条件了" in plain(card.text) and "✅ 1 件作品通过（要 1）" in card.text
    assert "转场练习" in card.text and "t.me/c/" in str(card.entities)
    assert "已经请版主看了" in checklist(stage, stage.lin) and step(stage, stage.lin) is TrustStep.BASE
    stage.press(stage.mo, card, "开通")
    assert step(stage, stage.lin) is TrustStep.FRAMEWORK and "莫莫 开通了" in plain(card.text) and not card.buttons
    stage.evening()
    [told] = [said for said in stage.said(stage.lin) if "你可以接“命题”挑战了" in said]
    assert "1 件作品通过" in told
    published(stage, THEME)
    assert "报上名了" in stage.press(stage.lin, stage.last(stage.group), "参加")
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok


def test_nobody_decides_about_themselves_and_pressing_twice_does_no_harm() -> None:
    stage = ladder_stage()
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.give_role(tx, zhou, Role.MODERATOR, None, 0))
    passed(stage, stage.zhou)
    [card] = cards(stage)
    stage.zhou.join(stage.staff)
    stage.play()
    stage.press(stage.zhou, card, "开通")
    assert step(stage, stage.zhou) is TrustStep.BASE
    before = card.buttons
    stage.press(stage.rui, card, "开通")
    assert step(stage, stage.zhou) is TrustStep.FRAMEWORK and before
    assert stage.do(proposals) == 1


def test_declining_needs_a_reason_is_told_kindly_and_asked_again_only_after_its_time() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    stage.press(stage.mo, card, "再等等")
    stage.mo.say(stage.world.private(stage.mo), "再多拍几件带人的")
    stage.play()
    stage.sends(stage.mo)
    assert "莫莫 想再等等：再多拍几件带人的" in plain(card.text)
    stage.evening()
    [told] = [said for said in stage.said(stage.lin) if "想请你再等等" in said]
    assert "再多拍几件带人的" in told
    assert "版主想再等等" in checklist(stage, stage.lin)
    stage.advance(20 * DAY_S)
    noticed(stage)
    assert stage.do(proposals) == 1
    stage.advance(11 * DAY_S)
    passed(stage, stage.lin)
    assert stage.do(proposals) == 2 and cards(stage)[-1].buttons


def test_what_nobody_decides_lapses_with_a_line_saying_so() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    stage.advance(15 * DAY_S)
    assert "没有人定，作罢了" in card.text and not card.buttons
    assert [said for said in stage.said(stage.staff) if "到时间还没人定" in said]
    assert not [said for said in stage.said(stage.lin) if "资格" in said]


def test_several_at_once_stand_on_one_card_one_press_each_or_for_all() -> None:
    stage = ladder_stage(replace(ASKS, framework=Needs({"tenure_days": 90})))
    stage.advance(40 * DAY_S)
    everybody(stage)
    noticed(stage)
    [card] = cards(stage)
    named = labels(card)
    assert "✅ 林晓" in named and "✅ 周舟" in named and named[-2:] == ["全部同意", "一位一位看"]
    stage.press(stage.rui, card, "✅ 林晓")
    assert step(stage, stage.lin) is TrustStep.FRAMEWORK and labels(card)[named.index("✅ 林晓")] == "· 林晓"
    stage.press(stage.rui, card, "全部同意")
    assert step(stage, stage.zhou) is step(stage, stage.he) is TrustStep.FRAMEWORK
    assert step(stage, stage.rui) is TrustStep.BASE, "nobody decides about themselves"
    stage.press(stage.mo, card, "✅ 瑞秋")
    assert step(stage, stage.rui) is TrustStep.FRAMEWORK


def test_a_gathered_card_is_dealt_out_to_be_looked_at_one_by_one() -> None:
    stage = ladder_stage(replace(ASKS, framework=Needs({"tenure_days": 90})))
    stage.advance(40 * DAY_S)
    everybody(stage)
    noticed(stage)
    many = labels(cards(stage)[0]).index("全部同意")
    stage.press(stage.mo, cards(stage)[0], "一位一位看")
    assert len(cards(stage)) == many
    assert all(labels(card) == ["开通", "再等等"] for card in cards(stage))


def test_a_reversal_makes_a_waiting_proposal_moot_and_an_earned_step_a_question() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    undo(stage, newest(stage, stage.lin, "submission").id)
    noticed(stage)
    assert "现在不用处理" in card.text and not card.buttons
    stage = raised("zhou")
    undo(stage, newest(stage, stage.zhou, "submission").id)
    noticed(stage)
    asked = cards(stage)[-1]
    assert "周舟 的“命题资格”不够条件了" in plain(asked.text) and step(stage, stage.zhou) is TrustStep.FRAMEWORK
    stage.press(stage.mo, asked, "调回")
    assert step(stage, stage.zhou) is TrustStep.BASE
    stage.evening()
    assert not [said for said in stage.said(stage.zhou) if "可以接" in said], "they never knew of it"


def test_a_suspension_lowers_for_its_time_and_it_comes_back_by_itself() -> None:
    stage = raised("lin")
    lin = stage.member(stage.lin).id
    give(stage, "/suspend @lin 3天 互相刷分", "暂停 3 天")
    shown = checklist(stage, stage.lin)
    assert "⏸ 暂停期间先只能接这些" in shown and "⬜ 命题" in shown
    assert step(stage, stage.lin) is TrustStep.FRAMEWORK
    stage.advance(4 * DAY_S)
    assert "✅ 命题" in checklist(stage, stage.lin)
    assert stage.do(lambda tx: trust.suspended_until(tx, lin)) is not None


def test_staff_put_somebody_on_a_step_by_hand_which_settles_what_was_asked() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    stage.mo.say(stage.staff, "/trust @lin 自由发挥 方案写得清楚")
    noticed(stage)
    assert "莫莫 已经用 /trust 直接定了" in plain(card.text) and step(stage, stage.lin) is TrustStep.OPEN
    stage.evening()
    assert "方案写得清楚" in stage.last(stage.lin).text
    assert "林晓 能接的挑战" in checklist(stage, stage.mo, "/trust @lin")
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok


def test_a_step_that_nobody_confirmed_is_found_by_the_audit() -> None:
    stage = raised("lin")
    stage.do(lambda tx: tx.run("UPDATE trust SET step = 'open'"))
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert [problem.what for problem in report.problems] == ["trust"]


def test_thresholds_that_change_move_nobody() -> None:
    stage = raised("lin")
    stage.restart(replace(stage.programme, trust=replace(ASKS, framework=Needs({"works_approved": 50}))))
    everybody(stage)
    noticed(stage)
    assert step(stage, stage.lin) is TrustStep.FRAMEWORK and stage.do(proposals) == 1
