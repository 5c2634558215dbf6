"""A command that there is not: which was meant is said to whoever typed it, where it was said to the bot."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/sohp", "是不是想发 /shop？"),
        ("／chekin", "是不是想发 /checkin？"),
        ("/points", "是不是想发 /me？"),
        ("/ponits", "是不是想发 /me？"),
        ("/strat", "是不是想发 /start 或 /streak？"),
        ("/unmute @zhou", "我会的都在 /help 里"),
    ],
)
def test_in_private_it_is_no_small_talk(stage: Stage, typed: str, answer: str) -> None:
    stage.lin.say(stage.world.private(stage.lin), typed)
    stage.play()
    said = stage.last(stage.lin).text
    assert "这个命令" in said
    assert answer in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("/brodcast 明天维护", "/broadcast 或 /broadcasts"), ("/unmute @zhou", "/lift"), ("/reveiws", "/reviews")],
)
def test_at_the_desk_it_is_said_to_whoever_typed_it_alone(stage: Stage, typed: str, meant: str) -> None:
    stage.mo.say(stage.staff, typed)
    stage.play()
    [told] = [m.text for (reader, _), m in stage.staff.ephemeral.items() if reader == stage.mo.id]
    assert told == f"没有 {typed.split(maxsplit=1)[0]} 这个命令。是不是想发 {meant}？"
    assert stage.said(stage.staff) == []


@pytest.mark.parametrize("typed", ["/frobnicate", "/reveiws@otherbot", "明天 /reveiws"])
def test_what_may_be_for_another_bot_is_left_alone(stage: Stage, typed: str) -> None:
    stage.mo.say(stage.staff, typed)
    stage.lin.say(stage.group, "/sohp")
    stage.play()
    assert stage.said(stage.staff) == stage.said(stage.group) == []
    assert not stage.staff.ephemeral and not stage.group.ephemeral
