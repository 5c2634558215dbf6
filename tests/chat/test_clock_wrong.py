"""A machine that does not know what time it is, over the network: nothing falls due that is not, and nothing is lost."""

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sandbox.world.messages import Message
from storage.engine.tx import Tx
from storage.post import jobs
from tests.chat.live import Live, live
from tests.handlers.fairness.test_sanction import give, silent
from tests.handlers.honour.test_award import voting
from tests.handlers.offers import eventing, resourcing
from tests.handlers.works import quizzing
from tests.machine import Machine
from tests.stage import Stage
from tests.untouched import changed, held

HOUR_S, DAY_S = 3_600, 86_400
BESIDE = ("fact", "outbox")  # that the clock is wrong, and the message that says so


def in_full_swing(stage: Stage) -> Message:
    """An event, something lent, a quiz, a vote and a mute, all of which end some time; the card of the vote."""
    eventing.announced(stage, "名额：10")
    eventing.register(stage, stage.lin, stage.zhou)
    resourcing.offered(stage)
    resourcing.handed(stage, stage.lin)
    quizzing.published(stage)
    card = voting(stage)
    stage.press(stage.lin, card, "何川")
    give(stage, "/mute @zhou 2h 难听的话", "禁言 2 小时")
    return card


def said(stage: Stage) -> Counter[str]:
    """All that the bot has said anywhere, edits as they read now, but what it says of the clock."""
    places = [stage.group, stage.staff, stage.channel, *map(stage.world.private, stage.everyone)]
    texts = [message.text for chat in places for message in stage.world.messages(chat) if message.by_bot]
    return Counter(text for text in texts if "服务器的钟" not in text)


def of_the_clock(stage: Stage) -> list[str]:
    return [text for text in stage.said(stage.staff) if "服务器的钟" in text]


async def much_time(bot: Live) -> None:
    """The ticker, the sweep and whatever else comes round have their turns."""
    for _ in range(3):
        await bot.app.tick()
        await bot.app._sweep()
        await bot.quiet()


def outcomes(tx: Tx) -> dict[str, Any]:
    return {run.job: run.outcome for run in jobs.troubled(tx, 0)}


@pytest.mark.parametrize("ahead_s", [400 * DAY_S, 60 * DAY_S, -2 * HOUR_S])
def test_started_on_a_machine_that_is_wrong_nothing_closes_and_it_is_told_once(
    ahead_s: int, stage: Stage, tmp_path: Path
) -> None:
    lines: list[str] = []

    async def story() -> None:
        in_full_swing(stage)
        async with live(stage, tmp_path) as bot:
            await much_time(bot)
            before, rows = said(stage), await bot.app.database.run(lambda tx: held(tx, but=BESIDE))
        machine = Machine(stage.clock, ahead_s)
        for _ in range(2):
            async with live(stage, tmp_path, machine=machine, say=lines.append) as bot:
                await bot.until(lambda: of_the_clock(stage))
                await much_time(bot)
                after = await bot.app.database.run(lambda tx: held(tx, but=BESIDE))
                assert not await bot.app.database.run(outcomes)
        assert said(stage) == before
        assert changed(rows, after) == {}
        assert len(of_the_clock(stage)) == 1
        assert silent(stage, stage.zhou)

    asyncio.run(story())
    assert any("timedatectl" in line for line in lines)


@pytest.mark.parametrize("ahead_s", [400 * DAY_S, -2 * HOUR_S])
def test_a_clock_that_jumps_closes_nothing_and_what_is_due_comes_once_in_its_time(
    ahead_s: int, stage: Stage, tmp_path: Path
) -> None:
    machine = Machine(stage.clock)

    async def story() -> None:
        card = in_full_swing(stage)
        async with live(stage, tmp_path, machine=machine) as bot:
            await much_time(bot)
            before = said(stage)
            machine.ahead_s = ahead_s
            await much_time(bot)
            await bot.until(lambda: of_the_clock(stage))
            assert said(stage) == before
            assert silent(stage, stage.zhou)
            query = stage.he.press(card, "周舟")
            await bot.until(lambda: stage.world.presses[query].answer)
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)
            stage.mo.say(stage.world.private(stage.mo), "/doctor")
            await bot.until(lambda: any("对好以后不用重启" in text for text in stage.said(stage.mo)))
            stage.world.advance(2 * HOUR_S)
            await much_time(bot)
            assert not silent(stage, stage.zhou)
            machine.ahead_s = 0
            now = said(stage)
            await much_time(bot)
            assert said(stage) == now

    asyncio.run(story())
    assert len([text for text in of_the_clock(stage) if "自己会换回来" in text]) == 1
