"""A camera over the network: applied for, granted, handed over and back, though the bot is stopped in between."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from sandbox.world.chats import Chat
from sandbox.world.people import Person
from tests.chat.live import live
from tests.handlers.offers.resourcing import FORM, PURPOSE
from tests.stage import Stage


def test_a_camera_is_lent_and_brought_back_though_the_bot_is_stopped_in_between(stage: Stage, tmp_path: Path) -> None:
    async def story() -> None:
        mo, lin = stage.world.private(stage.mo), stage.world.private(stage.lin)

        def last(where: Chat | Person, words: str) -> Callable[[], bool]:
            return lambda: any(words in said for said in stage.said(where)[-1:])

        async with live(stage, tmp_path) as bot:
            stage.mo.say(mo, f"/newresource {FORM}")
            await bot.until(last(stage.mo, "会发到"))
            stage.mo.press(stage.last(stage.mo), "发布")
            await bot.until(last(stage.group, "资源 1"))
            stage.lin.start("resource-1")
            await bot.until(last(stage.lin, "点“申请”告诉我们"))
            stage.lin.press(stage.last(stage.lin), "申请")
            await bot.until(last(stage.lin, "10 到 300 个字"))
            stage.lin.say(lin, PURPOSE)
            await bot.until(last(stage.lin, PURPOSE))
            stage.lin.press(stage.last(stage.lin), "就这么发")
            await bot.until(last(stage.staff, PURPOSE))
            await bot.quiet()
        card = stage.last(stage.staff)
        async with live(stage, tmp_path) as bot:
            stage.mo.press(card, "答应")
            await bot.until(last(stage.mo, "哪天来拿"))
            stage.mo.say(mo, "哪天：明天 15:00")
            await bot.until(last(stage.mo, "就这么发"))
            stage.mo.press(stage.last(stage.mo), "就这么发")
            await bot.until(last(stage.lin, "可以给你用"))
            stage.lin.press(stage.last(stage.lin), "拿到了")
            await bot.until(lambda: "在 TA 手上" in card.text)
            stage.mo.press(card, "还回来了")
            await bot.until(last(stage.mo, "东西怎么样"))
            stage.mo.say(mo, "完好")
            await bot.until(last(stage.mo, "就这么发"))
            stage.mo.press(stage.last(stage.mo), "就这么发")
            await bot.until(last(stage.lin, "谢谢你还回来"))
            await bot.quiet()
            assert "还回来了：完好" in card.text

    asyncio.run(story())
