"""Commands about one thing, given the numbers of two: nothing is done, and it is said how."""

import pytest

from tests.handlers.offers.eventing import announced
from tests.stage import Stage


@pytest.mark.parametrize("words", ["1、2", "1，2 下雨", "1 和 2", "1 2", "1, 2, 3"])
def test_a_command_about_one_event_does_not_take_the_second_number_for_words(stage: Stage, words: str) -> None:
    announced(stage)
    announced(stage, "标题：露营夜")
    for command in ("cancelevent", "editevent"):
        stage.mo.say(stage.world.private(stage.mo), f"/{command} {words}")
        stage.play()
        said = stage.last(stage.mo).text
        if command == "cancelevent" or words != "1 2":
            assert said.startswith("一次只写一个编号") and f"/{command} 2" in said
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM event WHERE called_off_at IS NULL")) == 2


def test_a_reason_that_begins_with_a_number_is_a_reason(stage: Stage) -> None:
    announced(stage)
    stage.mo.say(stage.world.private(stage.mo), "/cancelevent 1，3位讲师都病了")
    stage.play()
    assert "3位讲师都病了" in stage.last(stage.mo).text
