"""What was asked for, or granted, by one who has left the groups is nobody's; what they have in their hands stays with them."""

from sandbox.world.people import Person
from tests.handlers.offers.resourcing import applied, granted, handed, offered, state, taken
from tests.stage import Stage

HOUR_S = 3_600


def left(stage: Stage, person: Person) -> None:
    person.leave(stage.group)
    stage.play()
    stage.advance(HOUR_S)


def test_a_piece_that_was_granted_is_free_again_and_staff_and_the_leaver_hear_of_it(stage: Stage) -> None:
    offered(stage)
    card = applied(stage, stage.lin)
    granted(stage, card)
    left(stage, stage.lin)
    assert (state(stage, stage.lin), taken(stage), list(card.buttons)) == ("withdrawn", 0, [])
    assert "不在群里了" in stage.last(stage.staff).text
    assert "你不在群里了" in stage.last(stage.lin).text and "星光路" not in stage.last(stage.lin).text
    said = len(stage.said(stage.lin))
    stage.evening()
    assert not any("来拿" in one for one in stage.said(stage.lin)[said:])


def test_an_application_that_waits_ends_and_what_is_out_is_still_to_come_back(stage: Stage) -> None:
    offered(stage, "数量：2")
    applied(stage, stage.lin)
    handed(stage, stage.zhou)
    left(stage, stage.lin)
    left(stage, stage.zhou)
    assert (state(stage, stage.lin), state(stage, stage.zhou), taken(stage)) == ("withdrawn", "out", 1)


def test_a_slow_double_tap_takes_no_application_back(stage: Stage) -> None:
    offered(stage)
    applied(stage, stage.lin)
    answer = stage.last(stage.lin)
    stage.press(stage.lin, answer, "不用了")
    assert state(stage, stage.lin) == "waiting"
    stage.press(stage.lin, answer, "确认不用了")
    assert state(stage, stage.lin) == "withdrawn"
