"""The ways to the safe channel: the link that a group gives leads there, and what a button of ours never said leads nowhere."""

import pytest

from sandbox.world.messages import Button
from tests.stage import Stage


def test_the_link_that_a_group_gives_leads_to_the_channel(stage: Stage) -> None:
    stage.lin.say(stage.group, "/feedback")
    stage.play()
    [[link]] = stage.whispers(stage.lin)[-1].buttons
    assert link.url is not None
    stage.lin.start(link.url.partition("start=")[2])
    stage.play()
    assert "说说哪里可以更好" in stage.last(stage.lin).text


@pytest.mark.parametrize(
    "data", ["feedback.write:", "feedback.write:x", "feedback.seal:x", "feedback.way:x", "feedback.nothing:problem"]
)
def test_a_button_that_was_never_ours_is_no_defect(stage: Stage, data: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/feedback")
    stage.play()
    page = stage.last(stage.lin)
    page.buttons = [[Button("forged", {"callback_data": data})]]
    assert "从新的消息里再点一次" in stage.press(stage.lin, page, "forged")
