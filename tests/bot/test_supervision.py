"""A task that dies or goes silent never leaves a living process behind that does nothing."""

import asyncio

import pytest

from bot.supervision import Heartbeats, Stalled


class Hand:
    """A clock that a test moves, so that a busy machine decides nothing."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


async def _looks(times: int) -> None:
    for _ in range(times):
        await asyncio.sleep(0)


def test_a_silent_task_ends_the_process() -> None:
    async def story() -> None:
        clock = Hand()
        heartbeats = Heartbeats({"intake": 10.0, "flow": 60.0}, clock)
        watching = asyncio.create_task(heartbeats.watch(every_s=0))
        clock.now_s = 10.5
        with pytest.raises(Stalled) as silent:
            await watching
        assert (silent.value.task, silent.value.silent_s) == ("intake", 10.5)

    asyncio.run(story())


def test_tasks_that_beat_are_left_alone() -> None:
    async def story() -> None:
        clock = Hand()
        heartbeats = Heartbeats({"intake": 10.0}, clock)
        watching = asyncio.create_task(heartbeats.watch(every_s=0))
        for _ in range(10):
            clock.now_s += 9.0
            await _looks(5)
            heartbeats.beat("intake")
        assert not watching.done()
        clock.now_s += 11.0
        with pytest.raises(Stalled):
            await watching

    asyncio.run(story())


def test_by_itself_the_clock_is_the_machines_steady_one() -> None:
    async def story() -> None:
        heartbeats = Heartbeats({"intake": 0.01})
        with pytest.raises(Stalled):
            await heartbeats.watch(every_s=0.02)

    asyncio.run(story())
