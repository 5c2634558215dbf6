"""Members show the staff a message: privately, within bounds, thanked either way."""

import pytest

from tests.stage import Stage


def test_a_report_is_seen_by_staff_alone_and_thanked_for(stage: Stage) -> None:
    word = stage.zhou.say(stage.group, "这么简单都不会？")
    call = stage.lin.say(stage.group, "/report 说话难听", reply_to=word)
    stage.play()
    card = stage.last(stage.staff)
    assert "周舟" in card.text and "这么简单都不会？" in card.text
    assert "林晓\u2069：说话难听" in card.text
    assert "我只转给版主" in stage.whispers(stage.lin)[-1].text
    assert call.deleted and stage.said(stage.group) == []
    stage.press(stage.mo, card, "处理好了")
    assert "莫莫\u2069 处理好了" in card.text


def test_several_who_show_the_same_stand_on_one_card(stage: Stage) -> None:
    word = stage.zhou.say(stage.group, "这么简单都不会？")
    for person in (stage.lin, stage.he, stage.lin):
        person.say(stage.group, "/report", reply_to=word)
        stage.play()
    [card] = [message for message in stage.messages(stage.staff) if message.buttons]
    assert "林晓" in card.text and "何川" in card.text
    assert card.text.count("林晓") == 1


def test_too_many_of_one_member_go_no_further_and_they_are_told_in_private(stage: Stage) -> None:
    for number in range(7):
        word = stage.zhou.say(stage.group, f"第 {number} 句")
        stage.lin.say(stage.group, "/report", reply_to=word)
    stage.play()
    assert len([message for message in stage.messages(stage.staff) if message.buttons]) == 5
    told = [whisper.text for whisper in stage.whispers(stage.lin)]
    assert len(told) == 7
    assert all("我只转给版主" in one for one in told[:5])
    assert all("没有转过去" in one for one in told[5:])


def test_what_was_shown_before_is_thanked_for_also_when_it_is_enough_for_the_day(stage: Stage) -> None:
    words = [stage.zhou.say(stage.group, f"第 {number} 句") for number in range(5)]
    for word in (*words, words[0]):
        stage.lin.say(stage.group, "/report", reply_to=word)
    stage.play()
    assert "我只转给版主" in stage.whispers(stage.lin)[-1].text


def test_without_a_staff_group_nobody_is_told_that_staff_will_look(stage: Stage) -> None:
    stage.do(lambda tx: tx.run("UPDATE chat_group SET active = 0 WHERE part = 'staff'"))
    word = stage.zhou.say(stage.group, "加我微信")
    call = stage.lin.say(stage.group, "举报", reply_to=word)
    stage.play()
    assert call.deleted
    assert "还没有版主" in stage.whispers(stage.lin)[-1].text


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("举报：发广告", "发广告"),
        ("举报，卖假货，谢谢", "卖假货，谢谢"),
        ("举报 骗子 别信", "骗子 别信"),
        ("举报这条", ""),
        ("举报他", ""),
    ],
)
def test_a_word_with_a_reason_behind_it_reaches_staff_and_pays_nobody(stage: Stage, said: str, reason: str) -> None:
    word = stage.zhou.say(stage.group, "加我微信")
    call = stage.lin.say(stage.group, said, reply_to=word)
    stage.play()
    card = stage.last(stage.staff)
    assert "加我微信" in card.text
    assert f"林晓\u2069：{reason}" in card.text if reason else "林晓\u2069：" not in card.text
    assert call.deleted and stage.said(stage.group) == []


@pytest.mark.parametrize("said", ["举报有用吗", "举报 有用吗？", "举报了也没人管"])
def test_talk_about_reporting_is_talk(stage: Stage, said: str) -> None:
    word = stage.zhou.say(stage.group, "加我微信")
    call = stage.lin.say(stage.group, said, reply_to=word)
    stage.play()
    assert not call.deleted and stage.said(stage.staff) == []


def test_without_a_reply_it_says_how(stage: Stage) -> None:
    stage.lin.say(stage.group, "/report")
    stage.play()
    said = stage.whispers(stage.lin)[-1].text
    assert "回复" in said and "1000 字以内" in said
