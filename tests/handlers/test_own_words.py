"""What members write is theirs: no word in it makes the bot do anything to its own posts."""

from collections.abc import Callable

import pytest

from tests.handlers.works.desk import published
from tests.stage import Stage

TRAPS = ("ephemeral_message_parameters", '"pin": true', '"header": "x"', '"message_id": 5', "query is too old")


def _name(stage: Stage, words: str) -> None:
    stage.lin.rename(words)
    helpful = stage.lin.say(stage.group, "胎压在车机里重置")
    stage.play()
    stage.mo.say(stage.group, "/grant 5 讲得清楚", reply_to=helpful)


def _bonus(stage: Stage, words: str) -> None:
    helpful = stage.lin.say(stage.group, "胎压在车机里重置")
    stage.play()
    stage.mo.say(stage.group, f"/grant 5 {words}", reply_to=helpful)


def _question(stage: Stage, words: str) -> None:
    stage.lin.say(stage.group, f"/ask {words}")


def _thanks(stage: Stage, words: str) -> None:
    helpful = stage.lin.say(stage.group, "胎压在车机里重置")
    stage.play()
    stage.zhou.say(stage.group, f"谢谢你 {words}", reply_to=helpful)


def _work(stage: Stage, words: str) -> None:
    published(stage)
    stage.lin.send(stage.group, photo=b"work", caption=f"#挑战1 {words}")


@pytest.mark.parametrize("said", [_name, _bonus, _question, _thanks, _work])
@pytest.mark.parametrize("words", TRAPS)
def test_no_word_of_a_member_moves_a_post_of_the_bot(
    stage: Stage, said: Callable[[Stage, str], None], words: str
) -> None:
    events = stage.world.listen()
    said(stage, words)
    stage.play()
    assert "deleted" not in [events.get_nowait().type for _ in range(events.qsize())]
    assert (stage.group.pinned, stage.staff.pinned) == ([], [])
