"""What the server sends and takes, judged by code not written here: aiogram's models, PTB's client, the Bot API's own list.

aiogram builds its hundreds of models when it is imported, which takes seconds that each process of the suite would spend:
only the tests that ask it import it.
"""

import pytest
import telegram

from sandbox.api.methods import METHODS
from sandbox.api.validation import METHOD_CHECKS, SPEC, UPDATE_KINDS, conforms
from sandbox.world.samples import sample
from tests.sandbox.season import lived

EVERY_KIND = sorted(UPDATE_KINDS)
KEYBOARD = [[{"text": "好", "callback_data": "ok", "style": "success"}, {"text": "看", "url": "https://example.com"}]]


def test_every_update_of_a_season_is_accepted_by_aiogram_and_the_bot_api(play, world, lin, zhou):
    from aiogram.types import Update

    async def story(api):
        await api.ok("getUpdates", allowed_updates=EVERY_KIND)
        group = lived(world, lin, zhou)
        sent = await api.ok("sendMessage", chat_id=lin.id, text="选", reply_markup={"inline_keyboard": KEYBOARD})
        lin.press(world.private(lin).messages[sent["message_id"]], "好")
        options = [{"text": "是"}, {"text": "否"}]
        poll = await api.ok("sendPoll", chat_id=group.id, question="去吗？", options=options, is_anonymous=False)
        zhou.vote(group.messages[poll["message_id"]], 0)
        updates = await api.ok("getUpdates")
        kinds = {kind for update in updates for kind in update if kind != "update_id"}
        assert kinds == {
            "message", "edited_message", "channel_post", "callback_query", "message_reaction", "my_chat_member",
            "chat_member", "chat_join_request", "poll", "poll_answer",
        }  # fmt: skip
        for update in updates:
            conforms(update, "Update")
            Update.model_validate(update)

    play(story)


def test_every_answer_is_of_the_type_that_the_bot_api_promises(play, world, lin, group):
    async def story(api):
        message = lin.say(group, "签到")
        photo = lin.send(group, photo="photo-1").media.file
        answers = {
            "getMe": {},
            "getChat": {"chat_id": group.id},
            "getChatMember": {"chat_id": group.id, "user_id": lin.id},
            "getChatAdministrators": {"chat_id": group.id},
            "getChatMemberCount": {"chat_id": group.id},
            "sendMessage": {"chat_id": group.id, "text": "<b>好</b>", "parse_mode": "HTML"},
            "copyMessage": {"chat_id": lin.id, "from_chat_id": group.id, "message_id": message.id},
            "forwardMessage": {"chat_id": lin.id, "from_chat_id": group.id, "message_id": message.id},
            "getFile": {"file_id": photo.file_id},
            "createChatInviteLink": {"chat_id": group.id, "member_limit": 1, "name": "核心群"},
            "getMyCommands": {},
            "getMyDescription": {},
            "getMyName": {},
            "getWebhookInfo": {},
            "getUserProfilePhotos": {"user_id": lin.id},
            "getMyDefaultAdministratorRights": {},
            "exportChatInviteLink": {"chat_id": group.id},
        }
        for method, params in answers.items():
            conforms(await api.ok(method, **params), *SPEC["methods"][method]["returns"])

    play(story)


def test_a_profile_photo_comes_in_three_sizes_that_can_be_fetched(play, lin):
    async def story(api):
        found = await api.ok("getUserProfilePhotos", user_id=lin.id, limit=1)
        assert [size["width"] for size in found["photos"][0]] == [160, 320, 640]
        small = await api.ok("getFile", file_id=found["photos"][0][0]["file_id"])
        assert small["file_size"] < 2_000
        assert (await api.ok("getUserProfilePhotos", user_id=lin.id, offset=1)) == {"total_count": 1, "photos": []}
        lin.has_photo = False
        assert (await api.ok("getUserProfilePhotos", user_id=lin.id)) == {"total_count": 0, "photos": []}

    play(story)


def test_every_method_here_is_one_of_the_bot_api():
    assert set(METHODS) <= set(METHOD_CHECKS)


def test_a_method_that_is_not_here_is_not_found(play):
    async def story(api):
        for name in ("sendRichMessage", "noSuchMethod"):
            assert await api.refused(name) == (404, "Not Found: method not found")

    play(story)


@pytest.fixture
def with_ptb(play, world):
    """Runs a story with PTB's own client."""

    def run(story):
        async def told(api):
            files = f"{api.server.url}/file/bot"
            async with telegram.Bot(world.token, base_url=api.server.base_url, base_file_url=files) as bot:
                await story(bot)

        play(told)

    return run


def test_ptb_speaks(with_ptb, world, lin, group):
    async def story(bot):
        button = telegram.InlineKeyboardButton("好", callback_data="ok")
        sent = await bot.send_message(
            lin.id, "<b>你好</b>", parse_mode="HTML", reply_markup=telegram.InlineKeyboardMarkup([[button]])
        )
        assert sent.text_html == "<b>你好</b>"
        answered = await sent.reply_text("回复", do_quote=True)
        assert answered.reply_to_message.message_id == sent.message_id
        await sent.edit_reply_markup(None)
        await sent.edit_text("改了")
        await sent.set_reaction("🔥")
        await sent.pin()
        await sent.unpin()
        assert (await sent.copy(lin.id)).message_id > sent.message_id
        assert (await sent.forward(lin.id)).forward_origin.sender_user.id == world.bot.id
        await sent.delete()
        await bot.delete_messages(lin.id, [answered.message_id])
        await bot.send_chat_action(lin.id, "typing")

    with_ptb(story)


def test_ptb_sends_files_and_fetches_them(with_ptb, lin, group):
    async def story(bot):
        photo = await bot.send_photo(group.id, sample("photo-1"), caption="<i>日落</i>", parse_mode="HTML")
        again = await bot.send_photo(group.id, photo.photo[-1].file_id)
        assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
        file = await bot.get_file(photo.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == sample("photo-1")
        document = await bot.send_document(lin.id, b"a,b\n", filename="成员.csv")
        assert document.document.file_name == "成员.csv"
        await bot.send_video(lin.id, sample("video-1"), filename="v.mp4")
        await bot.send_animation(lin.id, sample("video-2"), filename="a.mp4")
        await bot.send_sticker(lin.id, sample("photo-2"))
        album = await bot.send_media_group(
            group.id,
            [
                telegram.InputMediaPhoto(sample("photo-3"), caption="一"),
                telegram.InputMediaPhoto(photo.photo[-1].file_id),
            ],
        )
        assert len({message.media_group_id for message in album}) == 1
        await photo.edit_caption("<b>夜</b>", parse_mode="HTML")
        await photo.edit_media(telegram.InputMediaPhoto(sample("photo-4")))

    with_ptb(story)


def test_ptb_asks_and_keeps_order(with_ptb, world, lin, zhou, group):
    async def story(bot):
        assert (await bot.get_me()).can_read_all_group_messages is False
        assert (await bot.get_chat(group.id)).title == "车友会"
        assert (await bot.get_chat_member(group.id, zhou.id)).status == "member"
        assert await bot.get_chat_member_count(group.id) == 3
        assert {admin.user.id for admin in await bot.get_chat_administrators(group.id)} == {lin.id, world.bot.id}
        await bot.restrict_chat_member(
            group.id, zhou.id, telegram.ChatPermissions.no_permissions(), until_date=1790003600
        )
        assert (await bot.get_chat_member(group.id, zhou.id)).status == "restricted"
        await bot.restrict_chat_member(group.id, zhou.id, telegram.ChatPermissions.all_permissions())
        await bot.set_chat_member_tag(group.id, zhou.id, "资深玩家")
        assert group.member(zhou.id).tag == "资深玩家"
        await bot.ban_chat_member(group.id, zhou.id)
        await bot.unban_chat_member(group.id, zhou.id, only_if_banned=True)
        link = await bot.create_chat_invite_link(group.id, name="回来吧", member_limit=1)
        await bot.edit_chat_invite_link(group.id, link, creates_join_request=True)
        zhou.request_to_join(group, group.invitations[link.invite_link])
        await bot.approve_chat_join_request(group.id, zhou.id)
        assert group.present(zhou.id)
        assert (await bot.revoke_chat_invite_link(group.id, link)).is_revoked

    with_ptb(story)


def test_ptb_sets_menus_and_says_who_it_is(with_ptb, world, lin, group):
    async def story(bot):
        members, staff = telegram.BotCommandScopeAllGroupChats(), telegram.BotCommandScopeChat(group.id)
        await bot.set_my_commands([telegram.BotCommand("me", "我的积分")], scope=members, language_code="zh")
        await bot.set_my_commands([("grant", "加分")], scope=staff)
        assert (await bot.get_my_commands(scope=members, language_code="zh"))[0].description == "我的积分"
        shown = world.menus.shown_in(group.id, lin.id, "zh", private=False, admin=False)
        assert shown == (("grant", "加分"),)
        await bot.delete_my_commands(scope=staff)
        await bot.set_my_description("车友会的管家")
        await bot.set_my_short_description("管家")
        assert (await bot.get_my_description()).description == "车友会的管家"
        await bot.delete_webhook()
        assert (await bot.get_webhook_info()).url == ""

    with_ptb(story)


def test_ptb_opens_topics_and_polls(with_ptb, world, lin):
    async def story(bot):
        forum = world.group("核心群", forum=True, people=[lin], bot="administrator")
        topic = await bot.create_forum_topic(forum.id, "公告")
        sent = await bot.send_message(forum.id, "你好", message_thread_id=topic.message_thread_id)
        assert sent.is_topic_message and sent.message_thread_id == topic.message_thread_id
        await bot.edit_forum_topic(forum.id, topic.message_thread_id, name="新公告")
        await bot.close_forum_topic(forum.id, topic.message_thread_id)
        poll = await bot.send_poll(forum.id, "去哪？", ["山", "海"], is_anonymous=False)
        assert (await bot.stop_poll(forum.id, poll.message_id)).is_closed
        await bot.leave_chat(forum.id)

    with_ptb(story)


def test_ptb_whispers_to_one_person(with_ptb, world, lin, zhou, group):
    async def story(bot):
        whisper = {"ephemeral_message_parameters": {"receiver_user_id": zhou.id}}
        sent = await bot.send_message(group.id, "你的积分：120", api_kwargs=whisper)
        assert sent.message_id == 0 and sent.api_kwargs["ephemeral_message_id"]
        place = {
            "chat_id": group.id,
            "receiver_user_id": zhou.id,
            "ephemeral_message_id": sent.api_kwargs["ephemeral_message_id"],
        }
        assert await bot.do_api_request("editEphemeralMessageText", place | {"text": "你的积分：130"})
        assert [message.text for message in group.ephemeral.values()] == ["你的积分：130"]
        assert await bot.do_api_request("deleteEphemeralMessage", place)

    with_ptb(story)


def test_aiograms_client_polls_and_answers(play, world, lin, group):
    import aiogram
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    async def story(api):
        session = AiohttpSession(api=TelegramAPIServer.from_base(api.server.url))
        async with aiogram.Bot(world.token, session=session) as bot:
            lin.say(group, "签到")
            update = (await bot.get_updates(timeout=1))[-1]
            assert update.message.text == "签到"
            sent = await bot.send_message(group.id, "好", reply_parameters=update.message.as_reply_parameters())
            assert sent.reply_to_message.message_id == update.message.message_id
            photo = aiogram.types.BufferedInputFile(sample("photo-1"), "a.png")
            assert (await bot.send_photo(group.id, photo)).photo[-1].width == 480
            await bot.set_message_reaction(group.id, sent.message_id, [aiogram.types.ReactionTypeEmoji(emoji="👍")])

    play(story)
