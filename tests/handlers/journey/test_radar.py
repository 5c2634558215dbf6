"""The radar, as the team sees it: a list on Monday with evidence, and who talks to whom."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rules.people import Role
from sandbox.world.messages import Message
from storage import members
from tests.handlers.daily.asking import solved
from tests.handlers.daily.noting import published
from tests.handlers.honour.announcing import crowd, help_people, plain
from tests.stage import Stage


def monday(stage: Stage) -> list[Message]:
    """Until after the next Monday at ten; the lists in the staff group."""
    now = datetime.fromtimestamp(stage.clock.now(), ZoneInfo("Asia/Shanghai"))
    then = (now + timedelta(days=7 - now.weekday())).replace(hour=10, minute=0, second=30)
    stage.advance((then - now).total_seconds())
    return [one for one in stage.messages(stage.staff) if "苗子雷达" in one.text]


def helped(stage: Stage) -> None:
    """Four different people thank zhou."""
    help_people(stage, stage.zhou, crowd(stage, 4))


def test_whom_different_people_thanked_is_named_with_evidence_and_a_first_step(stage: Stage) -> None:
    helped(stage)
    [listed] = monday(stage)
    said = plain(listed.text)
    assert "周舟" in said and "4 位不同的车友谢过 TA（看一条）" in said
    assert "刚冒头" in said and "第一步：私聊谢谢 TA" in said
    assert not any("雷达" in text for text in stage.said(stage.zhou))


def test_two_friends_who_thank_again_and_again_are_no_sign(stage: Stage) -> None:
    for _ in range(4):
        help_people(stage, stage.zhou, [stage.lin, stage.he])
        stage.advance(86_400)
    assert monday(stage) == []


def test_nobody_is_named_twice_and_nobody_with_an_office(stage: Stage) -> None:
    helped(stage)
    assert len(monday(stage)) == 1
    helped(stage)
    assert len(monday(stage)) == 1
    he = stage.member(stage.he)
    stage.do(lambda tx: members.give_role(tx, he.id, Role.MENTOR, None, 0))
    help_people(stage, stage.he, crowd(stage, 4))
    assert len(monday(stage)) == 1


def test_who_asks_first_about_a_new_version_is_a_tester(stage: Stage) -> None:
    published(stage)
    stage.lin.say(stage.group, "/ask 2.3 升级以后钥匙要重新配对吗")
    stage.play()
    stage.he.say(stage.group, "/ask 2.3 升级以后空调变慢了吗")
    stage.play()
    [listed] = monday(stage)
    assert "林晓" in listed.text and "1 次最先说出来" in listed.text and "何川" not in listed.text


def test_long_answers_count_by_the_people_who_valued_them(stage: Stage) -> None:
    for asker, question in ((stage.lin, "胎压怎么看"), (stage.he, "雨刮怎么换"), (stage.mo, "空调滤芯怎么换")):
        solved(stage, asker, stage.zhou, question, "先把车停平，熄火，等十分钟再动手。" * 8)
    [listed] = monday(stage)
    assert "3 位车友采纳或谢过 TA 写的长文" in plain(listed.text)


def test_one_of_the_team_takes_a_name_and_lets_it_go(stage: Stage) -> None:
    helped(stage)
    [listed] = monday(stage)
    stage.press(stage.mo, listed, "👋 周舟")
    assert "莫莫 在联系" in plain(listed.text)
    rui = stage.member(stage.rui).id
    stage.do(lambda tx: members.give_role(tx, rui, Role.MODERATOR, None, 0))
    assert "莫莫 在联系 TA 了" in plain(stage.press(stage.rui, listed, "放手：周舟"))
    stage.press(stage.mo, listed, "放手：周舟")
    assert "在联系" not in plain(listed.text)
    stage.owner.say(stage.world.private(stage.owner), "/radar")
    stage.play()
    assert "周舟" in stage.last(stage.owner).text


def test_before_the_first_list_there_is_a_word(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/radar")
    stage.play()
    assert "雷达上还没有人" in stage.last(stage.mo).text


def test_a_name_is_free_again_once_its_holder_is_of_the_team_no_more_and_operators_may_free_it(stage: Stage) -> None:
    helped(stage)
    [listed] = monday(stage)
    stage.press(stage.mo, listed, "👋 周舟")
    stage.press(stage.owner, listed, "放手：周舟")
    assert "在联系" not in plain(listed.text)
    stage.press(stage.mo, listed, "👋 周舟")
    stage.owner.say(stage.world.private(stage.owner), "/dismiss @mo 版主")
    stage.play()
    stage.owner.say(stage.staff, "/radar")
    stage.play()
    shown = stage.last(stage.staff)
    stage.press(stage.owner, shown, "👋 周舟")
    assert "品牌主理人 在联系" in plain(shown.text)
