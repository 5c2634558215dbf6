"""The Play API: what the page sees and does in the name of one person."""

import asyncio
import json

import aiohttp
import pytest

from sandbox.api.pages import page_file
from sandbox.play.markup import as_html
from sandbox.text.entities import Entity
from sandbox.world.samples import sample


@pytest.fixture
def page(play, lin):
    """Runs a story with two ways to reach the Play API: `get(path)` and `act(verb, ...)`, as Lin."""

    def run(story):
        async def told(api):
            async def get(path):
                async with api.session.get(f"{api.server.url}/play/{path}") as answer:
                    return await answer.json()

            async def act(verb, **fields):
                body = {"as": lin.id, "do": verb} | fields
                async with api.session.post(f"{api.server.url}/play/act", json=body) as answer:
                    return await answer.json()

            await story(api, get, act)

        play(told)

    return run


def test_the_state_lists_people_and_chats(page, world, lin, zhou, group):
    async def story(api, get, act):
        state = await get("state")
        assert [person["name"] for person in state["people"]] == ["林小满", "周航"]
        shown = {chat["id"]: chat for chat in state["chats"]}
        assert shown[group.id]["members"] == [lin.id, zhou.id, world.bot.id]
        assert shown[lin.id]["kind"] == "private"

    page(story)


def test_saying_replying_and_reacting_reach_the_bot_and_the_page(page, world, lin, group):
    async def story(api, get, act):
        said = await act("say", chat=group.id, text="签到")
        await act("say", chat=group.id, text="谢谢 #攻略", reply_to=said["message"]["id"])
        await act("react", chat=group.id, message=said["message"]["id"], emoji="👍")
        first, second = (await get(f"chats/{group.id}/messages?as={lin.id}"))["messages"]
        assert first["reactions"] == [{"emoji": "👍", "count": 1, "by": [lin.id]}]
        assert second["reply_to"]["snippet"] == "签到"
        assert second["html"] == '谢谢 <span class="hashtag">#攻略</span>'
        assert [u["message"]["text"] for u in await api.ok("getUpdates")][-2:] == ["签到", "谢谢 #攻略"]

    page(story)


def test_a_press_brings_back_the_bots_answer(page, world, lin):
    async def story(api, get, act):
        button = {"text": "好", "callback_data": "x"}
        sent = await api.ok("sendMessage", chat_id=lin.id, text="?", reply_markup={"inline_keyboard": [[button]]})
        press = asyncio.create_task(act("press", chat=lin.id, message=sent["message_id"], row=0, column=0))
        offset = (await api.ok("getUpdates"))[-1]["update_id"] + 1
        query = (await api.ok("getUpdates", offset=offset, timeout=5))[0]["callback_query"]
        await api.ok("answerCallbackQuery", callback_query_id=query["id"], text="收到")
        assert (await press)["answer"] == {"text": "收到", "show_alert": False, "url": ""}

    page(story)


def test_only_its_person_sees_an_ephemeral_message(page, world, lin, zhou, group):
    async def story(api, get, act):
        lin.say(group, "我的积分")
        whisper = {"receiver_user_id": lin.id}
        sent = await api.ok("sendMessage", chat_id=group.id, text="120 分", ephemeral_message_parameters=whisper)
        assert sent["message_id"] == 0 and sent["ephemeral_message_id"] > 0
        zhou.say(group, "大家好")
        mine = (await get(f"chats/{group.id}/messages?as={lin.id}"))["messages"]
        theirs = (await get(f"chats/{group.id}/messages?as={zhou.id}"))["messages"]
        assert [message["text"] for message in mine] == ["我的积分", "120 分", "大家好"]
        assert [message["ephemeral"] for message in mine] == [False, True, False]
        assert [message["text"] for message in theirs] == ["我的积分", "大家好"]

    page(story)


def test_a_private_chat_is_seen_by_its_person_alone(page, lin, zhou):
    async def story(api, get, act):
        seen = await get(f"chats/{lin.id}/messages?as={zhou.id}")
        assert not seen["ok"]

    page(story)


def test_a_picture_sent_from_the_page_can_be_fetched(page, lin, group):
    async def story(api, get, act):
        form = aiohttp.FormData()
        form.add_field("json", json.dumps({"as": lin.id, "do": "send", "chat": group.id, "text": "日落"}))
        form.add_field("file", sample("photo-1"), filename="日落.png", content_type="image/png")
        async with api.session.post(f"{api.server.url}/play/act", data=form) as answer:
            media = (await answer.json())["message"]["media"]
        assert (media["kind"], media["width"]) == ("photo", 480)
        async with api.session.get(f"{api.server.url}/play/file/{media['file_id']}") as answer:
            assert await answer.read() == sample("photo-1")

    page(story)


def test_the_live_socket_tells_what_happens(page, world, lin, zhou, group):
    async def story(api, get, act):
        async with api.session.ws_connect(f"{api.server.url}/play/live?as={zhou.id}") as socket:
            whisper = {"receiver_user_id": lin.id}
            await api.ok("sendMessage", chat_id=group.id, text="悄悄", ephemeral_message_parameters=whisper)
            message = lin.say(group, "晚上好")
            lin.say(world.private(lin), "悄悄话")
            lin.react(message, "🔥")
            world.advance(60)
            told = [await socket.receive_json(timeout=2) for _ in range(3)]
        assert [event["type"] for event in told] == ["message", "reactions", "clock"]
        assert told[0]["message"]["text"] == "晚上好"

    page(story)


def test_what_cannot_be_done_is_answered_not_raised(page, world, lin, group):
    async def story(api, get, act):
        assert not (await act("say", chat=group.id, text=""))["ok"]
        assert not (await act("fly"))["ok"]
        assert not (await act("say", chat=12345, text="?"))["ok"]
        assert not (await act("press", chat=group.id, message=99, row=0, column=0))["ok"]

    page(story)


def test_nobody_reaches_into_a_chat_that_they_are_not_in(page, world, lin, zhou):
    closed = world.group("核心群", people=[zhou], bot="administrator")
    message = zhou.say(closed, "秘密")

    async def story(api, get, act):
        for verb in ("react", "press", "forward", "delete"):
            answer = await act(verb, chat=closed.id, message=message.id, emoji="👍", row=0, column=0, to=lin.id)
            assert not answer["ok"]
        assert not (await get(f"chats/{closed.id}/messages?as={lin.id}"))["ok"]
        assert message.reactions == {}

    page(story)


def test_another_page_cannot_act(play, lin, group):
    async def story(api):
        body = {"as": lin.id, "do": "say", "chat": group.id, "text": "x"}
        headers = {"Origin": "https://example.com"}
        async with api.session.post(f"{api.server.url}/play/act", json=body, headers=headers) as answer:
            assert answer.status == 403
        async with api.session.post(
            f"{api.server.url}/play/act", json=body, headers={"Origin": api.server.url}
        ) as answer:
            assert answer.status == 200

    play(story)


def test_no_path_leads_out_of_the_pages_folder():
    assert page_file("/page/../world.py").status == 404
    assert page_file("/page/..%2fworld.py").status == 404
    assert page_file("/world.py").status == 404


def test_text_from_people_cannot_become_markup_on_the_page():
    assert as_html("<b>&", []) == "&lt;b&gt;&amp;"
    bold = [Entity("bold", 0, 9), Entity("text_link", 2, 3, url='javascript:alert("x")')]
    assert 'href="javascript' not in as_html("<img onerror>", bold)


def test_people_and_moments_are_marked_for_the_page():
    assert as_html("林", [Entity("text_mention", 0, 1, user_id=7)]) == '<span class="mention" data-user="7">林</span>'
    assert (
        as_html("九点", [Entity("date_time", 0, 2, unix_time=5)]) == '<span class="tg-time" data-unix="5">九点</span>'
    )


def test_crossing_and_nested_entities_make_well_formed_html():
    crossing = [Entity("bold", 0, 4), Entity("italic", 2, 4)]
    assert as_html("abcdef", crossing) == "<b>ab<i>cd</i></b>ef"
    nested = [Entity("blockquote", 0, 6), Entity("text_link", 0, 3, url="https://a.cn/?a=1&b=2"), Entity("bold", 1, 2)]
    href = '<a href="https://a.cn/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">a<b>bc</b></a>'
    assert as_html("abcdef", nested) == f"<blockquote>{href}def</blockquote>"
