"""An older copy that was put back by another hand than `kocbot restore`: the start notices, and does nothing twice."""

import asyncio
import shutil
from contextlib import closing
from pathlib import Path

from bot.database import transact
from bot.start.app import identity_of
from bot.upkeep.backup import restore
from bot.upkeep.forgetting import NAME
from bot.upkeep.mark import Marks
from storage.engine.sqlite import Sqlite
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.chat.live import live
from tests.databases import sqlite_only
from tests.letters import letters_by_state
from tests.stage import Stage

BOT, OTHER_BOT = 42, 43
NEWS = "周五下午三点，工作坊见"
OLDER = "比上次运行时旧"


class Machine:
    """One machine: a database, the folder of its backups, and the bot that runs there again and again."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self.folder = stage, folder
        self.database, self.copy = folder / "kocbot.db", folder / "copy.db"
        self.said: list[str] = []

    async def run(self) -> dict[str, int]:
        """Until all is done: what became of the letters. What it says on its console is in `said`."""
        self.said.clear()
        async with live(self.stage, self.folder, say=self.said.append, marks=self.folder / "backups") as bot:
            await bot.quiet()
            return await bot.app.database.run(letters_by_state)

    def news_wait(self) -> None:
        """Something stands in the database that is still to be sent."""
        now = int(self.stage.clock.now())
        with closing(Sqlite(self.database).open()) as connection:
            news = Letter(self.stage.group.id, SendMessage(NEWS))
            transact(connection, lambda tx: outbox.put(tx, [news], now))

    def warned(self) -> bool:
        """Whether the console spoke of an older copy."""
        return any(OLDER in line for line in self.said)

    def sent(self) -> int:
        """How often the group read the news."""
        return self.stage.said(self.stage.group).count(NEWS)


@sqlite_only
def test_what_waited_in_a_copy_put_back_by_hand_is_not_sent_again_and_is_told(stage: Stage, tmp_path: Path) -> None:
    machine = Machine(stage, tmp_path)

    async def story() -> None:
        await machine.run()
        machine.news_wait()
        shutil.copyfile(machine.database, machine.copy)
        await machine.run()
        assert (machine.sent(), machine.warned()) == (1, False), "a bot that goes on has nothing to doubt"
        shutil.copyfile(machine.copy, machine.database)
        states = await machine.run()
        assert (machine.sent(), machine.warned(), states["uncertain"]) == (1, True, 1)
        assert any("1 条排队的消息可能已经发过" in line for line in machine.said)
        await machine.run()
        assert not machine.warned(), "once"

    asyncio.run(story())


@sqlite_only
def test_after_kocbot_restore_the_start_has_nothing_more_to_doubt(stage: Stage, tmp_path: Path) -> None:
    machine = Machine(stage, tmp_path)
    identity, now = identity_of(stage.programme, ""), int(stage.clock.now())

    async def story() -> None:
        await machine.run()
        shutil.copyfile(machine.database, machine.copy)
        await machine.run()
        restore(machine.copy, machine.database, identity, now, tmp_path / "backups" / NAME)
        machine.news_wait()
        await machine.run()
        assert (machine.sent(), machine.warned()) == (1, False)

    asyncio.run(story())


def test_another_bot_another_database_and_a_spoilt_file_mislead_nobody(stage: Stage, tmp_path: Path) -> None:
    marks = Marks(tmp_path / "backups")
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT)), "a new database is behind nothing"
    first = stage.do(marks.go_on)
    marks.write(first, BOT)
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT))
    stage.do(marks.go_on)
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT)), "it ended between the two"
    later = type(first)(first.lineage, first.step + 5)
    marks.write(later, OTHER_BOT)
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT)), "a copy that another bot tried out"
    marks.write(type(first)("0123456789abcdef", 99), BOT)
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT)), "another database"
    marks.write(later, BOT)
    assert stage.do(lambda tx: marks.is_behind(tx, BOT))
    (tmp_path / "backups" / f"mark-{first.lineage}-{BOT}.txt").write_bytes(b"\xff\xfe")
    assert not stage.do(lambda tx: marks.is_behind(tx, BOT))
    assert stage.do(marks.go_on).step == later.step + 1, "the next step is ahead of every file"
