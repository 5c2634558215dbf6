"""What a sanction takes of a step of trust comes back with its end, however that comes; a new door costs no clean record."""

from rules.programme.conditions import Needs
from rules.programme.trust import TrustStep
from rules.values import replace
from tests.handlers.fairness.test_sanction import give
from tests.handlers.honour.coring import core_of
from tests.handlers.works.desk import published
from tests.handlers.works.test_trust import THEME, raised
from tests.handlers.works.trusting import ASKS, DAY_S, checklist, ladder_stage, step
from tests.stage import Stage


def lowered(stage: Stage) -> bool:
    """Whether lin reads that challenges on a theme are closed to them."""
    return "⬜ 命题" in checklist(stage, stage.lin)


def takes_part(stage: Stage) -> str:
    """What lin hears who wants to take part in a challenge on a theme."""
    published(stage, THEME)
    return stage.press(stage.lin, stage.last(stage.group), "参加")


def test_a_suspension_that_is_lifted_gives_the_step_back_at_once() -> None:
    stage = raised("lin")
    give(stage, "/suspend @lin 3天 互相刷分", "暂停 3 天")
    assert lowered(stage)
    stage.mo.say(stage.staff, "/lift @lin 看错人了")
    stage.play()
    assert not lowered(stage) and step(stage, stage.lin) is TrustStep.FRAMEWORK
    assert "报上名了" in takes_part(stage)


def test_an_appeal_that_is_upheld_gives_the_step_back_at_once() -> None:
    stage = raised("lin")
    give(stage, "/suspend @lin 3天 互相刷分", "暂停 3 天")
    stage.press(stage.lin, stage.last(stage.lin), "申诉")
    card = stage.last(stage.staff)
    assert lowered(stage)
    stage.press(stage.owner, card, "撤回并致歉")
    assert not lowered(stage) and step(stage, stage.lin) is TrustStep.FRAMEWORK
    assert "报上名了" in takes_part(stage)


def test_what_is_kept_after_a_suspension_waits_for_the_days_that_the_brand_names() -> None:
    stage = raised("lin")
    stage.restart(replace(stage.programme, trust=replace(ASKS, suspended_days=7)))
    give(stage, "/suspend @lin 3天 互相刷分", "暂停 3 天")
    stage.advance(4 * DAY_S)
    assert lowered(stage)
    stage.advance(7 * DAY_S)
    assert not lowered(stage)


def test_coming_into_another_group_leaves_the_clean_record_as_it_was() -> None:
    stage = ladder_stage(replace(ASKS, framework=Needs({"clean_days": 20, "works_approved": 9})))
    stage.advance(25 * DAY_S)
    core = core_of(stage)
    stage.lin.join(core)
    stage.play()
    assert "✅ 20 天里没有被警告、禁言或暂停" in checklist(stage, stage.lin)
