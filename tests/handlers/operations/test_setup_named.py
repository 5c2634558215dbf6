"""What an owner writes behind /setup that is no place: a part, a language."""

import pytest

from rules.people import Part
from tests.handlers.operations.test_setup import place
from tests.stage import Stage


@pytest.mark.parametrize("written", ["运营小组", "staff group", "运营群"])
def test_a_part_that_is_named_is_asked_for_by_button(stage: Stage, written: str) -> None:
    stage.owner.say(stage.group, f"/setup {written}")
    stage.play()
    assert "打算做什么用" in stage.last(stage.group).text
    found = place(stage, stage.group)
    assert found and found.part is Part.COMMUNITY, "a word alone changes nothing"


def test_what_a_group_is_and_speaks_is_shown_to_whoever_names_it(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup 社群")
    stage.play()
    assert "用途：社群" in stage.last(stage.group).text
    stage.owner.say(stage.group, "/setup English")
    stage.play()
    stage.press(stage.owner, stage.last(stage.group), "Speak English")
    found = place(stage, stage.group)
    assert found and found.locale == "en"
