"""A preference vote over the network: its designs come as an album, and the bot is stopped while people choose."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from sandbox.world.chats import Chat
from sandbox.world.people import Person
from tests.chat.live import Live, live
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import core_with, council_stage, seated
from tests.handlers.journey.preferring import FORM, PICTURES, ROUND_S, cards
from tests.handlers.works.desk import labels
from tests.stage import Stage

CRITERIA = 2


@pytest.fixture
def stage() -> Stage:
    return council_stage()


def test_designs_are_an_album_and_are_chosen_once_each_though_the_bot_is_stopped_in_between(
    stage: Stage, tmp_path: Path
) -> None:
    core = core_with(stage, stage.lin, stage.zhou, stage.he, stage.mo)
    seated(stage, stage.lin, stage.zhou, stage.he)

    async def chooses(bot: Live, person: Person, place: int, *numbers: int) -> list[str]:
        """Pressed one right after another; what each is answered with."""
        card = cards(stage, core)[place]
        pressed = [person.press(card, labels(card)[number - 1]) for number in numbers]
        said = [(await asyncio.wait_for(stage.world.answer(query), 10)).text for query in pressed]
        await bot.quiet()
        return said

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await _published(bot, stage, core)
            [first, again] = await chooses(bot, stage.lin, 0, 1, 1)
            assert "你选了 1 夜幕蓝" in first and "还有 1 个方面没选" in first and again == first
            [no_vote] = await chooses(bot, stage.mo, 0, 2)
            assert "顾问委员来选" in no_vote
            await chooses(bot, stage.zhou, 0, 2)
        async with live(stage, tmp_path) as bot:
            await chooses(bot, stage.lin, 1, 3)
            await chooses(bot, stage.zhou, 0, 2, 1)
            await chooses(bot, stage.zhou, 1, 3)
            stage.world.advance(ROUND_S)
            await bot.until(_read(stage, core, "最受欢迎"), 20)
            await bot.quiet()
            said = plain(stage.last(core).text)
            assert "▸1 夜幕蓝：2 票（林晓、周舟）" in said and "▸3 松针绿：2 票（林晓、周舟）" in said
            assert "3 位有票，2 位选了" in said and not cards(stage, core)

    asyncio.run(story())


async def _published(bot: Live, stage: Stage, core: Chat) -> None:
    """The form and its album have come one after the other, and it is before the core group as it was previewed."""
    private = stage.world.private(stage.owner)
    stage.owner.say(private, f"/newpreference {FORM}")
    await bot.until(_read(stage, stage.owner, "合成一个相册"))
    stage.owner.album(private, list(PICTURES))
    await bot.until(_read(stage, stage.owner, "图在路上了"))
    await bot.quiet()
    stage.owner.press(stage.last(stage.owner), "看看预览")
    await bot.until(_read(stage, stage.owner, "发到核心群会是这样"))
    stage.owner.press(stage.last(stage.owner), "发到核心群")
    await bot.until(lambda: len(cards(stage, core)) == CRITERIA)
    shown = [message for message in stage.messages(core) if message.media]
    assert len(shown) == len(PICTURES) and len({message.album for message in shown}) == 1


def _read(stage: Stage, where: Chat | Person, words: str) -> Callable[[], bool]:
    return lambda: any(words in plain(said) for said in stage.said(where))
