"""`/why` about a badge, an award, a level or a step of trust: what it was earned by, and what became of it."""

import pytest

from rules.honour.badge import BadgeState
from rules.people import Role
from rules.programme.badges import Badges
from rules.programme.trust import TrustStep
from rules.stage import Stage as Step
from storage import members, stages
from storage.honour import badges
from storage.works import trust
from tests.handlers.honour.test_me import pay
from tests.stage import Stage

FIRST = "first_answer"


@pytest.fixture
def stage() -> Stage:
    return Stage()


def why(stage: Stage, words: str) -> str:
    stage.lin.say(stage.world.private(stage.lin), f"/why {words}")
    stage.play()
    return stage.last(stage.lin).text


def answered(stage: Stage) -> None:
    """Lin answers He's question, and the badge for that is found."""
    asked = stage.he.say(stage.group, "#提问 蓝牙钥匙连不上怎么办")
    stage.play()
    given = stage.lin.say(stage.group, "重启一下车机就好，长按两个滚轮", reply_to=asked)
    stage.play()
    stage.he.say(stage.group, "采纳", reply_to=given)
    stage.play()
    stage.advance(120)
    stage.advance(120)


def test_an_earned_badge_shows_its_day_and_the_answer_it_is_for(stage: Stage) -> None:
    answered(stage)
    title = Badges().named(FIRST).title  # type: ignore[union-attr]
    said = why(stage, str(title.by_locale["zh"]))
    assert "1 个回答被采纳，到手了" in said
    assert "Q1" in said and "蓝牙钥匙" in said
    assert "11月16日" in said or "今天" in said


def test_the_button_beside_it_says_the_same(stage: Stage) -> None:
    answered(stage)
    stage.lin.say(stage.world.private(stage.lin), "/badges")
    stage.play()
    card = stage.last(stage.lin)
    stage.press(stage.lin, card, card.buttons[0][0].text)
    assert "到手了" in stage.last(stage.lin).text


def test_one_that_was_taken_says_why(stage: Stage) -> None:
    answered(stage)
    title = Badges().named(FIRST).title.by_locale["zh"]  # type: ignore[union-attr]
    stage.mo.say(stage.staff, f"/revoke @lin {title} 那条回答是抄来的")
    stage.play()
    lin = stage.member(stage.lin).id
    held = stage.do(lambda tx: badges.of_key(tx, lin, FIRST))
    assert held is not None and held.state is BadgeState.REVOKED
    said = why(stage, FIRST)
    assert "收回了，版主的话：那条回答是抄来的" in said
    assert "怎么来的" not in said


def test_a_step_that_was_opened_by_hand_says_by_which_words(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    stage.mo.say(stage.staff, "/trust @lin 命题 冬测带过队")
    stage.play()
    assert stage.do(lambda tx: trust.of_member(tx, lin)).step is TrustStep.FRAMEWORK
    assert "版主定的：冬测带过队" in why(stage, "命题")
    stage.mo.say(stage.staff, "/trust @lin 基础 先休息一阵")
    stage.play()
    said = why(stage, "命题")
    assert "版主改了：先休息一阵" in said
    assert "件作品通过" in said


def test_a_level_has_its_day_and_one_above_what_is_missing(stage: Stage) -> None:
    pay(stage, stage.lin, 60)
    assert "升到这一级" in why(stage, "活跃车友")
    assert "再攒 240 贡献值" in why(stage, "资深玩家")
    assert "人人都有" in why(stage, "新晋车友")


def test_an_award_that_nobody_gave_and_what_is_unknown(stage: Stage) -> None:
    assert "每年由车友提名" in why(stage, "年度热心用户")
    assert "没找到叫“好人卡”" in why(stage, "好人卡")


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("顾问委员", "由团队邀请"),
        ("导师", "发 /mentor 报名"),
        ("荣誉版主", "由团队来请"),
        ("核心用户委员会", "不用申请"),
        ("品牌挚友", "先找你聊一次"),
    ],
)
def test_an_office_or_a_title_of_a_stage_that_one_has_not_says_how_it_is_come_by(
    stage: Stage, words: str, way: str
) -> None:
    said = why(stage, words)
    assert words in said and "还没有" in said and way in said


def test_a_title_of_a_stage_and_an_award_of_the_same_name_are_both_told(stage: Stage) -> None:
    said = why(stage, "荣誉大使")
    assert "🌿 荣誉大使" in said and "🏆 荣誉大使" in said


def test_an_office_and_a_stage_that_one_has_say_since_when_and_who_decided(stage: Stage) -> None:
    lin, mo = stage.member(stage.lin).id, stage.member(stage.mo).id
    stage.do(lambda tx: members.give_role(tx, lin, Role.COUNCIL, mo, int(stage.clock.now())))
    assert "定的，从这天起" in why(stage, "顾问委员")
    stage.do(lambda tx: stages.put(tx, lin, Step.MATURE, mo, int(stage.clock.now())))
    assert "定的，从这天起" in why(stage, "核心用户委员会")
    assert "还没有" in why(stage, "品牌挚友") and "从这天起" not in stage.last(stage.lin).text
    stage.do(lambda tx: stages.leave(tx, lin, int(stage.clock.now()) + 60))
    said = why(stage, "核心用户委员会")
    assert "到这天为止" in said and "还没有" not in said
