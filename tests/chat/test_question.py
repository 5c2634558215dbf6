"""A question's way through the whole bot, over real HTTP."""

import asyncio
from pathlib import Path

from storage.ledger import ledger
from tests.chat.live import live
from tests.stage import Stage


def test_asked_answered_accepted_by_button_and_found_again(stage: Stage, tmp_path: Path) -> None:
    lin, zhou, he = stage.lin, stage.zhou, stage.he

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            question = lin.say(stage.group, "#提问 蓝牙钥匙连不上怎么办")
            await bot.until(lambda: stage.said(stage.group))
            confirmation = stage.last(stage.group)
            reply = zhou.say(stage.group, "忽略这把钥匙，再重新配对", reply_to=question)
            await bot.quiet()
            lin.press(confirmation, "✅ 采纳回答")
            await bot.until(lambda: stage.whispers(lin))
            press = lin.press(stage.whispers(lin)[0], (0, 0))
            await bot.until(lambda: stage.world.presses[press].answer)
            await bot.quiet()
            await bot.until(lambda: reply.reactions)
            assert "Q1 解决了" in confirmation.text
            assert stage.last(stage.group).reply_to is reply
            he.say(stage.world.private(he), "/find 配对")
            await bot.until(lambda: any("找到 1 条" in said for said in stage.said(he)))
            member = stage.member(zhou)
            balance = await bot.app.database.run(lambda tx: ledger.balance(tx, member.id))
            assert balance.free == 15

    asyncio.run(story())
