"""What people do and what the bot is told of it."""

import asyncio

import pytest

from sandbox.world.files import image_size
from sandbox.world.messages import Button
from sandbox.world.refusals import Impossible
from sandbox.world.samples import sample


def told(world, kind="message"):
    """What waits for the bot, of one kind."""
    return [update[kind] for update in world.updates.waiting() if kind in update]


def test_privacy_mode_lets_the_bot_hear_only_what_is_meant_for_it(world, lin, zhou):
    group = world.group("路人群", people=[lin, zhou], bot="member")
    lin.say(group, "大家好")
    lin.say(group, "/me")
    lin.say(group, "/me@otherbot")
    lin.say(group, "@kocbot 在吗")
    assert [message["text"] for message in told(world)] == ["/start", "/me", "@kocbot 在吗"]
    world.privacy_mode = False
    lin.say(group, "现在听得见")
    assert told(world)[-1]["text"] == "现在听得见"


def test_an_administrator_hears_everything(world, lin, group):
    lin.say(group, "大家好")
    assert told(world)[-1]["text"] == "大家好"


def test_reactions_and_member_changes_reach_administrators_only(world, lin, zhou):
    world.updates.allow(["message_reaction", "chat_member"])
    group = world.group("路人群", people=[lin, zhou], bot="member")
    zhou.react(lin.say(group, "x"), "👍")
    world.person("新人").join(group)
    assert told(world, "message_reaction") == told(world, "chat_member") == []
    world.promote(group, world.bot)
    zhou.react(lin.say(group, "y"), "👍")
    world.person("新人").join(group)
    assert len(told(world, "message_reaction")) == len(told(world, "chat_member")) == 1


def test_other_bots_are_not_heard_unless_wished(world, lin, group):
    other = world.person("别的机器人", is_bot=True)
    other.join(group)
    other.say(group, "签到")
    assert "text" not in told(world)[-1]
    world.hears_bots = True
    other.say(group, "签到")
    assert told(world)[-1]["text"] == "签到"


def test_reactions_in_a_channel_are_counted_without_names(world, lin):
    world.updates.allow(["message_reaction", "message_reaction_count"])
    channel = world.channel("官方频道", owner=lin)
    reader = world.person("读者")
    reader.join(channel)
    reader.react(world.channel_post(channel, "新品"), "👍")
    counted = told(world, "message_reaction_count")[-1]["reactions"]
    assert counted == [{"type": {"type": "emoji", "emoji": "👍"}, "total_count": 1}]
    assert told(world, "message_reaction") == []


def test_a_member_may_change_their_own_tag(world, zhou, group):
    world.updates.allow(["chat_member"])
    zhou.retag(group, "路人")
    assert told(world, "chat_member")[-1]["new_chat_member"]["tag"] == "路人"
    zhou.say(group, "x")
    assert world.messages(group)[-1].sender_tag == "路人"


def test_a_reply_carries_its_message_one_level_deep(world, lin, zhou, group):
    first = lin.say(group, "问题")
    second = zhou.say(group, "答案", reply_to=first)
    lin.say(group, "采纳", reply_to=second)
    last = told(world)[-1]
    assert last["reply_to_message"]["text"] == "答案"
    assert "reply_to_message" not in last["reply_to_message"]
    assert last["message_thread_id"] == first.id and "is_topic_message" not in last


def test_words_in_a_topic_carry_its_thread_and_its_opening(world, lin):
    forum = world.group("论坛", forum=True, topics=("签到",), people=[lin], bot="administrator")
    topic = next(iter(forum.topics.values()))
    said = lin.say(forum, "签到", topic=topic)
    heard = told(world)[-1]
    assert heard["message_thread_id"] == topic.id and heard["is_topic_message"]
    assert heard["reply_to_message"]["forum_topic_created"]["name"] == "签到"
    lin.say(forum, "接着说", reply_to=said)
    assert told(world)[-1]["message_thread_id"] == topic.id
    lin.say(forum, "在综合里")
    assert "message_thread_id" not in told(world)[-1]


def test_a_supergroup_counts_its_messages_and_private_chats_share_one_count(world, lin, group):
    other = world.group("另一群", people=[lin])
    assert [lin.say(chat, "x").id for chat in (group, other, group, other)] == [2, 2, 3, 3]
    small = world.group("小群", kind="group", people=[lin], bot="member")
    numbers = [lin.say(small, "x").id, lin.say(world.private(lin), "y").id]
    assert numbers[1] == numbers[0] + 1


def test_anonymous_administrators_channels_and_automatic_forwards_are_told_apart(world, lin, group):
    channel = world.channel("官方频道")
    world.link(channel, group)
    world.channel_post(channel, "新品")
    forwarded = told(world)[-1]
    assert forwarded["is_automatic_forward"] and forwarded["from"]["id"] == 777000
    assert forwarded["sender_chat"]["id"] == channel.id
    assert told(world, "channel_post")[-1]["sender_chat"]["id"] == channel.id
    world.anonymous_admin(group).say(group, "公告")
    anonymous = told(world)[-1]
    assert anonymous["from"]["id"] == 1087968824 and anonymous["sender_chat"]["id"] == group.id
    world.channel_voice(channel).say(group, "我说")
    assert told(world)[-1]["from"]["id"] == 136817688


def test_a_forward_keeps_a_keyboard_of_links_alone(world, lin, group):
    link, press = Button("看详情", {"url": "https://t.me/kocbot"}), Button("报名", {"callback_data": "x"})
    said = lin.say(group, "活动 1")
    for keyboard, kept in ((((link,), (link,)), True), (((link, press),), False), (((press,),), False)):
        said.buttons = keyboard
        assert lin.forward(said, group).buttons == (keyboard if kept else ())


def test_blocking_and_unblocking_are_told(world, lin):
    lin.block_bot()
    lin.say(world.private(lin), "我回来了")
    changes = [change["new_chat_member"]["status"] for change in told(world, "my_chat_member")]
    assert changes == ["kicked", "member"]
    assert told(world)[-1]["text"] == "我回来了"


def test_adding_promoting_and_removing_the_bot_are_told(world, lin):
    group = world.group("新群", people=[lin])
    lin.say(group, "听不见")
    world.add_bot(group, lin, administrator=True)
    world.remove_bot(group, lin)
    changes = [change["new_chat_member"]["status"] for change in told(world, "my_chat_member")]
    assert changes == ["member", "administrator", "kicked"]
    assert "听不见" not in str(told(world))


def test_what_an_app_would_not_offer_is_impossible(world, lin, zhou, group):
    message = lin.say(group, "x")
    stranger = world.person("路人")
    for attempt in (
        lambda: stranger.say(group, "x"),
        lambda: zhou.edit(message, "y"),
        lambda: zhou.delete(message),
        lambda: lin.react(message, "🚗"),
        lambda: lin.join(group),
        lambda: lin.say(world.private(zhou), "x"),
        lambda: lin.say(group, "x" * 4097),
    ):
        with pytest.raises(Impossible):
            attempt()


def test_a_muted_member_cannot_write(play, world, zhou, group):
    async def story(api):
        permissions = {"can_send_messages": False}
        until = int(world.clock.now()) + 3600
        await api.ok("restrictChatMember", chat_id=group.id, user_id=zhou.id, permissions=permissions, until_date=until)
        with pytest.raises(Impossible):
            zhou.say(group, "x")
        world.advance(3601)
        zhou.say(group, "终于")

    play(story)


def test_the_same_file_has_the_same_unique_id_whoever_sends_it(world, lin, zhou, group):
    files = [
        person.send(group, photo="photo-1", name=name).media.file for person, name in ((lin, "a.png"), (zhou, "b.png"))
    ]
    assert files[0].unique_id == files[1].unique_id
    assert lin.send(group, photo="photo-2").media.file.unique_id != files[0].unique_id
    assert image_size(sample("photo-1")) == (480, 320)


def test_a_listener_hears_what_happens(world, lin, group):
    async def story():
        events = world.listen()
        lin.react(lin.say(group, "x"), "👍")
        world.advance(60)
        heard = [events.get_nowait().type for _ in range(3)]
        assert heard == ["message", "reactions", "clock"]
        world.unlisten(events)

    asyncio.run(story())


def test_a_person_renamed_is_told_under_the_new_name(world, lin, group):
    lin.rename("林大满", "linbig")
    lin.say(group, "x")
    assert told(world)[-1]["from"]["first_name"] == "林大满"
