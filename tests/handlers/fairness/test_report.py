"""Members show the staff a message: privately, within bounds, thanked either way."""

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


def test_too_many_of_one_member_go_no_further_and_are_thanked_for_all_the_same(stage: Stage) -> None:
    for number in range(7):
        word = stage.zhou.say(stage.group, f"第 {number} 句")
        stage.lin.say(stage.group, "/report", reply_to=word)
    stage.play()
    assert len([message for message in stage.messages(stage.staff) if message.buttons]) == 5
    assert "我只转给版主" in stage.whispers(stage.lin)[-1].text
    assert len(stage.whispers(stage.lin)) == 7


def test_without_a_reply_it_says_how(stage: Stage) -> None:
    stage.lin.say(stage.group, "/report")
    stage.play()
    said = stage.whispers(stage.lin)[-1].text
    assert "回复" in said and "1000 字以内" in said
