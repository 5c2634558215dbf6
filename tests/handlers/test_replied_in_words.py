"""A reply to a card of the staff is kept as words: what else comes with it is named, and nothing is taken in silence."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from sandbox.world.speaking import media_of, send
from tests.handlers.journey.test_checklist import begun
from tests.handlers.works.desk import card, handed_in, published
from tests.handlers.works.test_look import THEME, shown
from tests.handlers.works.test_plan import pitched
from tests.stage import Stage

WORDS = "开头再亮一点"


def work(stage: Stage) -> Message:
    """The card of a work that waits."""
    published(stage)
    handed_in(stage, stage.lin, 1)
    return card(stage)


def draft(stage: Stage) -> Message:
    """The card of a draft that waits."""
    published(stage, THEME)
    return shown(stage)


CARDS = [work, draft, pitched, begun]


def heard(stage: Stage) -> str:
    """What the moderator alone was told in the staff group last, and nothing where nothing was."""
    found = [message for (reader, _), message in stage.staff.ephemeral.items() if reader == stage.mo.id]
    return found[-1].text if found else ""


@pytest.mark.parametrize("begin", CARDS)
def test_of_a_picture_with_words_the_words_are_kept_and_the_picture_is_named(
    stage: Stage, begin: Callable[[Stage], Message]
) -> None:
    asked = begin(stage)
    stage.mo.send(stage.staff, photo=b"marked", caption=WORDS, reply_to=asked)
    stage.play()
    assert "文字收下了，图片没有" in heard(stage)
    assert any(WORDS in text for text in stage.said(stage.staff))


@pytest.mark.parametrize("begin", CARDS)
def test_a_voice_alone_is_said_not_to_be_kept(stage: Stage, begin: Callable[[Stage], Message]) -> None:
    asked = begin(stage)
    said = stage.mo.send(stage.staff, voice=b"well", reply_to=asked)
    stage.play()
    assert "语音没有记下" in heard(stage)
    assert said.reactions == {}


@pytest.mark.parametrize("begin", CARDS)
def test_words_alone_and_a_nod_are_told_nothing(stage: Stage, begin: Callable[[Stage], Message]) -> None:
    asked = begin(stage)
    stage.mo.say(stage.staff, WORDS, reply_to=asked)
    nod = media_of(stage.world, {"sticker": b"nod"}, "nod")
    send(stage.mo, stage.staff, nod, caption="", reply_to=asked, topic=None)
    stage.play()
    assert heard(stage) == ""
