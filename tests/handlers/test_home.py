"""What was done in no group is counted and told where its author is at home, and nowhere else."""

import pytest

from actions.operations.audit import verify
from rules.people import BRAND
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from storage import groups
from tests.databases import rows
from tests.handlers.works.desk import published, reviewed
from tests.places import beside, moved, second
from tests.stage import Stage

QUARTER_HOUR_S = 900


def scopes(stage: Stage) -> set[int]:
    """Where lin's points stand on boards."""
    found = rows(stage.connection, f"SELECT DISTINCT scope FROM tally WHERE member = {stage.member(stage.lin).id}")
    return {row.scope for row in found}


def at(stage: Stage, chat: Chat) -> int:
    """The group's id of ours."""
    [row] = rows(stage.connection, f"SELECT id FROM chat_group WHERE chat_id = {chat.id}")
    return int(row.id)


def handed_in_privately(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.send(stage.world.private(stage.lin), photo=b"work", caption="三张")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "交上去")


def test_work_handed_in_privately_is_thanked_where_its_author_is(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    handed_in_privately(stage)
    reviewed(stage, "通过并精选", "开头抓人")
    assert not any("林晓" in text for text in stage.said(stage.group))
    assert "林晓" in stage.said(there)[-1]
    assert scopes(stage) == {BRAND, at(stage, there)}


def test_of_work_that_stands_in_a_group_its_author_has_left_they_read_at_home(stage: Stage) -> None:
    published(stage)
    there = second(stage, [stage.lin])
    stage.lin.send(stage.group, photo=b"work", caption="#挑战1 剪了三遍")
    stage.lin.leave(stage.group)
    stage.play()
    reviewed(stage, "通过并精选", "开头抓人")
    assert not any("精选" in text for text in stage.said(stage.group))
    assert "林晓" in stage.said(there)[-1]


def test_a_grant_from_the_staff_group_counts_at_home_and_its_level_is_told_there(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    stage.mo.say(stage.staff, "/grant @lin 60 夜里帮新车友拖车")
    stage.play()
    assert scopes(stage) == {BRAND, at(stage, there)}
    assert stage.said(there) == []
    stage.advance(12 * 3600)
    assert not any("林晓" in text for text in stage.said(stage.group))
    assert sum("Regular" in text for text in stage.said(there)) == 1


def test_a_check_in_in_private_counts_at_home(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    stage.lin.say(stage.world.private(stage.lin), "签到")
    stage.play()
    assert scopes(stage) == {BRAND, at(stage, there)}


def test_a_level_reached_where_one_is_no_longer_is_told_at_home(stage: Stage) -> None:
    there = second(stage, [stage.lin])
    stage.mo.say(stage.group, "/grant @lin 60 夜里帮新车友拖车")
    stage.play()
    stage.lin.leave(stage.group)
    stage.play()
    before = len(stage.said(stage.group))
    stage.advance(12 * 3600)
    assert not any("活跃车友" in text for text in stage.said(stage.group)[before:])
    assert sum("Regular" in text for text in stage.said(there)) == 1


def test_the_morning_card_counts_those_of_its_own_group(stage: Stage) -> None:
    there = second(stage, [stage.he])
    group = at(stage, there)
    stage.do(lambda tx: groups.set_timezone(tx, group, "Asia/Shanghai"))
    for person, chat in ((stage.lin, stage.group), (stage.zhou, stage.group), (stage.he, there)):
        person.say(chat, "签到")
    stage.owner.say(stage.world.private(stage.owner), "签到")
    stage.play()
    stage.advance(24 * 3600)
    assert any("有 3 位车友签到" in text for text in stage.said(stage.group))
    assert any("1 member checked in" in text for text in stage.said(there))


def asked_in_private(stage: Stage) -> Message:
    stage.lin.say(stage.world.private(stage.lin), "/streak")
    stage.play()
    return stage.last(stage.lin)


def test_who_is_in_several_groups_sees_and_chooses_their_home_in_private_until_they_leave_it(stage: Stage) -> None:
    there = second(stage, [stage.lin])
    shown = asked_in_private(stage)
    stage.press(stage.lin, shown, "Star Drivers LA")
    assert "都算在你选的“Star Drivers LA”" in shown.text
    assert "洛杉矶" in shown.text
    for n in range(20):
        stage.lin.say(stage.group, f"第 {n} 次保养")
    stage.play()
    stage.mo.say(stage.staff, "/grant @lin 60 夜里帮新车友拖车")
    stage.play()
    assert scopes(stage) == {BRAND, at(stage, there)}
    stage.lin.leave(there)
    stage.play()
    assert stage.member(stage.lin).home == at(stage, stage.group)
    there.members.clear()
    assert "你选的" not in asked_in_private(stage).text


def test_who_is_as_active_in_two_groups_is_asked(stage: Stage) -> None:
    there = second(stage, [stage.lin])
    lin = stage.member(stage.lin).id
    sql = "UPDATE membership SET messages = 50 WHERE member = :member"
    stage.do(lambda tx: tx.run(sql, member=lin))
    shown = asked_in_private(stage)
    assert "你在几个群一样活跃" in shown.text
    stage.press(stage.lin, shown, there.title)
    assert "一样活跃" not in asked_in_private(stage).text


def test_in_a_group_nothing_is_said_of_other_groups(stage: Stage) -> None:
    second(stage, [stage.lin])
    stage.lin.say(stage.group, "/streak")
    stage.play()
    assert "Star Drivers LA" not in stage.whispers(stage.lin)[-1].text


@pytest.mark.parametrize("words", ["签到", "/me"])
def test_who_is_as_active_in_two_groups_is_asked_once_with_an_answer_that_is_due_in_private(
    stage: Stage, words: str
) -> None:
    there = second(stage, [stage.lin])
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: tx.run("UPDATE membership SET messages = 50 WHERE member = :member", member=lin))
    stage.lin.say(stage.group, words)
    stage.play()
    assert stage.said(stage.lin) == []
    stage.lin.say(stage.world.private(stage.lin), "/me")
    stage.play()
    asked = stage.last(stage.lin)
    assert "顺便问一句" in asked.text
    stage.lin.say(stage.world.private(stage.lin), "/me")
    stage.play()
    assert sum("顺便问一句" in text for text in stage.said(stage.lin)) == 1
    stage.press(stage.lin, asked, there.title)
    assert "都算在" in asked.text and "Star Drivers LA" in asked.text
    assert stage.member(stage.lin).home == at(stage, there)


def test_home_is_chosen_by_itself_again(stage: Stage) -> None:
    second(stage, [stage.lin])
    shown = asked_in_private(stage)
    stage.press(stage.lin, shown, "Star Drivers LA")
    stage.press(stage.lin, shown, "自动选（最活跃的群）")
    assert "你在那儿最活跃" in shown.text and "星途车友会" in shown.text
    assert "自动选（最活跃的群）" not in [button.text for row in shown.buttons for button in row]
    assert stage.member(stage.lin).home == at(stage, stage.group)


@pytest.mark.parametrize("how", ["joins", "writes"])
def test_who_left_one_group_and_comes_to_another_stands_on_the_boards_of_the_brand(stage: Stage, how: str) -> None:
    there = beside(stage, "杭州车友会", "zh", [stage.owner, *([stage.lin] if how == "writes" else [])])
    stage.world.updates.clear()
    stage.lin.leave(stage.group)
    stage.play()
    if how == "joins":
        stage.lin.join(there)
    else:
        stage.lin.say(there, "早上好，刚从上海搬过来")
    stage.play()
    stage.lin.say(there, "签到")
    stage.play()
    [own] = rows(stage.connection, f"SELECT competes FROM tally WHERE scope = {BRAND} AND period = '2026-W47'")
    assert own.competes == 1
    assert stage.do(lambda tx: verify(tx, stage.programme)).problems == ()
