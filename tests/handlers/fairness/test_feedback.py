"""Criticism under one's name: taken in, talked about, adopted or not, shipped; everybody concerned is told."""

import pytest

from sandbox.world.chats import Chat
from tests.places import beside
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def write(stage: Stage, person, words: str, kind: str = "一个想法") -> None:
    person.say(stage.world.private(person), "/feedback")
    stage.play()
    stage.press(person, stage.last(person), "署名写")
    stage.press(person, stage.last(person), kind)
    person.say(stage.world.private(person), words)
    stage.play()


def card(stage: Stage, number: int):
    return next(m for m in reversed(stage.messages(stage.staff)) if f"#{number} " in m.text and m.buttons)


def decide(stage: Stage, number: int, label: str, words: str) -> None:
    stage.press(stage.mo, card(stage, number), label)
    stage.mo.say(stage.world.private(stage.mo), words)
    stage.play()
    stage.sends(stage.mo)


def test_a_suggestion_goes_all_the_way(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    assert "#1" in stage.said(stage.lin)[-1]
    assert "后排出风口" in card(stage, 1).text
    stage.press(stage.mo, card(stage, 1), "讨论中")
    assert "讨论" in stage.said(stage.lin)[-1]
    stage.mo.say(stage.staff, "第二排还是第三排？", reply_to=card(stage, 1))
    stage.play()
    assert "第二排还是第三排" in stage.said(stage.lin)[-1]
    assert "莫莫" not in stage.said(stage.lin)[-1]
    stage.press(stage.lin, stage.last(stage.lin), "补充一句")
    stage.lin.say(stage.world.private(stage.lin), "第二排")
    stage.play()
    assert "第二排" in stage.said(stage.staff)[-1]
    decide(stage, 1, "采纳", "后排出风口可以单独关闭")
    told = stage.last(stage.lin)
    assert "采纳了" in told.text
    stage.press(stage.lin, told, "可以写我的名字")
    assert any("林晓" in text and "单独关闭" in text for text in stage.said(stage.group))
    decide(stage, 1, "已上线", "2.8.0")
    assert "2.8.0" in stage.said(stage.lin)[-1]
    assert any("2.8.0" in text and "林晓" in text for text in stage.said(stage.group))
    stage.zhou.say(stage.world.private(stage.zhou), "/adopted")
    stage.play()
    assert "单独关闭" in stage.said(stage.zhou)[-1]


def test_a_reply_to_what_is_said_about_a_ticket_goes_to_the_staff(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    stage.lin.say(stage.world.private(stage.lin), "忘了说，是第二排", reply_to=stage.last(stage.lin))
    stage.play()
    assert "忘了说，是第二排" in stage.said(stage.staff)[-1]
    stage.mo.say(stage.staff, "哪个版本？", reply_to=card(stage, 1))
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "3.2.1，只有冷启动才这样", reply_to=stage.last(stage.lin))
    stage.play()
    assert "只有冷启动才这样" in stage.said(stage.staff)[-1]
    assert "补充在 #1 下面" in stage.said(stage.lin)[-1]


def test_what_is_no_longer_adopted_names_nobody_and_is_talked_about_once(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    decide(stage, 1, "采纳", "后排出风口可以单独关闭")
    told = stage.last(stage.lin)
    decide(stage, 1, "暂不采纳", "查过了，硬件做不到")
    assert "暂不采纳" in stage.press(stage.lin, told, "可以写我的名字")
    assert not [text for text in stage.said(stage.group) if "林晓" in text]


def test_talking_with_the_product_team_is_asked_for_once(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    decide(stage, 1, "采纳", "后排出风口可以单独关闭")
    stage.press(stage.lin, stage.last(stage.lin), "可以写我的名字")
    thanks = next(one for one in reversed(stage.messages(stage.lin)) if "会写上你的名字" in one.text)
    stage.press(stage.lin, thanks, "和产品团队聊聊")
    if thanks.buttons:
        stage.press(stage.lin, thanks, "和产品团队聊聊")
    assert len([text for text in stage.said(stage.staff) if "愿意和产品团队聊聊" in text]) == 1


def test_who_is_merged_reads_how_the_other_one_was_decided(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    write(stage, stage.zhou, "第二排的风能不能关掉")
    decide(stage, 1, "暂不采纳", "查过了，硬件做不到")
    decide(stage, 2, "合并到…", "1")
    assert "那条这次没有采纳，原因：查过了，硬件做不到" in stage.said(stage.zhou)[-1]


def test_a_merge_that_names_no_ticket_can_be_left_from_where_it_is_refused(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    for words in ("和昨天那条一样", "1", "88"):
        decide(stage, 1, "合并到…", words)
        assert "没找到要并进去的那条" in stage.said(stage.mo)[-1]
    stage.press(stage.mo, stage.last(stage.mo), "先不弄了")
    stage.mo.say(stage.world.private(stage.mo), "和昨天那条一样")
    stage.play()
    assert "没找到" not in stage.said(stage.mo)[-1]


def test_a_word_or_two_are_no_criticism_yet(stage: Stage) -> None:
    write(stage, stage.lin, "太短")
    assert "“太短”先留着。再补一句" in stage.said(stage.lin)[-1]
    stage.lin.say(stage.world.private(stage.lin), "后排出风口希望能单独关")
    stage.play()
    assert "编号 #1" in stage.said(stage.lin)[-1]
    assert "太短\n后排出风口" in card(stage, 1).text


def test_an_album_reaches_the_staff_as_one_message_below_its_card(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/feedback")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "署名写")
    stage.press(stage.lin, stage.last(stage.lin), "遇到问题")
    stage.lin.album(stage.world.private(stage.lin), ["photo-1", "photo-2", "photo-3"], caption="中控屏这样花了")
    stage.play()
    stage.advance(3)
    assert "图在下面。" in card(stage, 1).text
    shown = stage.messages(stage.staff)[-3:]
    assert all(one.media for one in shown)
    assert len({one.album for one in shown}) == 1
    stage.mo.say(stage.staff, "哪个版本？", reply_to=shown[1])
    stage.play()
    assert "哪个版本" in stage.said(stage.lin)[-1]


def adopted_in_chinese(stage: Stage) -> Chat:
    """There is an English community as well; the change is written in Chinese; that community."""
    english = beside(stage, "Star Drivers", "en", [stage.owner])
    write(stage, stage.lin, "后排出风口希望能单独关")
    decide(stage, 1, "采纳", "后排出风口可以单独关闭")
    assert "“\u2068Star Drivers\u2069”" in stage.said(stage.mo)[-1]
    return english


def test_a_change_is_worded_in_every_language_of_the_groups(stage: Stage) -> None:
    english = adopted_in_chinese(stage)
    assert "采纳了" not in stage.said(stage.lin)[-1]
    stage.mo.say(stage.world.private(stage.mo), "The rear vent can be closed on its own")
    stage.play()
    stage.sends(stage.mo)
    stage.press(stage.lin, stage.last(stage.lin), "可以写我的名字")
    assert "后排出风口可以单独关闭" in stage.said(stage.group)[-1]
    assert "rear vent" in stage.said(english)[-1] and "出风口" not in stage.said(english)[-1]
    stage.lin.say(stage.world.private(stage.lin), "/card")
    stage.play()
    assert "💡 带来的改动：后排出风口可以单独关闭" in stage.said(stage.lin)[-1]
    decide(stage, 1, "已上线", "2.8.0")
    assert "2.8.0" in stage.said(english)[-1] and "rear vent" in stage.said(english)[-1]


def test_without_words_in_its_language_a_group_hears_nothing_and_the_card_says_so(stage: Stage) -> None:
    english = adopted_in_chinese(stage)
    before = stage.said(english)
    stage.press(stage.mo, stage.last(stage.mo), "只发中文群")
    stage.press(stage.lin, stage.last(stage.lin), "可以写我的名字")
    assert "后排出风口可以单独关闭" in stage.said(stage.group)[-1]
    assert stage.said(english) == before
    assert "没发到“\u2068Star Drivers\u2069”" in card(stage, 1).text
    stage.mo.say(stage.world.private(stage.mo), "That is all")
    stage.play()
    assert stage.said(english) == before


def test_a_missing_language_is_added_later_and_its_group_reads_what_the_others_have_read(stage: Stage) -> None:
    english = adopted_in_chinese(stage)
    stage.press(stage.mo, stage.last(stage.mo), "只发中文群")
    stage.press(stage.lin, stage.last(stage.lin), "可以写我的名字")
    before = len(stage.said(stage.group))
    assert stage.press(stage.mo, card(stage, 1), "补上另一种语言") == "请在私聊里写给我。"
    stage.mo.say(stage.world.private(stage.mo), "后排可以单独关")
    stage.play()
    assert "用英文怎么说" in stage.said(stage.mo)[-1], "that was the language that there is already"
    stage.mo.say(stage.world.private(stage.mo), "The rear vent can be closed on its own")
    stage.play()
    stage.sends(stage.mo)
    assert "rear vent" in stage.said(english)[-1] and "林晓" in stage.said(english)[-1]
    assert len(stage.said(stage.group)) == before
    assert "没发到" not in card(stage, 1).text
    assert "补上另一种语言" not in [one.text for row in card(stage, 1).buttons for one in row]
