"""A copied name is refreshed by each update that brings another, and that is what people read from then on."""

import pytest

from rules.people import Part
from sandbox.world.messages import Message
from storage import groups
from tests.stage import Stage

OLD, NEW = "星途车友会", "长沙的路上"


def retitled(stage: Stage) -> None:
    """The community is called otherwise, and somebody says something there."""
    stage.group.title = NEW
    stage.group.changed()
    stage.lin.say(stage.group, "签到")
    stage.play()


def shown(stage: Stage, words: str, *, privately: bool = False) -> str:
    """What the owner reads after a command, the buttons below it as well."""
    before = [id(message) for message in _visible(stage)]
    stage.owner.say(stage.world.private(stage.owner) if privately else stage.group, words)
    stage.play()
    new = [message for message in _visible(stage) if id(message) not in before]
    return "\n".join(
        line for one in new for line in (one.text, *(button.text for row in one.buttons for button in row))
    )


def _visible(stage: Stage) -> list[Message]:
    chats = (stage.group, stage.world.private(stage.owner))
    return [one for chat in chats for one in (*stage.messages(chat), *chat.ephemeral.values())]


def sheet(stage: Stage, name: str) -> str:
    """The sheet that the owner is sent."""
    stage.owner.say(stage.world.private(stage.owner), f"/export {name}")
    stage.play()
    document = stage.last(stage.owner).media
    assert document is not None
    return document.file.data.decode("utf-8")


@pytest.mark.parametrize("words", ["/top", "/top month", "/doctor"])
def test_a_groups_new_title_is_read_in_the_group(stage: Stage, words: str) -> None:
    retitled(stage)
    text = shown(stage, words)
    assert NEW in text and OLD not in text


@pytest.mark.parametrize("words", ["/post", "/post 周榜", "/jobs", "/doctor", "/broadcast 周六上午集合"])
def test_a_groups_new_title_is_read_where_staff_choose_and_plan(stage: Stage, words: str) -> None:
    retitled(stage)
    text = shown(stage, words, privately=True)
    assert NEW in text and OLD not in text


def test_a_groups_new_title_is_in_the_sheet(stage: Stage) -> None:
    retitled(stage)
    assert NEW in sheet(stage, "群") and OLD not in sheet(stage, "群")


def test_a_groups_new_title_stands_where_a_preview_was_made_before(stage: Stage) -> None:
    shown(stage, "/broadcast 周六上午集合", privately=True)
    preview = stage.last(stage.owner)
    retitled(stage)
    stage.press(stage.owner, preview, "现在发")
    assert OLD not in stage.last(stage.owner).text


def test_what_the_covenant_had_held_back_brings_no_old_title(stage: Stage) -> None:
    stage.xin.say(stage.group, "签到")
    stage.play()
    retitled(stage)
    stage.press(stage.xin, stage.whispers(stage.xin)[-1], "我同意")
    assert NEW in shown(stage, "/top")


def test_a_channels_new_title_is_read_wherever_it_is_named(stage: Stage) -> None:
    channel = stage.do(lambda tx: groups.by_chat(tx, stage.channel.id))
    assert channel is not None and channel.part is Part.CHANNEL
    stage.do(lambda tx: groups.titled(tx, channel, "车友的镜头", None))
    assert "车友的镜头" in sheet(stage, "群")
    assert "车友的镜头" in shown(stage, "/doctor", privately=True)


@pytest.mark.parametrize("how", ["says", "is replied to", "is thanked", "reacts", "edits", "leaves"])
def test_a_members_new_name_is_on_the_board_whatever_brought_it(stage: Stage, how: str) -> None:
    said = stage.zhou.say(stage.group, "签到")
    stage.play()
    stage.clock.advance(60)
    stage.zhou.rename("周小舟", "zhouzhou")
    {
        "says": lambda: stage.zhou.say(stage.group, "改名啦"),
        "is replied to": lambda: stage.he.say(stage.group, "早", reply_to=said),
        "is thanked": lambda: stage.he.say(stage.group, "谢谢", reply_to=said),
        "reacts": lambda: stage.zhou.react(said, "👍"),
        "edits": lambda: stage.zhou.edit(said, "签到！"),
        "leaves": lambda: (stage.zhou.leave(stage.group), stage.zhou.join(stage.group)),
    }[how]()
    stage.play()
    assert "周小舟" in shown(stage, "/top")
    assert "周小舟 @zhouzhou" in shown(stage, "/member @zhouzhou", privately=True).replace("\u2069", "")


def test_of_somebody_unmet_a_reply_to_them_remembers_nothing(stage: Stage) -> None:
    stranger = stage.world.person("路人")
    stranger.join(stage.group)
    stage.world.updates.clear()
    words = stranger.say(stage.group, "大家好")
    stage.world.updates.clear()
    stage.he.say(stage.group, "你好", reply_to=words)
    stage.play()
    assert "路人" not in sheet(stage, "成员")
