"""Files with words: what a caption can't hold follows as a message of its own."""

import pytest

from handlers.effects import Button, Show, Tell
from rules.operations.broadcast import Page
from storage.post.bodies import parameters, written
from storage.post.letters import Letter
from tests.stage import Stage

FILE = (("photo", "a-photo"),)
BUTTONS = ((Button("checkin/now", "checkin.now"),),)


def _letters(stage: Stage, words: str) -> list[Letter]:
    show = Show(FILE, "broadcast/post", Page(words, first=False), group=1, buttons=BUTTONS, keep="card")
    return stage.do(lambda tx: stage.flow.composer.posts(tx, show, int(stage.clock.now())))


@pytest.mark.parametrize(
    ("words", "methods"), [("短" * 900, ["sendPhoto"]), ("长" * 1100, ["sendPhoto", "sendMessage"])]
)
def test_a_caption_too_long_for_a_picture_follows_it_with_the_buttons(
    stage: Stage, words: str, methods: list[str]
) -> None:
    letters = _letters(stage, words)
    assert [letter.method for letter in letters] == methods
    assert [letter.keep for letter in letters] == ["card/files", "card"][-len(letters) :], "the words are the card"
    assert words in written(letters[-1].body)
    assert "reply_markup" in parameters(letters[-1].body)


def test_what_is_told_quietly_makes_no_sound(stage: Stage) -> None:
    lin = stage.member(stage.lin)
    tells = [Tell(lin.id, "broadcast/post", Page("在", first=False), quiet=quiet) for quiet in (True, False)]
    letters = stage.do(lambda tx: stage.flow.composer.posts(tx, tells, int(stage.clock.now())))
    assert [parameters(letter.body).get("disable_notification") for letter in letters] == [True, None]
