"""Who types what stands on a button below the newest message presses it; what is older, or another's, is words."""

from rules.labels import kept, unambiguous
from sandbox.world.people import Person
from tests.stage import Stage


def say(stage: Stage, who: Person, text: str) -> str:
    """What the bot answers in private."""
    who.say(stage.world.private(who), text)
    stage.play()
    return stage.last(who).text


def in_steps(stage: Stage) -> None:
    """The owner makes a challenge step by step, up to the first step that may be skipped."""
    say(stage, stage.owner, "/newchallenge")
    for text in ("一步一步来", "夜景", "照着做", "视频", "30", "7天"):
        say(stage, stage.owner, text)


def test_a_step_is_skipped_and_gone_back_to_by_the_words_on_its_buttons(stage: Stage) -> None:
    in_steps(stage)
    assert "第 6 步" in stage.last(stage.owner).text
    assert "第 7 步" in say(stage, stage.owner, "跳过")
    assert "第 6 步" in say(stage, stage.owner, "上一步。")


def test_a_button_that_is_typed_twice_is_pressed_once(stage: Stage) -> None:
    say(stage, stage.owner, "/newchallenge")
    assert "第 1 步" in say(stage, stage.owner, "一步一步来")
    assert "第 2 步" in say(stage, stage.owner, "一步一步来")


def test_what_was_typed_before_the_button_stood_there_is_no_press(stage: Stage) -> None:
    in_steps(stage)
    for _ in range(2):
        stage.owner.say(stage.world.private(stage.owner), "跳过")
    stage.play()
    told = [message.text for message in stage.messages(stage.owner)]
    assert any("第 7 步" in text for text in told) and not any("第 8 步" in text for text in told)


def test_below_a_newer_message_what_stood_on_an_older_one_is_words(stage: Stage) -> None:
    say(stage, stage.mo, "怎么禁言")
    stage.world.advance(5)
    say(stage, stage.mo, "/roles")
    stage.world.advance(5)
    assert "哪一位" not in say(stage, stage.mo, "让一位成员先不发言")


def test_below_the_newest_one_it_is_a_press(stage: Stage) -> None:
    say(stage, stage.mo, "怎么禁言")
    assert "哪一位" in say(stage, stage.mo, "让一位成员先不发言")


def test_in_a_group_a_label_is_talk(stage: Stage) -> None:
    say(stage, stage.mo, "怎么禁言")
    stage.mo.say(stage.group, "让一位成员先不发言")
    stage.play()
    assert stage.said(stage.group) == [] and stage.whispers(stage.mo) == []


def test_what_another_member_may_press_is_not_theirs_to_type(stage: Stage) -> None:
    say(stage, stage.mo, "怎么禁言")
    assert "哪一位" not in say(stage, stage.lin, "让一位成员先不发言")


def test_what_stands_on_two_buttons_or_is_a_sign_alone_is_no_press() -> None:
    found = unambiguous([("看看", "a"), ("✅ 看看", "b"), ("👍", "c"), ("✅ 采纳", "d")])
    assert found == {kept("采纳"): "d"}


def test_what_stood_on_buttons_that_were_taken_away_is_no_press(stage: Stage) -> None:
    in_steps(stage)
    asked = stage.last(stage.owner)
    stage.press(stage.owner, asked, "先不弄了")
    assert "取消了" in asked.text
    assert "第 7 步" not in say(stage, stage.owner, "跳过")
