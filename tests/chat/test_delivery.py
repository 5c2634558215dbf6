"""What is said arrives, once, whatever the network does."""

import asyncio
from pathlib import Path

from sandbox.faults import Fault
from storage import outbox
from tests.chat.live import Live, live
from tests.stage import Stage


def test_a_check_in_over_http_is_acknowledged_by_a_reaction(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: word.reactions)

    asyncio.run(story())


def test_a_press_is_answered_for_the_presser_alone(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.xin.say(stage.group, "签到")
            await bot.until(lambda: stage.whispers(stage.xin))
            query = stage.xin.press(stage.whispers(stage.xin)[0], "我同意")
            answer = await asyncio.wait_for(stage.world.answer(query), 5)
            assert "谢谢" in answer.text

    asyncio.run(story())


async def _states(bot: Live) -> dict[str, int]:
    await bot.quiet()
    return await bot.app.database.run(outbox.counts)


def test_a_message_whose_answer_got_lost_is_uncertain_and_never_repeated(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("sendMessage", Fault("reply_lost"))
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.said(stage.lin))
            async with asyncio.timeout(10):
                while not (await _states(bot)).get("uncertain"):
                    await asyncio.sleep(0.05)
            assert (await _states(bot))["uncertain"] == 1
            assert len(stage.said(stage.lin)) == 1

    asyncio.run(story())


def test_a_reaction_whose_answer_got_lost_is_repeated(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("setMessageReaction", Fault("drop"))
            word = stage.lin.say(stage.group, "签到")
            await bot.until(lambda: stage.world.faults.happened)
            async with asyncio.timeout(10):
                while not word.reactions:
                    stage.world.advance(1)
                    await asyncio.sleep(0.05)

    asyncio.run(story())


def test_too_many_requests_in_one_chat_do_not_hold_up_another(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.world.faults.script("sendMessage", Fault("too_many", seconds=30))
            stage.lin.say(stage.world.private(stage.lin), "/help")
            await bot.until(lambda: stage.world.faults.happened)
            stage.zhou.say(stage.world.private(stage.zhou), "/help")
            await bot.until(lambda: stage.said(stage.zhou))
            assert stage.said(stage.lin) == []

    asyncio.run(story())
