"""Who has left the groups, or is suspended until an event begins, keeps no seat there: its points come back, the next is asked."""

from actions.operations import audit
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.handlers.fairness.test_sanction import give
from tests.handlers.offers.eventing import announced, register, rich, standing
from tests.stage import Stage

JOB_S = 301


def left(stage: Stage, *people: Person) -> None:
    for person in people:
        person.leave(stage.group)
    stage.play()
    stage.advance(JOB_S)


def free(stage: Stage) -> int:
    lin = stage.member(stage.lin).id
    return stage.do(lambda tx: ledger.balance(tx, lin)).free


def test_the_seat_of_one_who_left_goes_to_the_next_and_its_points_come_back(stage: Stage) -> None:
    rich(stage, stage.lin, stage.zhou)
    announced(stage, "积分：30")
    register(stage, stage.lin, stage.zhou)
    assert (standing(stage, stage.lin), standing(stage, stage.zhou), free(stage)) == ("seated", "waiting", 70)
    left(stage, stage.lin)
    assert (standing(stage, stage.lin), standing(stage, stage.zhou), free(stage)) == ("gone", "offered", 100)
    assert "轮到你了" in stage.last(stage.zhou).text
    assert "你不在群里了" in stage.last(stage.lin).text and "30 分退给你了" in stage.last(stage.lin).text
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).ok


def test_nothing_is_offered_to_one_in_line_who_left_or_is_suspended_now(stage: Stage) -> None:
    announced(stage, "主讲：王老师")
    register(stage, stage.he, stage.lin, stage.zhou)
    register(stage, stage.mo)
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    left(stage, stage.lin, stage.he)
    found = [standing(stage, one) for one in (stage.he, stage.lin, stage.zhou, stage.mo)]
    assert found == ["gone", "gone", "waiting", "offered"]
    assert not any("轮到你了" in said for said in stage.said(stage.zhou))


def test_a_suspension_that_is_over_in_time_costs_no_seat_and_a_longer_one_does(stage: Stage) -> None:
    announced(stage, "名额：2")
    register(stage, stage.lin, stage.zhou)
    give(stage, "/suspend @zhou 1天 互相刷分", "暂停 1 天")
    give(stage, "/suspend @lin 7天 互相刷分", "暂停 7 天")
    stage.advance(JOB_S)
    assert (standing(stage, stage.lin), standing(stage, stage.zhou)) == ("gone", "seated")
    assert "你还在暂停期" in stage.last(stage.lin).text
