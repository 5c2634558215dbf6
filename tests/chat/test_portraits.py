"""Profile photos of those who agreed are fetched from Telegram, once."""

import asyncio
from pathlib import Path

from bot.intake.portraits import GIVES_UP_S
from sandbox.world.faults import Fault
from sandbox.world.portraits import portrait
from storage.honour import portraits
from tests.chat.live import live
from tests.handlers.honour.test_portrait import MINE, honoured, private
from tests.stage import Stage


def test_the_smallest_photo_that_is_large_enough_is_fetched_or_its_lack_is_told(stage: Stage, tmp_path: Path) -> None:
    stage.he.has_photo = False
    for person, award in ((stage.lin, "helper"), (stage.he, "ambassador")):
        honoured(stage, person, award)
        private(stage, person, "/hall")
        stage.press(person, stage.last(person), MINE)
    lin, he = (stage.member(person).id for person in (stage.lin, stage.he))

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: "取到了" in stage.last(stage.lin).text)
            await bot.until(lambda: "没取到你的头像" in stage.last(stage.he).text)
            found = await bot.app.database.run(lambda tx: [portraits.photo(tx, member) for member in (lin, he)])
            assert found == [portrait(stage.lin.avatar_hue, 160), None]
            assert bot.server.bot_api.calls["getfile"] == 1

    asyncio.run(story())


def test_what_cannot_be_reached_is_tried_again_and_after_a_day_counts_as_not_there(
    stage: Stage, tmp_path: Path
) -> None:
    honoured(stage, stage.lin)
    private(stage, stage.lin, "/hall")
    stage.press(stage.lin, stage.last(stage.lin), MINE)
    stage.world.faults.by_chance("getUserProfilePhotos", Fault("error"), 1.0)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.until(lambda: bot.server.bot_api.calls["getuserprofilephotos"])
            assert not await bot.app.portraits.look()
            stage.clock.advance(GIVES_UP_S)
            assert await bot.app.portraits.look()
            await bot.until(lambda: any("没取到你的头像" in text for text in stage.said(stage.lin)))
            assert await bot.app.database.run(portraits.wanted) == []

    asyncio.run(story())
