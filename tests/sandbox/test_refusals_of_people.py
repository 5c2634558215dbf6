"""What the sandbox refuses about people and their rights, in Telegram's words."""

import re
from pathlib import Path

import pytest

from sandbox.world.members import Membership
from sandbox.world.refusals import Impossible

PAGE = Path(__file__).parents[2] / "sandbox/page/js"


def test_the_bot_cannot_write_first(refuses, zhou, group):
    words = "Forbidden: bot can't initiate conversation with a user"
    refuses("sendMessage", 403, words, chat_id=zhou.id, text="你好")


def test_one_who_asked_to_join_may_be_written_to_for_five_minutes(play, world, zhou):
    async def story(api):
        door = world.group("核心群", people=[world.person("群主")], bot="administrator")
        zhou.request_to_join(door)
        await api.ok("sendMessage", chat_id=zhou.id, text="欢迎")
        world.advance(301)
        assert (await api.refused("sendMessage", chat_id=zhou.id, text="?"))[0] == 403

    play(story)


def test_who_asked_to_join_may_be_written_to_until_that_is_answered(play, world, zhou):
    async def story(api):
        door = world.group("核心群", people=[world.person("群主")], bot="administrator")
        zhou.request_to_join(door)
        await api.ok("sendMessage", chat_id=zhou.id, text="还差一点")
        await api.ok("declineChatJoinRequest", chat_id=door.id, user_id=zhou.id)
        assert (await api.refused("sendMessage", chat_id=zhou.id, text="?"))[0] == 403

    play(story)


def test_lifting_a_ban_is_for_supergroups_and_the_bot_reads_whom_it_has_put_out(play, world, lin, zhou, group):
    async def story(api):
        basic = world.group("小群", people=[lin, zhou], bot="administrator", kind="group")
        told = await api.refused("unbanChatMember", chat_id=basic.id, user_id=zhou.id)
        assert told == (400, "Bad Request: method is available for supergroup and channel chats only")
        await api.ok("getUpdates", allowed_updates=["message"])
        await api.ok("unbanChatMember", chat_id=group.id, user_id=zhou.id)
        line = (await api.ok("getUpdates"))[-1]["message"]
        assert (line["left_chat_member"]["id"], line["from"]["id"]) == (zhou.id, world.bot.id)
        lin.bring(zhou, group)
        assert group.present(zhou.id)
        with pytest.raises(Impossible):
            lin.bring(zhou, group)

    play(story)


def test_blocked_deactivated_and_bots_are_forbidden(refuses, world, lin, group):
    other = world.person("别的机器人", is_bot=True)
    group.members[other.id] = Membership(other)
    refuses("sendMessage", 403, "Forbidden: bot can't send messages to bots", chat_id=other.id, text="x")
    lin.block_bot()
    refuses("sendMessage", 403, "Forbidden: bot was blocked by the user", chat_id=lin.id, text="x")
    lin.deactivated = True
    refuses("sendMessage", 403, "Forbidden: user is deactivated", chat_id=lin.id, text="x")


def test_kicked_or_gone_the_bot_is_forbidden(play, world, lin, group):
    async def story(api):
        world.remove_bot(group, lin)
        for method, params in (("sendMessage", {"text": "x"}), ("getChatMember", {"user_id": lin.id}), ("getChat", {})):
            told = await api.refused(method, chat_id=group.id, **params)
            assert told == (403, "Forbidden: bot was kicked from the supergroup chat")
        other = world.group("小群", kind="group", people=[lin], bot="member")
        await api.ok("leaveChat", chat_id=other.id)
        told = await api.refused("sendMessage", chat_id=other.id, text="x")
        assert told == (403, "Forbidden: bot is not a member of the group chat")

    play(story)


def test_a_group_that_became_a_supergroup_says_where_it_went(play, world, lin):
    async def story(api):
        old = world.group("小群", kind="group", people=[lin], bot="member")
        new = world.migrate(old)
        answer = await api("sendMessage", chat_id=old.id, text="x")
        assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
        assert answer["parameters"] == {"migrate_to_chat_id": new.id}
        told = [update["message"] for update in await api.ok("getUpdates") if "message" in update]
        assert {"migrate_to_chat_id": new.id}.items() <= told[-2].items()
        assert {"migrate_from_chat_id": old.id}.items() <= told[-1].items()
        await api.ok("sendMessage", chat_id=new.id, text="到了")

    play(story)


def test_without_the_right_nothing_is_managed(refuses, world, lin, zhou, plain):
    message = lin.say(plain, "x")
    place, person = {"chat_id": plain.id}, {"chat_id": plain.id, "user_id": zhou.id}
    pinning = "Bad Request: not enough rights to manage pinned messages in the chat"
    plain.permissions -= {"can_pin_messages"}
    refuses("pinChatMessage", 400, pinning, **place, message_id=message.id)
    restricting = "Bad Request: not enough rights to restrict/unrestrict chat member"
    refuses("restrictChatMember", 400, restricting, **person, permissions={})
    refuses("banChatMember", 400, restricting, **person)
    refuses("setChatMemberTag", 400, "Bad Request: not enough rights to change member tag", **person, tag="x")
    refuses("createChatInviteLink", 400, "Bad Request: not enough rights to manage chat invite link", **place)
    refuses("promoteChatMember", 400, "Bad Request: not enough rights", **person)
    refuses("createForumTopic", 400, "Bad Request: not enough rights to create a topic", **place, name="x")
    refuses("setChatTitle", 400, "Bad Request: not enough rights to change chat title", **place, title="x")


def test_owners_administrators_and_the_bot_itself_are_out_of_reach(refuses, world, lin, zhou, group):
    world.promote(group, zhou)
    place = {"chat_id": group.id}
    refuses("banChatMember", 400, "Bad Request: can't remove chat owner", **place, user_id=lin.id)
    refuses("banChatMember", 400, "Bad Request: user is an administrator of the chat", **place, user_id=zhou.id)
    refuses("banChatMember", 400, "Bad Request: can't restrict self", **place, user_id=world.bot.id)
    refuses(
        "setChatMemberTag", 400, "Bad Request: user is an administrator of the chat", **place, user_id=zhou.id, tag="x"
    )
    refuses("banChatMember", 400, "Bad Request: user not found", **place, user_id=31337)


def test_tags_have_sixteen_characters_and_no_emoji(refuses, zhou, group):
    person = {"chat_id": group.id, "user_id": zhou.id}
    refuses("setChatMemberTag", 400, "Bad Request: CHAT_MEMBER_TAG_INVALID", **person, tag="车" * 17)
    refuses("setChatMemberTag", 400, "Bad Request: CHAT_MEMBER_TAG_INVALID", **person, tag="冠军🏆")


def test_links_and_join_requests_that_cannot_be(refuses, zhou, group):
    place = {"chat_id": group.id}
    refuses("createChatInviteLink", 400, "Bad Request: EXPIRE_DATE_INVALID", **place, expire_date=1)
    refuses("createChatInviteLink", 400, "Bad Request: USAGE_LIMIT_INVALID", **place, member_limit=100_000)
    both = "Bad Request: member limit can't be specified for links requiring administrator approval"
    refuses("createChatInviteLink", 400, both, **place, member_limit=1, creates_join_request=True)
    refuses("revokeChatInviteLink", 400, "Bad Request: INVITE_HASH_EXPIRED", **place, invite_link="https://t.me/+x")
    refuses("approveChatJoinRequest", 400, "Bad Request: USER_ALREADY_PARTICIPANT", **place, user_id=zhou.id)
    zhou.leave(group)
    refuses("approveChatJoinRequest", 400, "Bad Request: HIDE_REQUESTER_MISSING", **place, user_id=zhou.id)


def test_a_revoked_link_is_dead(play, zhou, group):
    async def story(api):
        zhou.leave(group)
        made = await api.ok("createChatInviteLink", chat_id=group.id)
        await api.ok("revokeChatInviteLink", chat_id=group.id, invite_link=made["invite_link"])
        told = await api.refused("editChatInviteLink", chat_id=group.id, invite_link=made["invite_link"])
        assert told == (400, "Bad Request: INVITE_HASH_EXPIRED")
        with pytest.raises(Impossible):
            zhou.join(group, group.invitations[made["invite_link"]])

    play(story)


def test_an_administrator_without_a_right_does_not_have_it(refuses, world, zhou, group):
    words = {
        "can_manage_tags": ("setChatMemberTag", "not enough rights to change member tag", {"tag": "x"}),
        "can_restrict_members": ("banChatMember", "not enough rights to restrict/unrestrict chat member", {}),
    }
    for right, (method, refusal, params) in words.items():
        every = group.members[world.bot.id].rights
        group.members[world.bot.id].rights = every - {right}
        refuses(method, 400, f"Bad Request: {refusal}", chat_id=group.id, user_id=zhou.id, **params)
        group.members[world.bot.id].rights = every


def test_a_single_use_link_lets_one_person_in(play, world, zhou, group):
    async def story(api):
        zhou.leave(group)
        made = await api.ok("createChatInviteLink", chat_id=group.id, member_limit=1)
        await api.ok("getUpdates", allowed_updates=["chat_member"])
        link = group.invitations[made["invite_link"]]
        zhou.join(group, link)
        told = (await api.ok("getUpdates"))[-1]["chat_member"]
        assert told["invite_link"]["invite_link"] == made["invite_link"]
        with pytest.raises(Impossible):
            world.person("第二人").join(group, link)

    play(story)


def test_ephemeral_messages_go_to_members_of_groups_only(refuses, world, lin, zhou, group):
    zhou.leave(group)
    for receiver in (31337, zhou.id):
        whisper = {"ephemeral_message_parameters": {"receiver_user_id": receiver}}
        refuses("sendMessage", 400, "Bad Request: PARTICIPANT_ID_INVALID", chat_id=group.id, text="x", **whisper)
    where = "Bad Request: ephemeral messages can be sent only to groups and supergroups"
    refuses(
        "sendMessage", 400, where, chat_id=lin.id, text="x", ephemeral_message_parameters={"receiver_user_id": lin.id}
    )
    place = {"chat_id": group.id, "receiver_user_id": lin.id, "ephemeral_message_id": 5}
    refuses("deleteEphemeralMessage", 400, "Bad Request: message to delete not found", **place)


def test_channels_are_written_to_by_administrators(refuses, world):
    channel = world.channel("官方频道", bot=None)
    refuses("sendMessage", 400, "Bad Request: chat not found", chat_id=channel.id, text="x")
    ours = world.channel("展示")
    ours.members[world.bot.id].rights -= {"can_post_messages"}
    words = "Bad Request: need administrator rights in the channel chat"
    refuses("sendMessage", 400, words, chat_id=ours.id, text="x")


def test_a_muted_bot_has_no_right_to_speak(refuses, plain):
    plain.permissions -= {"can_send_messages"}
    words = "Bad Request: not enough rights to send text messages to the chat"
    refuses("sendMessage", 400, words, chat_id=plain.id, text="x")


def test_what_nobody_can_do_has_its_words_on_the_page_in_both_languages():
    sources = [path.read_text() for path in (PAGE.parents[1]).rglob("*.py")]
    named = {what for source in sources for what in re.findall(r'Impossible\("(\w+)"', source)}
    assert len(named) > 15
    for page in ("words.zh.js", "words.en.js"):
        assert set(re.findall(r'"cannot\.(\w+)"', (PAGE / page).read_text())) == named
    assert not [source for source in sources if re.search(r'raise Impossible\((?!"\w+"[,)])', source)]
