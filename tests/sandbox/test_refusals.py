"""What Telegram refuses is refused here, in Telegram's own words; each refusal once."""

import pytest

from sandbox.world.files import Media
from sandbox.world.refusals import Impossible

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


OLD = "query is too old and response timeout expired or query ID is invalid"


def keyboard(*buttons):
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": 1}, "message text is empty"),
        ({"chat_id": 1, "text": "x"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        ({"chat_id": [], "text": "x"}, 'parameter "chat_id" must be an Integer or String'),
        ({"chat_id": 1, "text": 5}, 'parameter "text" must be a String'),
        (
            {"chat_id": 1, "text": "x", "reply_to_message_id": 3},
            'method sendMessage has no parameter "reply_to_message_id"',
        ),
        (
            {"chat_id": 1, "text": "x", "disable_notification": "perhaps"},
            'parameter "disable_notification" must be a Boolean',
        ),
        ({"chat_id": 1, "text": "x", "message_thread_id": "a"}, 'parameter "message_thread_id" must be an Integer'),
        ({"chat_id": 1, "text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        ({"chat_id": 1, "text": "\ud800"}, "strings must be encoded in UTF-8"),
        (
            {"chat_id": 1, "text": "x", "reply_parameters": {"id": 1}},
            'ReplyParameters has no field "id" (in reply_parameters)',
        ),
        ({"chat_id": 1, "text": "x", "reply_markup": {"buttons": []}}, None),
    ],
)
def test_parameters_are_judged_by_the_bot_api(play, params, words):
    async def story(api):
        code, said = await api.refused("sendMessage", **params)
        assert code == 400
        assert words is None or said == f"Bad Request: {words}"

    play(story)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("a < b", 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
        ("<b>a", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
def test_texts_that_telegram_would_not_post(refuses, lin, text, words):
    refuses("sendMessage", 400, f"Bad Request: {words}", chat_id=lin.id, text=text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "一" * 22}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": " ", "callback_data": "x"}, "can't parse inline keyboard button: button text must be non-empty"),
        ({"text": "x", "url": "localhost"}, "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
        (
            {"text": "x", "callback_data": "x", "style": "loud"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (
            {"text": "x", "callback_data": "x", "url": "x.cn"},
            "can't parse inline keyboard button: url and callback_data exclude each other",
        ),
    ],
)
def test_buttons_that_telegram_would_not_show(refuses, lin, button, words):
    refuses("sendMessage", 400, f"Bad Request: {words}", chat_id=lin.id, text="x", reply_markup=keyboard(button))


def test_more_than_a_hundred_buttons_or_eight_in_a_row_are_refused(refuses, lin):
    button = {"text": "x", "callback_data": "x"}
    params = {"chat_id": lin.id, "text": "x"}
    many = {"inline_keyboard": [[button]] * 101}
    refuses("sendMessage", 400, "Bad Request: reply markup is too long", **params, reply_markup=many)
    refuses("sendMessage", 400, "Bad Request: BUTTON_ROW_TOO_LONG", **params, reply_markup=keyboard(*[button] * 9))


def test_replies_edits_and_deletions_need_their_message(refuses, lin, zhou, group):
    theirs = lin.say(group, "我的")
    reply = {"reply_parameters": {"message_id": 999}}
    refuses("sendMessage", 400, "Bad Request: message to be replied not found", chat_id=group.id, text="x", **reply)
    place = {"chat_id": group.id, "message_id": 999}
    refuses("editMessageText", 400, "Bad Request: message to edit not found", **place, text="x")
    refuses("deleteMessage", 400, "Bad Request: message to delete not found", **place)
    refuses("deleteMessage", 400, "Bad Request: message to delete not found", chat_id=group.id)
    refuses("setMessageReaction", 400, "Bad Request: message to react not found", **place)
    refuses("pinChatMessage", 400, "Bad Request: message to pin not found", **place)
    copied = {"chat_id": lin.id, "from_chat_id": group.id, "message_id": 999}
    refuses("copyMessage", 400, "Bad Request: message to copy not found", **copied)
    refuses("forwardMessage", 400, "Bad Request: message to forward not found", **copied)
    others = {"chat_id": group.id, "message_id": theirs.id}
    refuses("editMessageText", 400, "Bad Request: message can't be edited", **others, text="x")


def test_a_reply_may_be_sent_without_its_message_when_allowed(play, group):
    async def story(api):
        reply = {"message_id": 999, "allow_sending_without_reply": True}
        sent = await api.ok("sendMessage", chat_id=group.id, text="x", reply_parameters=reply)
        assert "reply_to_message" not in sent

    play(story)


def test_the_same_content_is_not_modified(play, lin):
    async def story(api):
        sent = await api.ok("sendMessage", chat_id=lin.id, text="<b>x</b>", parse_mode="HTML")
        place = {"chat_id": lin.id, "message_id": sent["message_id"]}
        told = await api.refused("editMessageText", **place, text="<strong>x</strong>", parse_mode="HTML")
        assert told == (400, f"Bad Request: {SAME}")
        assert await api.refused("editMessageReplyMarkup", **place) == (400, f"Bad Request: {SAME}")
        await api.ok("editMessageText", **place, text="x")

    play(story)


def test_reactions_are_the_standard_ones_and_one_at_a_time(refuses, lin, group):
    place = {"chat_id": group.id, "message_id": lin.say(group, "x").id}

    def emoji(*signs):
        return [{"type": "emoji", "emoji": sign} for sign in signs]

    refuses("setMessageReaction", 400, "Bad Request: REACTION_INVALID", **place, reaction=emoji("🚗"))
    refuses("setMessageReaction", 400, "Bad Request: REACTIONS_TOO_MANY", **place, reaction=emoji("👍", "🔥"))
    group.reactions_allowed = frozenset({"👍"})
    refuses("setMessageReaction", 400, "Bad Request: REACTION_INVALID", **place, reaction=emoji("🔥"))


def test_a_press_is_answered_once_and_within_150_seconds(play, world, lin):
    async def story(api):
        markup = keyboard({"text": "好", "callback_data": "x"})
        sent = await api.ok("sendMessage", chat_id=lin.id, text="?", reply_markup=markup)
        message = world.private(lin).messages[sent["message_id"]]
        first, second, third = (lin.press(message, "好") for _ in range(3))
        long = await api.refused("answerCallbackQuery", callback_query_id=first, text="x" * 201)
        assert long == (400, "Bad Request: MESSAGE_TOO_LONG")
        link = await api.refused("answerCallbackQuery", callback_query_id=first, url="https://example.com")
        assert link == (400, "Bad Request: URL_INVALID")
        await api.ok("answerCallbackQuery", callback_query_id=first, text="x" * 200)
        assert await api.refused("answerCallbackQuery", callback_query_id=first) == (400, f"Bad Request: {OLD}")
        world.advance(149)
        await api.ok("answerCallbackQuery", callback_query_id=second)
        world.advance(2)
        assert await api.refused("answerCallbackQuery", callback_query_id=third) == (400, f"Bad Request: {OLD}")
        assert await api.refused("answerCallbackQuery", callback_query_id="7") == (400, f"Bad Request: {OLD}")

    play(story)


def test_messages_can_be_deleted_for_48_hours_and_others_only_with_the_right(play, world, lin, group, plain):
    async def story(api):
        theirs, here = lin.say(group, "a"), lin.say(plain, "b")
        assert (await api.refused("deleteMessage", chat_id=plain.id, message_id=here.id))[1].endswith(
            "can't be deleted"
        )
        own = await api.ok("sendMessage", chat_id=plain.id, text="c")
        late = await api.ok("sendMessage", chat_id=plain.id, text="d")
        await api.ok("deleteMessage", chat_id=plain.id, message_id=own["message_id"])
        world.advance(48 * 3600 + 1)
        told = await api.refused("deleteMessage", chat_id=plain.id, message_id=late["message_id"])
        assert told == (400, "Bad Request: message can't be deleted")
        await api.ok("deleteMessage", chat_id=group.id, message_id=theirs.id)
        assert theirs.deleted
        assert (await api.refused("deleteMessages", chat_id=group.id, message_ids=list(range(101))))[0] == 400

    play(story)


def test_topics_that_are_missing_or_closed_are_refused(play, world, lin, group):
    async def story(api):
        told = await api.refused("sendMessage", chat_id=group.id, text="x", message_thread_id=99)
        assert told == (400, "Bad Request: message thread not found")
        assert await api.refused("createForumTopic", chat_id=group.id, name="x") == (
            400,
            "Bad Request: the chat is not a forum",
        )
        forum = world.group("论坛", forum=True, topics=("公告",), people=[lin], bot="member")
        topic = next(iter(forum.topics.values()))
        topic.closed = True
        told = await api.refused("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic.id)
        assert told == (400, "Bad Request: TOPIC_CLOSED")

    play(story)


def test_files_that_telegram_would_not_take(refuses, lin, group):
    place = {"chat_id": group.id}
    refuses("sendPhoto", 400, "Bad Request: there is no photo in the request", **place)
    refuses("sendPhoto", 400, "Bad Request: wrong file identifier/HTTP URL specified", **place, photo="nothing")
    document = lin.send(group, document="document-1").media.file.file_id
    refuses("sendPhoto", 400, "Bad Request: can't use file of type Document as Photo", **place, photo=document)
    refuses("sendPhoto", 400, "Bad Request: wrong file identifier/HTTP URL specified", **place, photo="attach://x")
    refuses("getFile", 400, "Bad Request: invalid file_id", file_id="nothing")
    refuses("getUserProfilePhotos", 400, "Bad Request: user not found", user_id=424_242)
    refuses("getUserProfilePhotos", 400, "Bad Request: invalid user_id specified", user_id=-5)
    photo = {"type": "photo", "media": lin.send(group, photo="photo-1").media.file.file_id}
    wrong = "Bad Request: wrong number of messages in the album: 2-10 expected"
    refuses("sendMediaGroup", 400, wrong, **place, media=[photo])
    mixed = "Bad Request: documents and audio can't be mixed with other media types in an album"
    refuses("sendMediaGroup", 400, mixed, **place, media=[photo, {"type": "document", "media": document}])


def test_captions_belong_to_media_and_texts_to_texts(play, lin, group):
    async def story(api):
        text = await api.ok("sendMessage", chat_id=group.id, text="x")
        photo = await api.ok("sendPhoto", chat_id=group.id, photo=lin.send(group, photo="photo-1").media.file.file_id)
        told = await api.refused("editMessageCaption", chat_id=group.id, message_id=text["message_id"], caption="y")
        assert told == (400, "Bad Request: there is no caption in the message to edit")
        told = await api.refused("editMessageText", chat_id=group.id, message_id=photo["message_id"], text="y")
        assert told == (400, "Bad Request: there is no text in the message to edit")
        told = await api.refused(
            "editMessageCaption", chat_id=group.id, message_id=photo["message_id"], caption="y" * 1025
        )
        assert told == (400, "Bad Request: message caption is too long")

    play(story)


def test_commands_are_lower_case_words(refuses):
    described = {"description": "x"}
    refuses("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID", commands=[{"command": "签到", **described}])
    refuses("setMyCommands", 400, "Bad Request: BOT_COMMAND_INVALID", commands=[{"command": "Me", **described}])
    many = [{"command": f"c{n}", **described} for n in range(101)]
    refuses("setMyCommands", 400, "Bad Request: BOT_COMMANDS_TOO_MUCH", commands=many)
    language = "Bad Request: invalid language code specified"
    refuses("setMyCommands", 400, language, commands=[], language_code="zh-hans")


def test_polls_have_two_to_twelve_options(refuses, group):
    place = {"chat_id": group.id, "question": "?"}
    refuses("sendPoll", 400, "Bad Request: poll must have at least 2 option", **place, options=[{"text": "1"}])
    many = [{"text": str(n)} for n in range(13)]
    refuses("sendPoll", 400, "Bad Request: poll can't have more than 12 options", **place, options=many)


def test_unknown_update_kinds_are_refused(refuses):
    refuses("getUpdates", 400, "Bad Request: unknown update type messages", allowed_updates=["messages"])


def test_a_wrong_token_is_unauthorized(play, world):
    async def story(api):
        for token, code in (("42:wrong", 401), ("nonsense", 404)):
            async with api.session.get(f"{api.server.base_url}{token}/getMe") as answer:
                assert (answer.status, (await answer.json())["error_code"]) == (code, code)

    play(story)


def test_protected_content_stays_where_it_is(play, lin, group):
    async def story(api):
        sent = await api.ok("sendMessage", chat_id=group.id, text="保密", protect_content=True)
        told = await api.refused("copyMessage", chat_id=lin.id, from_chat_id=group.id, message_id=sent["message_id"])
        assert told[0] == 400
        with pytest.raises(Impossible):
            lin.forward(group.messages[sent["message_id"]], group)

    play(story)


def test_a_file_over_twenty_megabytes_cannot_be_fetched(refuses, world, lin, group):
    stored = world.files.store(b"\0" * (20 * 1024 * 1024 + 1), "big.bin", "document")
    assert Media("document", stored).wire()
    refuses("getFile", 400, "Bad Request: file is too big", file_id=stored.file_id)
