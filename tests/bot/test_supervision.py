"""A task that dies or goes silent never leaves a living process behind that does nothing."""

import asyncio

import pytest

from bot.supervision import Heartbeats, Stalled


def test_a_silent_task_ends_the_process() -> None:
    async def story() -> None:
        heartbeats = Heartbeats({"intake": 0.05, "flow": 60.0})
        with pytest.raises(Stalled) as silent:
            await asyncio.wait_for(heartbeats.watch(every_s=0.02), 2)
        assert silent.value.task == "intake"

    asyncio.run(story())


def test_tasks_that_beat_are_left_alone() -> None:
    async def story() -> None:
        heartbeats = Heartbeats({"intake": 0.2})
        watching = asyncio.create_task(heartbeats.watch(every_s=0.02))
        for _ in range(10):
            await asyncio.sleep(0.05)
            heartbeats.beat("intake")
        assert not watching.done()
        watching.cancel()

    asyncio.run(story())
