"""The channel over HTTP: what stands there is put right and taken out, and what Telegram refuses is told."""

import asyncio
from pathlib import Path

from sandbox.world.speaking import erase
from tests.chat.live import live
from tests.handlers.works.desk import hung
from tests.stage import Stage


def test_a_post_is_reworded_and_what_was_deleted_by_hand_is_said(stage: Stage, tmp_path: Path) -> None:
    shown = hung(stage)
    private = stage.world.private(stage.mo)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            stage.mo.press(shown, "改频道配文")
            await bot.until(lambda: "现在的频道配文" in stage.said(stage.mo)[-1])
            stage.mo.say(private, "第四遍更好")
            await bot.until(lambda: "还没发" in stage.last(stage.mo).text)
            stage.mo.press(stage.last(stage.mo), "就这么发")
            await bot.until(lambda: "第四遍更好" in stage.last(stage.channel).text)
            erase(stage.world, stage.last(stage.channel))
            stage.mo.press(shown, "从频道撤下")
            await bot.until(lambda: "为什么撤" in stage.said(stage.mo)[-1])
            stage.mo.say(private, "重复了")
            await bot.until(lambda: "还没发" in stage.last(stage.mo).text)
            stage.mo.press(stage.last(stage.mo), "就这么发")
            await bot.until(lambda: any("有人手动删过" in text for text in stage.said(stage.staff)))
            assert any("重复了" in text for text in stage.said(stage.lin))

    asyncio.run(story())
