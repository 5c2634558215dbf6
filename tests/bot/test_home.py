"""Where a member is at home follows from what the bot sees of them."""

from rules.people import Group, Part
from sandbox.world.chats import Chat
from storage import groups, homes
from tests.stage import Stage


def another(stage: Stage, title: str = "长沙车友会") -> Chat:
    """A second community, in which lin and zhou are as well."""
    chat = stage.world.group(title, people=[stage.lin, stage.zhou], bot="administrator")
    stage.do(lambda tx: groups.activate(tx, chat.id, title, Part.COMMUNITY, "America/Los_Angeles", "en", 0))
    return chat


def home(stage: Stage) -> Group | None:
    lin = stage.member(stage.lin)
    return stage.do(lambda tx: homes.of(tx, lin))


def test_one_community_is_home_from_the_day_one_came(stage: Stage) -> None:
    assert home(stage) == stage.community()


def test_home_is_another_group_once_clearly_more_was_written_there(stage: Stage) -> None:
    there = another(stage)
    for n in range(150):
        stage.lin.say(there, f"第 {n} 句")
    stage.play()
    assert home(stage) == stage.community()
    stage.lin.say(there, "再一句")
    stage.play()
    assert (found := home(stage)) and found.chat_id == there.id


def test_who_leaves_is_at_home_where_they_still_are_and_else_nowhere(stage: Stage) -> None:
    there = another(stage)
    stage.lin.say(there, "来了")
    stage.lin.leave(stage.group)
    stage.play()
    assert (found := home(stage)) and found.chat_id == there.id
    stage.lin.leave(there)
    stage.play()
    assert home(stage) is None


def test_a_group_that_takes_part_no_longer_is_nobodys_home(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(stage.group), "停用")
    stage.press(stage.owner, stage.last(stage.group), "确认停用")
    assert home(stage) is None


def test_the_staff_group_is_nobodys_home(stage: Stage) -> None:
    stage.owner.say(stage.staff, "在吗")
    stage.owner.leave(stage.group)
    stage.play()
    assert stage.member(stage.owner).home is None
