"""Checking in, as people do it."""

from tests.stage import Stage


def test_a_word_in_the_group_is_answered_by_a_reaction_alone(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "签到！")
    stage.play()
    assert word.reactions == {stage.world.bot.id: "🔥"}
    assert stage.said(stage.group) == []
    assert stage.member(stage.lin).contribution == 2


def test_a_second_check_in_pays_nothing_and_is_told_to_that_person_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "打卡")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    assert stage.said(stage.group) == []
    assert "今天已经签到过了" in whisper.text
    assert stage.member(stage.lin).contribution == 2


def test_a_newcomer_reads_the_covenant_first_and_one_press_is_enough(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    [whisper] = stage.whispers(stage.xin)
    assert "公约" in whisper.text
    assert "谢谢" in stage.press(stage.xin, whisper, "我同意")
    assert "欢迎" in whisper.text
    stage.xin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.xin).contribution == 2


def test_talk_that_only_mentions_the_word_does_nothing(stage: Stage) -> None:
    stage.lin.say(stage.group, "今天签到了吗")
    stage.play()
    assert stage.said(stage.group) == []
    assert stage.member(stage.lin).contribution == 0
