"""Who has left or is suspended between proposing and deciding: nothing is given to them meanwhile, and staff read why."""

from rules.people import Role
from rules.programme.trust import TrustStep
from rules.stage import Stage as Step
from sandbox.world.people import Person
from storage import members
from tests.handlers.fairness.test_sanction import give
from tests.handlers.honour.announcing import crowd, help_people
from tests.handlers.honour.mentoring import cards as offers
from tests.handlers.honour.mentoring import mentor_stage
from tests.handlers.honour.test_mentor import offered as mentor_offered
from tests.handlers.journey.test_stage import stands, tuesday
from tests.handlers.offers.resourcing import applied, granted, offered, state
from tests.handlers.works.test_track_title import cards as titles
from tests.handlers.works.test_track_title import held, titled_stage
from tests.handlers.works.test_track_title import passed as title_earned
from tests.handlers.works.trusting import cards, ladder_stage, passed, step
from tests.stage import Stage

GONE, PAUSED = "已经不在我们的群里了", "正在暂停期"


def gone(stage: Stage, person: Person) -> None:
    person.leave(stage.group)
    stage.play()


def suspended(stage: Stage, person: Person) -> None:
    give(stage, f"/suspend @{person.username} 3天 互相刷分", "暂停 3 天")


def test_no_step_of_trust_is_given_to_one_who_left_until_they_are_back() -> None:
    stage = ladder_stage()
    passed(stage, stage.lin)
    [card] = cards(stage)
    gone(stage, stage.lin)
    assert GONE in stage.press(stage.mo, card, "开通")
    assert step(stage, stage.lin) is TrustStep.BASE
    stage.lin.join(stage.group)
    stage.play()
    stage.press(stage.mo, card, "开通")
    assert step(stage, stage.lin) is TrustStep.FRAMEWORK


def test_no_title_of_a_track_is_given_to_one_who_left() -> None:
    stage = titled_stage()
    title_earned(stage, stage.lin)
    [card] = titles(stage)
    gone(stage, stage.lin)
    assert GONE in stage.press(stage.mo, card, "就给 TA")
    assert held(stage, stage.lin) == ""


def test_nobody_becomes_a_mentor_who_left_or_is_suspended() -> None:
    stage = mentor_stage()
    mentor_offered(stage)
    card = offers(stage, "🧑‍🏫")[-1]
    suspended(stage, stage.lin)
    assert PAUSED in stage.press(stage.mo, card, "确认")
    lin = stage.member(stage.lin).id
    assert Role.MENTOR not in stage.do(lambda tx: members.roles(tx, lin))


def test_no_piece_is_granted_to_one_who_left(stage: Stage) -> None:
    offered(stage)
    card = applied(stage, stage.lin)
    gone(stage, stage.lin)
    granted(stage, card)
    assert GONE in stage.last(stage.mo).text
    assert state(stage, stage.lin) == "waiting"


def test_nobody_is_moved_up_a_stage_who_left_until_they_are_back(stage: Stage) -> None:
    help_people(stage, stage.zhou, crowd(stage, 5))
    [card] = tuesday(stage)
    gone(stage, stage.zhou)
    assert GONE in stage.press(stage.mo, card, "✅ 就这么定")
    assert stands(stage, stage.zhou) == []
    stage.zhou.join(stage.group)
    stage.play()
    stage.press(stage.mo, card, "✅ 就这么定")
    assert stands(stage, stage.zhou) == [Step.ACTIVE]
