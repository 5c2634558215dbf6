"""A machine whose time of day jumps: the bot lives on, answers at once, and makes up for nothing it did not miss."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.start import app
from sandbox.world.clock import FrozenClock
from tests.chat.live import live
from tests.stage import Stage

MINUTE_S, HOUR_S, DAY_S = 60, 3_600, 86_400


def jump(stage: Stage, seconds: float) -> None:
    """The time of day is another one; nothing has lasted longer for it."""
    assert isinstance(stage.clock, FrozenClock)
    stage.clock._now += seconds


@pytest.mark.parametrize("seconds", [-10 * MINUTE_S, -2 * HOUR_S, 60 * DAY_S, 400 * DAY_S])
def test_a_clock_that_jumps_neither_ends_the_process_nor_holds_it_up(
    seconds: int, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "ALLOWED_S", {"intake": 30.0, "flow": 6.0, "delivery": 6.0, "ticker": 6.0})
    monkeypatch.setattr("bot.supervision.LOOK_EVERY_S", 0.2)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.quiet()
            jump(stage, seconds)
            began = time.monotonic()
            await bot.app.tick()
            assert time.monotonic() - began < 4
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.said(stage.lin), 5)
            beaten = time.monotonic()
            await bot.until(lambda: bot.app.heartbeats.ages_s()["ticker"] < time.monotonic() - beaten, 5)
            jump(stage, -seconds)
            word = stage.zhou.say(stage.group, "签到")
            await bot.until(lambda: word.reactions, 5)

    asyncio.run(story())


def test_a_reply_that_telegram_holds_up_waits_by_the_steady_clock(stage: Stage, tmp_path: Path) -> None:
    """The time of day goes back two hours while a letter waits; it goes all the same."""

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.lin.say(stage.group, "/top")
            await bot.until(lambda: stage.said(stage.group) or stage.whispers(stage.lin))
            jump(stage, -2 * HOUR_S)
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.said(stage.lin), 5)

    asyncio.run(story())
