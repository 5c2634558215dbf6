"""Guests of a launch: by their level they register earlier, and reserved seats are theirs; at nothing else."""

from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from rules.values import replace
from tests.handlers.honour.test_me import pay
from tests.handlers.offers.eventing import DAY_S, announced, register, standing
from tests.stage import Stage

GUESTS = Programme(
    levels=Levels(
        replace(level, privileges=(*level.privileges, "launch_guest")) if level.key == "active" else level
        for level in LADDER
    )
)
KEPT = ("名额：2", "留座：1", "报名开始：11-20 12:00")


def invited(stage: Stage, kind: str = "发布会", *changes: str) -> None:
    """Lin is a guest of launches, and such an event is announced."""
    stage.restart(GUESTS)
    pay(stage, stage.lin, 60)
    announced(stage, f"类型：{kind}", *changes)


def detail(stage: Stage) -> str:
    stage.lin.start("event-1")
    stage.play()
    return stage.last(stage.lin).text


def test_a_guest_registers_earlier_and_has_the_seats_that_are_kept(stage: Stage) -> None:
    invited(stage, "发布会", *KEPT)
    told = stage.last(stage.group).text
    assert "升到“活跃车友”的都是这场的嘉宾，早 24 小时报名，留着的名额也能用" in told
    assert "你是这场的嘉宾" in detail(stage)
    stage.advance(3 * DAY_S + 5 * 3_600)
    register(stage, stage.zhou, stage.lin)
    assert (standing(stage, stage.zhou), standing(stage, stage.lin)) == (None, "seated")


def test_a_seat_is_kept_for_a_guest_when_others_have_taken_theirs(stage: Stage) -> None:
    invited(stage, "发布会", "名额：2", "留座：1", "主讲：@rui")
    assert "早 24 小时" not in stage.last(stage.group).text
    register(stage, stage.zhou, stage.he, stage.lin)
    assert [standing(stage, who) for who in (stage.zhou, stage.he, stage.lin)] == ["seated", "waiting", "seated"]


def test_at_another_event_a_guest_of_launches_is_one_of_many(stage: Stage) -> None:
    invited(stage, "工作坊", "名额：1", "留座：1")
    assert "嘉宾" not in stage.last(stage.group).text and "嘉宾" not in detail(stage)
    register(stage, stage.lin)
    assert standing(stage, stage.lin) == "waiting"


def test_levels_say_what_it_opens(stage: Stage) -> None:
    invited(stage)
    stage.lin.say(stage.world.private(stage.lin), "/levels")
    stage.play()
    assert "发布会早报名" in stage.last(stage.lin).text
