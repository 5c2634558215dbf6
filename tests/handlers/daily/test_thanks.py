"""Thanking in the group: quiet when it counts, said to the giver alone when it does not."""

import pytest

from rules.programme.programme import Programme
from sandbox.world.people import Person
from storage import outcomes
from storage.daily import thanks
from tests.handlers.daily.thanking import MONDAY, helped, told
from tests.stage import Stage


def points(stage: Stage, person: Person) -> int:
    """Lifetime contribution."""
    return stage.member(person).contribution


def test_thanks_in_a_reply_pay_the_author_and_are_acknowledged_by_a_handshake(stage: Stage) -> None:
    message = helped(stage)
    word = stage.lin.say(stage.group, "谢谢你，讲得很清楚！", reply_to=message)
    stage.play()
    assert word.reactions == {stage.world.bot.id: "🤝"}
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []
    assert points(stage, stage.zhou) == 4 and points(stage, stage.lin) == 0


@pytest.mark.parametrize("word", ["感谢", "多谢！", "Thanks", "thank you so much", "THX", "+1", "谢谢大佬"])
def test_people_thank_in_many_words(stage: Stage, word: str) -> None:
    message = helped(stage)
    stage.lin.say(stage.group, word, reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4


@pytest.mark.parametrize("word", ["+10086", "thanksgiving plans?", "不谢谢", "说声谢谢"])
def test_talk_that_only_looks_like_thanks_does_nothing(stage: Stage, word: str) -> None:
    message = helped(stage)
    stage.lin.say(stage.group, word, reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_thanks_to_nobody_in_particular_are_ordinary_talk(stage: Stage) -> None:
    helped(stage)
    stage.lin.say(stage.group, "谢谢")
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []


def test_a_reaction_thanks_without_a_trace_in_the_group(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 4
    assert stage.said(stage.group) == [] and told(stage, stage.lin) == []


def test_a_reaction_that_is_not_thanks_pays_nothing(stage: Stage) -> None:
    message = helped(stage)
    stage.lin.react(message, "😁")
    stage.play()
    assert points(stage, stage.zhou) == 0


def test_a_message_is_paid_once_however_often_it_is_thanked_for(stage: Stage) -> None:
    message = helped(stage)
    for emoji in ("❤", None, "🙏", None, "❤"):
        stage.lin.react(message, emoji)
    stage.lin.say(stage.group, "谢谢，图很清楚", reply_to=message)
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    assert points(stage, stage.zhou) == 4
    [whisper] = told(stage, stage.lin)
    assert "谢过啦" in whisper


def test_nobody_thanks_themselves(stage: Stage) -> None:
    message = helped(stage)
    stage.zhou.say(stage.group, "谢谢", reply_to=message)
    stage.zhou.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 0
    [whisper] = told(stage, stage.zhou)
    assert "自己谢自己" in whisper


def test_a_refusal_is_told_once_a_day_and_then_stays_in_why(stage: Stage) -> None:
    for _ in range(3):
        stage.zhou.say(stage.group, "谢谢", reply_to=helped(stage))
    stage.play()
    assert len(told(stage, stage.zhou)) == 1
    stage.zhou.say(stage.world.private(stage.zhou), "/why")
    stage.play()
    assert stage.last(stage.zhou).text.count("谢的是自己") == 3


def test_the_bot_takes_thanks_with_kind_words(stage: Stage) -> None:
    stage.lin.say(stage.group, "/covenant@kocbot")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=stage.last(stage.group))
    stage.play()
    assert "我是机器人" in told(stage, stage.lin)[-1]
    stage.lin.say(stage.world.private(stage.lin), "/help")
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "谢谢", reply_to=stage.last(stage.lin))
    stage.play()
    assert "不客气" in stage.last(stage.lin).text


def test_thanks_for_a_message_whose_author_nobody_remembers_are_told_in_why(stage: Stage) -> None:
    message = helped(stage)
    stage.do(lambda tx: tx.run("DELETE FROM message_author"))
    stage.lin.react(message, "❤")
    stage.lin.say(stage.world.private(stage.lin), "/why")
    stage.play()
    assert points(stage, stage.zhou) == 0
    assert "查不到是谁写的" in stage.last(stage.lin).text


def test_a_hundred_reactions_of_everybody_pay_each_giver_once(stage: Stage) -> None:
    message = helped(stage)
    for _ in range(25):
        for person in (stage.lin, stage.he, stage.mo, stage.rui):
            stage.world.advance(1)
            person.react(message, None)
            person.react(message, "❤")
    stage.play()
    assert points(stage, stage.zhou) == 16


def test_nothing_happens_in_the_staff_group(stage: Stage) -> None:
    message = stage.mo.say(stage.staff, "排班好了")
    stage.rui.say(stage.staff, "谢谢", reply_to=message)
    stage.rui.react(message, "❤")
    stage.play()
    assert stage.said(stage.staff) == [] and points(stage, stage.mo) == 0


def test_a_brand_may_choose_other_words(stage: Stage) -> None:
    elsewhere = Stage(Programme(words={"thanks": ("辛苦了",)}))
    message = helped(elsewhere)
    elsewhere.lin.say(elsewhere.group, "谢谢", reply_to=message)
    elsewhere.lin.say(elsewhere.group, "辛苦了", reply_to=message)
    elsewhere.play()
    assert points(elsewhere, elsewhere.zhou) == 4


def test_a_reaction_put_on_and_off_leaves_one_line_in_why(stage: Stage) -> None:
    message = helped(stage)
    stage.do(lambda tx: tx.run("DELETE FROM message_author"))
    for emoji in ("❤", None, "❤", None, "🙏"):
        stage.lin.react(message, emoji)
    stage.play()
    lin = stage.member(stage.lin).id
    assert len(stage.do(lambda tx: outcomes.latest(tx, lin, 10))) == 1


def test_the_longer_of_two_words_is_meant() -> None:
    stage = Stage(Programme(words={"thanks": ("谢谢", "谢谢支持")}))
    stage.lin.say(stage.group, "谢谢支持，配件到了", reply_to=helped(stage))
    stage.play()
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert words.reason == "配件到了"
