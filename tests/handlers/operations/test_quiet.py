"""Saying how much one wants to hear unasked."""

from rules.note import Matter, Quiet
from storage import notes
from tests.stage import Stage


def test_the_levels_are_shown_with_buttons_and_changed_in_place(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/quiet")
    stage.play()
    [shown] = stage.messages(stage.lin)
    assert [button.text for row in shown.buttons for button in row] == ["✓ 都要", "只要好消息", "尽量少"]
    stage.press(stage.lin, shown, "只要好消息")
    assert stage.messages(stage.lin) == [shown]
    assert [button.text for row in shown.buttons for button in row] == ["都要", "✓ 只要好消息", "尽量少"]
    assert "现在是“只要好消息”" in shown.text
    assert stage.member(stage.lin).quiet is Quiet.NEWS


def test_in_the_group_only_the_one_who_asks_sees_and_changes_it(stage: Stage) -> None:
    stage.lin.say(stage.group, "免打扰")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    stage.press(stage.lin, whisper, "尽量少")
    assert "现在是“尽量少”" in whisper.text
    assert stage.said(stage.group) == []
    assert stage.member(stage.lin).quiet is Quiet.LEAST


def test_what_waits_and_is_not_wanted_any_more_is_forgotten(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    for matter in Matter:
        stage.do(lambda tx, m=matter: notes.put(tx, lin, m, f"trust:{m.value}", m.value, "[]", 0, 2_000_000_000))  # type: ignore[misc]
    stage.lin.say(stage.world.private(stage.lin), "/quiet")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "只要好消息")
    left = stage.do(lambda tx: notes.waiting(tx, lin, 10))
    assert {note.matter for note in left} == {Matter.ANSWER, Matter.NEWS, Matter.ACCOUNT}
