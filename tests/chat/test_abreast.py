"""The bot was off, or Telegram out of reach, while something ended: what was said in time is heard before it falls due."""

import asyncio
from pathlib import Path

import pytest

from bot.flow.flow import BATCH
from rules.programme.awards import Voting
from rules.programme.programme import Programme
from sandbox.world.faults import Fault
from sandbox.world.messages import Message
from storage.engine.tx import Tx
from tests.chat.live import live
from tests.handlers.honour.test_award import voting
from tests.stage import Stage

FEW = Programme(voting=Voting(quorum=1))


def ends(tx: Tx) -> int:
    found: int = tx.value("SELECT closes_at FROM ballot")
    return found


def result(stage: Stage) -> str:
    return next((text for text in stage.said(stage.staff) if "计票完成" in text), "")


def votes_in_the_last_minute(stage: Stage, card: Message, closes_at: int) -> None:
    """He votes a minute before the end and says a word, and then it is over."""
    stage.world.advance(closes_at - 60 - stage.clock.now())
    stage.he.press(card, "周舟")
    stage.he.say(stage.group, "投好了")
    stage.world.advance(600)


def test_a_vote_that_was_cast_while_the_bot_was_off_is_counted(tmp_path: Path) -> None:
    stage = Stage(FEW)
    card = voting(stage)
    votes_in_the_last_minute(stage, card, stage.do(ends))
    stage.lin.say(stage.world.private(stage.lin), "我想说的很多。" * 580)  # as long as what an app cuts in two
    stage.world.latency_s = 0.3

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: not len(stage.world.updates))
            stage.world.advance(5)
            await bot.until(lambda: result(stage))

    asyncio.run(story())
    assert "周舟\u2069：1 票" in result(stage)


@pytest.mark.parametrize("wrong", ["drop", "error"])
def test_nothing_falls_due_while_telegram_is_out_of_reach(wrong: str, tmp_path: Path) -> None:
    stage = Stage(FEW)
    card = voting(stage)
    closes_at = stage.do(ends)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.quiet()
            fault = Fault("drop") if wrong == "drop" else Fault("error", code=502, description="Bad Gateway")
            stage.world.faults.by_chance("getUpdates", fault, 1.0)
            await bot.until(lambda: not bot.app.intake.abreast.listening)
            votes_in_the_last_minute(stage, card, closes_at)
            await asyncio.sleep(2.5)  # the ticker would have come round
            assert not result(stage)
            assert bot.app.heartbeats.ages_s()["ticker"] < 1
            stage.world.faults.clear()
            await bot.until(lambda: result(stage), 40)

    asyncio.run(story())
    assert "周舟\u2069：1 票" in result(stage)


def test_a_bot_that_dies_soon_after_each_start_gets_abreast_in_the_end_and_ends_it_then(tmp_path: Path) -> None:
    stage = Stage(FEW)
    card = voting(stage)
    closes_at = stage.do(ends)
    stage.world.advance(closes_at - 90 - stage.clock.now())
    for n in range(3 * BATCH):
        stage.lin.say(stage.group, f"第 {n} 句")
    votes_in_the_last_minute(stage, card, closes_at)
    lives: list[int] = []

    async def life() -> None:
        """It ends with the first that it has handled, or once it has told the result."""
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: bot.app.handled or result(stage))
            lives.append(bot.app.handled)

    while not result(stage):
        asyncio.run(life())
    assert 1 < len(lives) < 10
    assert "周舟\u2069：1 票" in result(stage)
