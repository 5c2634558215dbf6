"""Things that go wrong on purpose."""

import time

import aiohttp
import pytest

from sandbox.world.faults import Fault


def test_a_lost_reply_has_done_its_work_and_a_dropped_request_has_not(play, world, lin):
    async def story(api):
        world.faults.script("sendMessage", Fault("reply_lost"), Fault("drop"))
        for text in ("一", "二"):
            with pytest.raises(aiohttp.ClientError):
                await api("sendMessage", chat_id=lin.id, text=text)
        await api.ok("sendMessage", chat_id=lin.id, text="三")
        assert [message.text for message in world.messages(world.private(lin))] == ["/start", "一", "三"]

    play(story)


def test_errors_waits_and_delays_come_as_scripted(play, world, lin):
    async def story(api):
        bad_gateway = Fault("error", code=502, description="Bad Gateway")
        world.faults.script(
            "sendMessage", bad_gateway, Fault("too_many", seconds=7), None, Fault("delay", seconds=0.05)
        )
        assert await api.refused("sendMessage", chat_id=lin.id, text="x") == (502, "Bad Gateway")
        assert (await api("sendMessage", chat_id=lin.id, text="x"))["parameters"] == {"retry_after": 7}
        await api.ok("sendMessage", chat_id=lin.id, text="x")
        begun = time.monotonic()
        await api.ok("sendMessage", chat_id=lin.id, text="x")
        assert time.monotonic() - begun >= 0.05
        assert [fault.kind for _, fault in world.faults.happened] == ["error", "too_many", "delay"]

    play(story)


def test_chance_with_a_seed_repeats_itself(world):
    def fallen():
        world.faults.clear()
        world.faults.seed(7)
        world.faults.by_chance("*", Fault("error"), 0.3)
        return [world.faults.next("sendmessage") is not None for _ in range(40)]

    first = fallen()
    assert first == fallen()
    assert 5 < sum(first) < 20
    assert world.faults.next("getupdates") is None


def test_latency_holds_every_answer_back(play, world):
    async def story(api):
        world.latency_s = 0.04
        begun = time.monotonic()
        await api.ok("getMe")
        assert time.monotonic() - begun >= 0.04

    play(story)
