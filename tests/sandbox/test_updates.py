"""getUpdates: offsets, long polls, limits, kinds, the second poller, the 24 hours."""

import asyncio


def texts(updates):
    return [update["message"]["text"] for update in updates if "message" in update]


def test_updates_come_again_until_a_higher_offset_confirms_them(play, lin, world):
    async def story(api):
        lin.say(world.private(lin), "一")
        first = await api.ok("getUpdates")
        again = await api.ok("getUpdates", offset=0)
        assert texts(first) == texts(again) == ["/start", "一"]
        rest = await api.ok("getUpdates", offset=first[0]["update_id"] + 1)
        assert texts(rest) == ["一"]
        assert texts(await api.ok("getUpdates")) == ["一"]

    play(story)


def test_a_negative_offset_keeps_the_last_ones_only(play, lin, world):
    async def story(api):
        for word in "一二三":
            lin.say(world.private(lin), word)
        assert texts(await api.ok("getUpdates", offset=-2)) == ["二", "三"]
        assert texts(await api.ok("getUpdates")) == ["二", "三"]

    play(story)


def test_at_most_a_hundred_updates_a_call(play, lin, world):
    async def story(api):
        for n in range(150):
            lin.say(world.private(lin), str(n))
        assert len(await api.ok("getUpdates")) == 100
        assert len(await api.ok("getUpdates", limit=1000)) == 100
        assert len(await api.ok("getUpdates", limit=7)) == 7

    play(story)


def test_a_long_poll_ends_as_soon_as_something_happens(play, lin, world):
    async def story(api):
        offset = (await api.ok("getUpdates"))[-1]["update_id"] + 1
        poll = asyncio.create_task(api.ok("getUpdates", offset=offset, timeout=30))
        await asyncio.sleep(0.05)
        assert not poll.done()
        lin.say(world.private(lin), "在吗")
        assert texts(await poll) == ["在吗"]

    play(story)


def test_a_second_poller_ends_the_first_with_409(play, zhou, world):
    async def story(api):
        first = asyncio.create_task(api.refused("getUpdates", timeout=30))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(api.ok("getUpdates", timeout=30))
        code, words = await first
        assert (code, words.split(";")[0]) == (409, "Conflict: terminated by other getUpdates request")
        zhou.start()
        assert texts(await second) == ["/start"]

    play(story)


def test_kinds_not_asked_for_are_never_queued(play, lin, group, world):
    async def story(api):
        message = lin.say(group, "看海")
        lin.react(message, "🔥")
        assert not any("message_reaction" in update for update in await api.ok("getUpdates"))
        await api.ok("getUpdates", allowed_updates=["message_reaction"])
        lin.say(group, "听不见")
        lin.react(message, "👍")
        heard = (await api.ok("getUpdates"))[-1]["message_reaction"]
        assert heard["old_reaction"] == [{"type": "emoji", "emoji": "🔥"}]
        assert heard["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
        assert "听不见" not in str(await api.ok("getUpdates"))

    play(story)


def test_updates_are_kept_for_a_day(play, lin, world):
    async def story(api):
        world.advance(25 * 3600)
        lin.say(world.private(lin), "新的一天")
        assert texts(await api.ok("getUpdates")) == ["新的一天"]

    play(story)
