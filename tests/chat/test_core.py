"""The core group's door over real HTTP: a link that was forwarded, one that ran out, and an alumnus who would come back."""

import asyncio
from pathlib import Path

import pytest

from rules.stage import Stage as Step
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from sandbox.world.refusals import Impossible
from storage import stages
from storage.engine.tx import Tx
from tests.chat.live import Live, live
from tests.chat.test_sanction import later, pressed
from tests.handlers.honour.coring import DAY, MINUTE, core_of, inside, invitation, link_in, may_enter, read
from tests.stage import Stage


async def link_for(bot: Live, stage: Stage, person: Person) -> str:
    """The person asks how to come in and presses the button; the address of their link."""
    person.say(stage.world.private(person), "/core")
    await bot.quiet()
    await pressed(bot, person, stage.last(person), "进“核心圈”")
    await bot.until(lambda: any(button.text == "进群" for row in stage.last(person).buttons for button in row))
    return link_in(stage, person)


async def joins(bot: Live, person: Person, core: Chat, address: str) -> None:
    """The person follows the link."""
    person.join(core, invitation(core, address))
    await bot.quiet()


async def alumnus(bot: Live, stage: Stage, person: Person) -> None:
    """They have taken leave with honour, and what opened the group to them is not there any more."""
    who, mo, now = stage.member(person).id, stage.member(stage.mo).id, int(stage.clock.now())

    def work(tx: Tx) -> None:
        tx.run("UPDATE member SET contribution = 250, level = 'active' WHERE id = :who", who=who)
        stages.put(tx, who, Step.ALUMNI, mo, now)

    await bot.app.database.run(work)


def test_a_forwarded_link_lets_in_whom_it_is_for_and_nobody_else(stage: Stage, tmp_path: Path) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await joins(bot, stage.zhou, core, await link_for(bot, stage, stage.lin))
            await bot.until(lambda: not inside(core, stage.zhou))
            await bot.quiet()
            assert "那条是给另一位车友的" in stage.last(stage.zhou).text
            [card] = read(stage, stage.staff)
            assert "周舟 进了“核心圈”" in card and "用的是给 林晓 的那条邀请" in card
            assert stage.said(core) == [], "nobody there reads of it"
            await joins(bot, stage.lin, core, await link_for(bot, stage, stage.lin))
            assert inside(core, stage.lin)

    asyncio.run(story())


def test_a_link_that_ran_out_is_dead_at_telegram_and_asked_for_again(stage: Stage, tmp_path: Path) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            old = await link_for(bot, stage, stage.lin)
            await later(bot, 7 * DAY)
            with pytest.raises(Impossible):
                stage.lin.join(core, invitation(core, old))
            new = await link_for(bot, stage, stage.lin)
            assert new != old
            await joins(bot, stage.lin, core, new)
            assert inside(core, stage.lin)

    asyncio.run(story())


def test_an_alumnus_who_asks_to_come_back_is_a_card_and_comes_back_as_a_guest(stage: Stage, tmp_path: Path) -> None:
    core = core_of(stage)
    may_enter(stage, stage.lin)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await joins(bot, stage.lin, core, await link_for(bot, stage, stage.lin))
            stage.lin.leave(core)
            await bot.quiet()
            await alumnus(bot, stage, stage.lin)
            stage.lin.request_to_join(core)
            await bot.until(lambda: stage.said(stage.staff))
            await bot.quiet()
            assert "好久不见" in stage.last(stage.lin).text
            card = stage.last(stage.staff)
            await later(bot, MINUTE)
            assert stage.lin.id not in core.join_requests and not inside(core, stage.lin)
            await pressed(bot, stage.mo, card, "请 TA 回来")
            assert "欢迎你回“核心圈”" in stage.last(stage.lin).text
            await joins(bot, stage.lin, core, await link_for(bot, stage, stage.lin))
            assert inside(core, stage.lin)

    asyncio.run(story())
