"""Thanks that call somebody by name, without an @ and without a reply."""

import pytest

from sandbox.text.entities import Entity
from sandbox.world.people import Person
from storage.daily import thanks
from tests.handlers.daily.thanking import MONDAY, told
from tests.stage import Stage


def thanked(stage: Stage) -> list[str]:
    """Who has been thanked today, by name."""
    group = stage.community().id
    names = {stage.member(one).id: one.name for one in stage.everyone}
    return [names[one.member] for one in stage.do(lambda tx: thanks.helpers(tx, group, MONDAY, MONDAY, 10))]


def called(stage: Stage, name: str) -> Person:
    """Somebody of that name, who has long been in the group."""
    person = stage.world.person(name)
    person.join(stage.group)
    person.say(stage.group, "大家好")
    stage.play()
    stage.everyone.append(person)
    version = stage.programme.brand.covenant_version
    member = stage.member(person).id
    stage.do(lambda tx: tx.run("UPDATE member SET covenant_version = :v WHERE id = :m", v=version, m=member))
    return person


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("林晓满", "谢谢林晓满"),
        ("林晓满", "谢谢林晓满！"),
        ("林晓满", "谢谢 林晓满 🙏"),
        ("林晓满", "🙏谢谢你，林晓满"),
        ("林晓满", "谢谢晓满"),
        ("林晓满", "多谢晓满姐"),
        ("林晓满", "感谢林晓满的分享"),
        ("林晓满", "谢谢林晓满昨天来接我"),
        ("林晓满", "谢谢 林晓满 上次的建议，这周骑车手一点不冷"),
        ("林晓满", "谢谢林晓满之前的分享"),
        ("林晓满", "弄好了，谢谢林晓满"),
        ("林晓满", "謝謝林晓满老师，一下就好了"),
        ("夏天", "谢谢夏天"),
        ("Mary Ann", "thanks Mary Ann"),
        ("Mary Ann", "Thank you, mary ann!"),
        ("Ｋevin", "感谢kevin，图很清楚"),
        ("老何(售后)", "谢谢老何(售后)"),
        ("阿宁🌙", "谢谢阿宁🌙"),
    ],
)
def test_the_one_who_is_called_that_is_thanked(stage: Stage, name: str, text: str) -> None:
    called(stage, name)
    message = stage.lin.say(stage.group, text)
    stage.play()
    assert thanked(stage) == [name]
    assert message.reactions


def test_what_follows_the_name_is_kept_as_the_reason(stage: Stage) -> None:
    stage.lin.say(stage.group, "谢谢何川，图很清楚")
    stage.play()
    group, he = stage.community().id, stage.member(stage.he).id
    [words] = stage.do(lambda tx: thanks.words_for(tx, group, he, MONDAY, MONDAY, 10))
    assert words.reason == "图很清楚"


@pytest.mark.parametrize("text", ["谢谢林晓满", "谢谢周舟和何川", "谢谢何川、周舟"])
def test_of_several_who_may_be_meant_nobody_is_paid_and_it_is_said_how(stage: Stage, text: str) -> None:
    called(stage, "林晓满")
    called(stage, "林晓满")
    stage.lin.say(stage.group, text)
    stage.play()
    assert thanked(stage) == []
    assert "谢的是哪一位" in told(stage, stage.lin)[-1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("老板", "谢谢老板"),
        ("大家", "谢谢大家"),
        ("老司机", "谢谢老司机带路"),
        ("分享", "感谢分享"),
        ("小米", "谢谢小米的快充"),
        ("夏天", "谢谢夏天的风"),
        ("周", "谢谢周"),
        ("何川", "谢谢何川了吗？"),
        ("何川", "谢谢何川，不用了"),
        ("何川", "谢谢何川提醒，但没用"),
        ("何川", "谢谢何川家的咖啡"),
        ("何川", "谢谢何川上次的咖啡"),
        ("何川", "替我谢谢何川"),
        ("何川", "“谢谢何川”"),
        ("何川", "谢谢何川@lin"),
        ("Ann", "thanks Anna"),
        ("Li", "thanks Linda"),
        ("林晓", "谢谢林晓"),
        ("橘猫", "感谢橘猫治好了我的内耗"),
    ],
)
def test_talk_in_which_a_name_stands_thanks_nobody(stage: Stage, name: str, text: str) -> None:
    if name not in {one.name for one in stage.everyone}:
        called(stage, name)
    stage.lin.say(stage.group, text)
    stage.play()
    assert thanked(stage) == []
    assert told(stage, stage.lin) == []


def test_who_left_the_group_and_who_is_in_another_is_not_meant(stage: Stage) -> None:
    stage.zhou.leave(stage.group)
    stage.play()
    stage.lin.say(stage.group, "谢谢周舟")
    stage.play()
    assert thanked(stage) == []
    assert told(stage, stage.lin) == []


def test_a_forwarded_thank_thanks_nobody_and_a_reply_to_another_thanks_who_is_named(stage: Stage) -> None:
    told_ = stage.zhou.say(stage.group, "胎压在车机里重置")
    stage.lin.forward(stage.zhou.say(stage.world.private(stage.zhou), "谢谢何川"), stage.group)
    stage.play()
    assert thanked(stage) == []
    stage.lin.say(stage.group, "谢谢何川", reply_to=told_)
    stage.play()
    assert thanked(stage) == ["何川"]


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ("谢谢 @he 昨天帮我开门", ["何川"]),
        ("thanks @he!", ["何川"]),
        ("谢谢 @zhou，好了", ["周舟"]),
        ("谢谢 @stranger", []),
    ],
)
def test_in_a_reply_whoever_is_marked_is_thanked(stage: Stage, said: str, whom: list[str]) -> None:
    stage.lin.say(stage.group, said, reply_to=stage.zhou.say(stage.group, "胎压在车机里重置"))
    stage.play()
    assert thanked(stage) == whom
    assert len(told(stage, stage.lin)) == (0 if whom else 1)


@pytest.mark.parametrize(
    "text",
    [
        "谢谢 @zhou @owner",
        "谢谢 @zhou、@owner，回家的路上全靠你们",
        "多谢 @zhou 和 @owner",
        "thanks @zhou and @owner!",
        "@zhou @owner 谢谢！",
        "@zhou 和 @owner，辛苦了",
    ],
)
def test_of_two_who_are_marked_beside_each_other_nobody_is_passed_over_in_silence(stage: Stage, text: str) -> None:
    stage.he.say(stage.group, text)
    stage.play()
    assert thanked(stage) == []
    assert any("谢的是哪一位" in one for one in told(stage, stage.he)), text


@pytest.mark.parametrize("text", ["谢谢 @zhou 昨天来接我，@owner 下次一起", "谢谢 @zhou"])
def test_who_is_only_told_of_it_does_not_stand_in_the_way(stage: Stage, text: str) -> None:
    stage.he.say(stage.group, text)
    stage.play()
    assert thanked(stage) == ["周舟"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("@zhou 谢谢！", ""),
        ("@zhou，谢谢你昨天来接我", "昨天来接我"),
        ("@zhou 太感谢了", ""),
        ("@zhou thanks!", ""),
        ("@zhou 谢谢啦，一试就好了", "一试就好了"),
    ],
)
def test_who_is_called_first_is_thanked_too(stage: Stage, text: str, reason: str) -> None:
    stage.he.say(stage.group, text)
    stage.play()
    assert thanked(stage) == ["周舟"]
    group, zhou = stage.community().id, stage.member(stage.zhou).id
    kept = stage.do(lambda tx: thanks.words_for(tx, group, zhou, MONDAY, MONDAY, 10))
    assert [words.reason for words in kept] == ([reason] if reason else [])


def test_who_has_no_at_name_is_called_first_by_a_mention(stage: Stage) -> None:
    aunt = called(stage, "兰姨")
    stage.he.say(stage.group, "兰姨 谢谢！", entities=[Entity("text_mention", 0, 2, user_id=aunt.id)])
    stage.play()
    assert thanked(stage) == ["兰姨"]


@pytest.mark.parametrize(
    "text",
    ["@zhou 谢谢，不用了", "@zhou 谢谢配合", "@zhou 感谢信在哪领？", "@zhou 在吗，谢谢", "麻烦 @zhou 谢谢", "@zhou +1"],
)
def test_talk_that_begins_with_a_call_thanks_nobody(stage: Stage, text: str) -> None:
    stage.he.say(stage.group, text)
    stage.play()
    assert thanked(stage) == []
    assert told(stage, stage.he) == []


@pytest.mark.parametrize("text", ["谢谢 @kocbot", "@kocbot 谢谢！", "謝謝 @kocbot～"])
def test_who_thanks_the_bot_is_answered_kindly(stage: Stage, text: str) -> None:
    stage.lin.say(stage.group, text)
    stage.play()
    [answer] = told(stage, stage.lin)
    assert "没听懂" not in answer and any(word in answer for word in ("不客气", "客气啦", "能帮上", "小事"))
