"""Who is in no group as far as we know is asked after over HTTP, before their message is handled."""

import asyncio
from pathlib import Path

from sandbox.world.faults import Fault
from sandbox.world.people import Person
from tests.chat.live import live
from tests.stage import Stage

BUSY = Fault("refuse", code=429, description="Too Many Requests: retry after 3")


async def _first_day(stage: Stage, folder: Path, person: Person) -> list[str]:
    """What the bot says to somebody who agrees and checks in, in private."""
    async with live(stage, folder) as bot:
        person.start()
        await bot.quiet()
        person.press(stage.last(person), "我同意")
        await bot.quiet()
        person.say(stage.world.private(person), "签到")
        await bot.quiet()
        return stage.said(person)


def test_one_who_was_in_the_group_before_the_bot_and_never_wrote_is_known(stage: Stage, tmp_path: Path) -> None:
    silent = stage.world.person("潜水员")
    silent.join(stage.group)
    stage.world.updates.clear()
    assert "第一次签到" in asyncio.run(_first_day(stage, tmp_path, silent))[-1]


def test_one_whom_telegram_does_not_know_there_is_told_where_members_meet(stage: Stage, tmp_path: Path) -> None:
    passerby = stage.world.person("路人")
    assert "要先进群" in asyncio.run(_first_day(stage, tmp_path, passerby))[-1]


def test_when_telegram_does_not_answer_nothing_is_lost(stage: Stage, tmp_path: Path) -> None:
    silent = stage.world.person("潜水员")
    silent.join(stage.group)
    stage.world.updates.clear()
    stage.world.faults.script("getChatMember", *[BUSY] * 20)
    assert "在群里随便说句话" in asyncio.run(_first_day(stage, tmp_path, silent))[-1]
