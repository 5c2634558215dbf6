"""Storage in trouble: nobody is told that something counted which did not, nothing is given up, and all heals by itself."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.audit import verify
from rules.programme.programme import Programme
from tests.chat.live import Live, live
from tests.databases import sqlite_only
from tests.stage import Stage

HEALS_WITHIN_S = 5.0
CROWD = 60


def _counted(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM check_in").fetchone()[0])


Healing = Callable[[], Awaitable[None]]


async def _set(bot: Live, pragma: str) -> None:
    database = bot.app.database
    await database._hop(lambda: database._conn.execute(f"PRAGMA {pragma}").fetchone())


async def _full(bot: Live, path: Path) -> Healing:
    """The disk is full, until room is made."""
    pages = await bot.app.database.run(lambda tx: tx.value("PRAGMA page_count"))
    await _set(bot, f"max_page_count={pages}")
    return lambda: _set(bot, "max_page_count=1000000")


async def _locked(bot: Live, path: Path) -> Healing:
    """Somebody else holds the database, and lets it go again."""
    await _set(bot, "busy_timeout=50")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def let_go() -> None:
        other.execute("ROLLBACK")
        other.close()

    return let_go


@sqlite_only
@pytest.mark.parametrize("trouble", [_full, _locked])
def test_nothing_is_acknowledged_that_does_not_stand_and_all_heals(
    trouble: Callable[[Live, Path], Awaitable[Healing]], stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "kocbot.db"
    folk = [stage.lin, stage.zhou, stage.he]
    crowd = [stage.world.person(f"车友{n}") for n in range(CROWD)]
    for person in crowd:
        person.join(stage.group)

    async def story() -> None:
        async with live(stage, tmp_path) as bot:
            await bot.quiet()
            heal = await trouble(bot, path)
            for person in crowd:
                person.say(stage.group, f"大家好，我是{person.name}" * 40)
            words = [person.say(stage.group, "签到") for person in folk]
            await asyncio.sleep(1.5)
            assert sum(bool(word.reactions) for word in words) <= _counted(path)
            await heal()
            await bot.until(lambda: all(word.reactions for word in words), HEALS_WITHIN_S)
            await bot.quiet()
            report = await bot.app.database.run(lambda tx: verify(tx, Programme()))
            assert (report.ok, report.transfers) == (True, len(folk))
            aside = await bot.app.database.run(lambda tx: tx.value("SELECT sum(tries) FROM inbox"))
            assert aside == 0, "trouble of the storage is nobody's defect"

    asyncio.run(story())
