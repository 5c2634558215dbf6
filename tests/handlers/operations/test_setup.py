"""Setting up groups: nothing happens before the owner says so, and nothing for strangers."""

import pytest

from handlers.operations.setup import ZONES
from messages.calendar import calendar
from messages.vocabulary import vocabulary
from rules.people import Group, Part, Purpose
from rules.reading.zones import zone_called
from sandbox.world.chats import Chat
from storage import groups, members
from tests.stage import Stage


def place(stage: Stage, chat: Chat) -> Group | None:
    return stage.do(lambda tx: groups.by_chat(tx, chat.id))


def test_a_group_does_nothing_until_the_owner_gives_it_a_part(stage: Stage) -> None:
    new = stage.world.group("新车友群", people=[stage.owner, stage.lin], bot="administrator")
    stage.world.updates.clear()
    stage.lin.say(new, "签到")
    stage.lin.say(new, "/checkin")
    stage.lin.say(new, "/setup")
    stage.play()
    assert stage.said(new) == []
    stage.owner.say(new, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(new), "社群（大家聊天、攒积分）")
    assert place(stage, new)
    stage.lin.say(new, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 2


def test_the_owner_who_adds_the_bot_is_asked_at_once_and_others_are_not(stage: Stage) -> None:
    ours = stage.world.group("新车友群", people=[stage.owner, stage.lin])
    theirs = stage.world.group("陌生群", people=[stage.lin])
    stage.world.add_bot(ours, stage.owner, administrator=True)
    stage.world.add_bot(theirs, stage.lin, administrator=True)
    stage.play()
    assert "打算做什么用" in stage.last(ours).text
    assert stage.said(theirs) == []


def test_the_question_of_the_first_moment_goes_when_it_is_asked_anew(stage: Stage) -> None:
    ours = stage.world.group("新车友群", people=[stage.owner, stage.lin])
    stage.world.add_bot(ours, stage.owner, administrator=True)
    stage.play()
    stage.owner.say(ours, "/setup")
    stage.play()
    stage.advance(1)
    assert sum("打算做什么用" in text for text in stage.said(ours)) == 1
    stage.press(stage.owner, stage.last(ours), "社群（大家聊天、攒积分）")
    assert not any("打算做什么用" in text for text in stage.said(ours))


def test_nothing_is_remembered_of_strangers_in_a_group_that_takes_no_part(stage: Stage) -> None:
    passer = stage.world.person("路人", username="passer")
    theirs = stage.world.group("陌生群", people=[passer, stage.lin])
    stage.world.add_bot(theirs, passer, administrator=True)
    passer.say(theirs, "今天天气真好")
    stage.lin.say(theirs, "是啊")
    stage.play()
    assert stage.do(lambda tx: members.by_telegram_id(tx, passer.id)) is None
    passer.say(theirs, "/setup")
    stage.play()
    assert stage.said(theirs) == []
    assert stage.do(lambda tx: members.by_telegram_id(tx, passer.id))


def test_nobody_but_the_owner_can_press_the_parts(stage: Stage) -> None:
    new = stage.world.group("新车友群", people=[stage.owner, stage.mo], bot="administrator")
    stage.world.updates.clear()
    stage.owner.say(new, "/setup")
    stage.play()
    assert "是别人的" in stage.press(stage.mo, stage.last(new), "社群（大家聊天、攒积分）")
    assert place(stage, new) is None


def test_a_channel_is_set_up_in_private(stage: Stage) -> None:
    channel = stage.world.channel("第二频道", bot=None, owner=stage.owner)
    stage.world.add_bot(channel, stage.owner, administrator=True)
    stage.play()
    asked = stage.last(stage.owner)
    assert "精选作品" in asked.text
    stage.press(stage.owner, asked, "精选频道（展示好作品）")
    found = place(stage, channel)
    assert found
    assert found.part is Part.CHANNEL


def test_language_and_time_zone_are_chosen_by_button_or_typed(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup")
    stage.play()
    shown = stage.last(stage.group)
    assert "时区：北京时间（Asia/Shanghai）" in shown.text
    assert "/setup 东京" in shown.text
    stage.press(stage.owner, shown, "Speak English")
    assert "I speak English here from now on" in shown.text
    assert "Time zone: Beijing time (Asia/Shanghai)" in shown.text
    assert "/setup Paris" in shown.text
    stage.press(stage.owner, shown, "Time zone")
    stage.press(stage.owner, shown, "Tokyo time")
    assert "go by Tokyo time now" in shown.text
    found = place(stage, stage.group)
    assert found
    assert (found.locale, found.timezone) == ("en", "Asia/Tokyo")
    stage.owner.say(stage.group, "/setup Europe/Paris")
    stage.owner.say(stage.group, "/setup Mars/Olympus")
    stage.play()
    found = place(stage, stage.group)
    assert found
    assert found.timezone == "Europe/Paris"
    assert "Europe/Paris" in stage.last(stage.group).text
    stage.press(stage.owner, stage.last(stage.group), "Done")
    assert "is ready" in stage.last(stage.group).text


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("上海", "Asia/Shanghai"),
        ("深圳", "Asia/Shanghai"),
        ("shanghai", "Asia/Shanghai"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("Los Angeles", "America/Los_Angeles"),
        ("洛杉矶", "America/Los_Angeles"),
        ("Singapore", "Asia/Singapore"),
        ("san francisco", "America/Los_Angeles"),
        ("utc", "UTC"),
    ],
)
def test_a_city_names_its_time_zone(stage: Stage, written: str, zone: str) -> None:
    stage.owner.say(stage.group, f"/setup {written}")
    stage.play()
    found = place(stage, stage.group)
    assert found
    assert found.timezone == zone


def test_of_a_place_with_several_time_zones_one_is_chosen(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup 圣何塞")
    stage.play()
    asked = stage.last(stage.group)
    assert [button.text for row in asked.buttons for button in row] == ["洛杉矶时间", "哥斯达黎加时间"]
    stage.press(stage.owner, asked, "哥斯达黎加时间")
    found = place(stage, stage.group)
    assert found
    assert found.timezone == "America/Costa_Rica"


def test_a_topic_is_given_a_purpose_by_sending_setup_in_it(stage: Stage) -> None:
    forum = stage.world.group("论坛群", people=[stage.owner], bot="administrator", forum=True)
    stage.world.updates.clear()
    stage.owner.say(forum, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(forum), "社群（大家聊天、攒积分）")
    topic = stage.world.topic(forum, "有问必答", by=stage.owner)
    stage.owner.say(forum, "/setup", topic=topic)
    stage.play()
    asked = stage.last(forum)
    assert asked.text.startswith("这个话题用来做什么")
    stage.press(stage.owner, asked, "提问")
    found = place(stage, forum)
    assert found
    assert stage.do(lambda tx: groups.topic(tx, found.id, Purpose.QUESTIONS)) == topic.id
    assert "提问 ✅" in asked.text
    assert "定为“提问”专用了" in asked.text
    stage.owner.say(forum, "/setup", topic=topic)
    stage.play()
    stage.press(stage.owner, stage.last(forum), "取消：提问")
    assert "不再有专用话题" in stage.last(forum).text
    assert stage.do(lambda tx: groups.topic(tx, found.id, Purpose.QUESTIONS)) is None


def test_there_is_one_staff_group(stage: Stage) -> None:
    second = stage.world.group("第二运营群", people=[stage.owner], bot="administrator")
    stage.world.updates.clear()
    stage.owner.say(second, "/setup")
    stage.play()
    toast = stage.press(stage.owner, stage.last(second), "运营小组（审核、确认）")
    assert "运营小组已经有了" in toast
    assert place(stage, second) is None


def test_a_staff_group_has_a_menu_of_its_own_while_it_is_one(stage: Stage) -> None:
    def menu() -> set[str]:
        return set(dict(stage.world.menus.shown_in(stage.staff.id, stage.mo.id, "zh", private=False, admin=False)))

    stage.owner.say(stage.staff, "/setup")
    stage.play()
    shown = stage.last(stage.staff)
    for part in ("社群（大家聊天、攒积分）", "运营小组（审核、确认）", "核心群（资深成员）"):
        stage.press(stage.owner, shown, "换用途")
        stage.press(stage.owner, shown, part)
        assert ("grant" in menu()) == part.startswith("运营")


def test_a_group_can_be_switched_off_and_on_again(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup")
    stage.play()
    shown = stage.last(stage.group)
    stage.press(stage.owner, shown, "停用")
    stage.press(stage.owner, shown, "确认停用")
    assert "不再说话" in shown.text
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert stage.member(stage.lin).contribution == 0


def test_a_bot_that_is_removed_falls_silent_and_tells_the_owner_whoever_did_it(stage: Stage) -> None:
    stage.world.remove_bot(stage.group, stage.lin)
    stage.world.remove_bot(stage.staff, stage.world.anonymous_admin(stage.staff))
    stage.play()
    assert place(stage, stage.group) is None
    assert place(stage, stage.staff) is None
    assert [text.split("，")[0] for text in stage.said(stage.owner)] == [
        "我被移出了 \u2068星途车友会\u2069",
        "我被移出了 \u2068运营小组\u2069",
    ]


def test_a_group_that_becomes_a_supergroup_is_the_same_group_and_pays_nobody_twice(stage: Stage) -> None:
    old = stage.world.group("小群", people=[stage.owner, stage.lin, stage.zhou], bot="administrator", kind="group")
    stage.world.updates.clear()
    stage.owner.say(old, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(old), "社群（大家聊天、攒积分）")
    before = place(stage, old)
    stage.lin.say(old, "签到")
    stage.play()
    new = stage.world.migrate(old)
    stage.lin.say(new, "签到")
    stage.zhou.say(new, "签到")
    stage.play()
    after = place(stage, new)
    assert before
    assert after
    assert after.id == before.id
    assert place(stage, old) is None
    assert stage.member(stage.lin).contribution == 2
    assert stage.member(stage.zhou).contribution == 2


def test_a_staff_group_that_moves_keeps_its_menu(stage: Stage) -> None:
    stage.do(lambda tx: groups.deactivate(tx, stage.staff.id))
    old = stage.world.group("小台", people=[stage.owner, stage.mo], bot="administrator", kind="group")
    stage.world.updates.clear()
    stage.owner.say(old, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(old), "运营小组（审核、确认）")
    new = stage.world.migrate(old)
    stage.play()
    shown = stage.world.menus.shown_in(new.id, stage.mo.id, "zh", private=False, admin=False)
    assert "reviews" in dict(shown)


def test_who_wrote_the_old_messages_is_not_taken_for_the_writer_of_new_ones(stage: Stage) -> None:
    old = stage.world.group("小群", people=[stage.owner, stage.lin], bot="administrator", kind="group")
    stage.world.updates.clear()
    group = stage.do(lambda tx: groups.activate(tx, old.id, "小群", Part.COMMUNITY, "Asia/Shanghai", "zh", 0))
    word = stage.lin.say(old, "大家好")
    stage.play()
    known = stage.do(lambda tx: groups.written(tx, group.id, word.id))
    assert known is not None
    assert known.member == stage.member(stage.lin).id
    stage.world.migrate(old)
    stage.play()
    assert stage.do(lambda tx: groups.written(tx, group.id, word.id)) is None


def test_a_time_zone_that_stands_already_is_not_said_to_have_changed(stage: Stage) -> None:
    stage.owner.say(stage.group, "/setup 上海")
    stage.play()
    assert "这里用的就是北京时间，没有改动" in stage.last(stage.group).text


def test_every_place_lies_in_a_time_zone_there_is_and_each_has_a_name_of_its_own() -> None:
    zones = vocabulary("setup", "zh").choices["zone"]
    assert [zone for zone in zones if zone_called(zone) != zone] == []
    names = [calendar("zh").zone(zone) for zone in {*zones, *ZONES}]
    assert not [name for name in names if name[0].isascii()]
    assert len(set(names)) == len(names)
