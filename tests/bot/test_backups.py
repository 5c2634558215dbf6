"""The bot backs itself up, keeps some, and says so when it can't."""

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.database import Database, read
from bot.start import cli
from bot.start.app import identity_of
from bot.start.config import Storage
from bot.upkeep.backup import restore, sound
from bot.upkeep.backups import AGAIN_S, BackupPlan, Backups
from rules.operations.backup import made_at, name_of
from rules.programme.programme import Programme
from storage import members
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.stage import MONDAY_9_00, Stage

HOUR = 3600


class House:
    """A database with a configuration beside it, and the folder for its backups."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self.folder = stage, folder / "backups"
        self.database, self.configuration = folder / "kocbot.db", folder / "config.toml"
        self.configuration.write_text(f'[storage]\npath = "{self.database}"\n', "utf-8")
        self.settle()

    def settle(self) -> None:
        """The stage's brand is what the database holds."""
        self.database.unlink(missing_ok=True)
        self.stage.connection.execute("VACUUM INTO ?", (str(self.database),))

    @property
    def ours(self) -> Sequence[str]:
        """What `kocbot run` makes backups with."""
        plan = cli._backups(Storage(), self.configuration)
        assert plan
        return plan.command

    @property
    def copying(self) -> Sequence[str]:
        """Quick, for stories about what comes of it."""
        return ("cp", str(self.database))

    def made(self) -> list[int]:
        return sorted(at for path in self.folder.iterdir() if (at := made_at(path.name)) is not None)

    def live(self, command: Sequence[str], until: Callable[[], object], keep: int = 24, days: int = 0) -> None:
        """The backups look after themselves until something is the case."""
        plan = BackupPlan(self.folder, HOUR, keep, days, command)

        async def story() -> None:
            async with Database(Sqlite(self.database)) as database:
                task = asyncio.create_task(
                    Backups(plan, database, self.stage.flow.composer, self.stage.clock).run(0.002)
                )
                async with asyncio.timeout(90):
                    while not until() and not task.done():
                        await asyncio.sleep(0.005)
                await asyncio.sleep(0.05)
                task.cancel()
                await asyncio.wait([task])
                assert task.cancelled(), task.exception()

        asyncio.run(story())

    def letters(self) -> list[str]:
        told = read(Sqlite(self.database), lambda tx: tx.all("SELECT body FROM outbox WHERE body LIKE '%备份%'"))
        return [row.body for row in told]


@pytest.fixture
def house(stage: Stage, tmp_path: Path) -> House:
    return House(stage, tmp_path)


def test_a_backup_made_by_itself_is_whole_and_brings_everything_back(house: House) -> None:
    house.stage.lin.say(house.stage.group, "签到")
    house.stage.play()
    house.settle()
    house.live(house.ours, until=lambda: house.folder.exists() and house.made())
    assert house.made() == [MONDAY_9_00]
    copy = house.folder / name_of(MONDAY_9_00)
    assert sound(copy, Programme()).transfers == 1
    house.database.unlink()
    restore(copy, house.database, identity_of(Programme(), "kocbot"), MONDAY_9_00)

    def points(tx: Tx) -> int:
        lin = members.by_telegram_id(tx, house.stage.lin.id)
        assert lin
        return ledger.balance(tx, lin.id).free

    assert read(Sqlite(house.database), points) == 2


def test_one_an_hour_and_the_old_ones_go(house: House) -> None:
    for now in (MONDAY_9_00 + n * HOUR for n in range(4)):
        house.live(
            house.copying,
            until=lambda now=now: house.folder.exists() and now in (made := house.made()) and len(made) <= 3,
            keep=3,
        )
        house.stage.world.advance(HOUR)
    assert house.made() == [MONDAY_9_00 + n * HOUR for n in (1, 2, 3)]


def test_within_the_hour_there_is_no_second_one_also_after_a_restart(house: House) -> None:
    house.live(house.copying, until=lambda: house.folder.exists() and house.made())
    house.stage.world.advance(HOUR - 1)
    house.live(house.copying, until=lambda: True)
    assert house.made() == [MONDAY_9_00]


def _refusing(word: str) -> Sequence[str]:
    return (sys.executable, "-c", f"import sys; sys.exit({word!r})")


def test_owners_hear_of_a_failure_once_a_day_and_the_doctor_tells_until_it_is_mended(house: House) -> None:
    house.live(_refusing("disk full"), until=house.letters)
    house.stage.world.advance(AGAIN_S)
    house.live(_refusing("still full"), until=lambda: "still" in str(_facts(house)))
    [told] = house.letters()
    assert "disk full" in told
    assert "还没有一份可用的备份" in told
    assert "still full" in _diagnosis(house)
    house.stage.world.advance(AGAIN_S)
    house.live(house.copying, until=house.made)
    assert _diagnosis(house) == "[]"


def test_where_nothing_can_be_written_the_bot_lives_on_and_says_so(house: House) -> None:
    house.folder.write_text("in the way", "utf-8")
    house.live(house.copying, until=house.letters)
    [told] = house.letters()
    assert "备份目录的位置上有个同名的文件" in told
    assert "Errno" not in told + _diagnosis(house)


def test_an_old_one_that_can_not_be_deleted_is_told_and_ends_nothing(house: House) -> None:
    (house.folder / name_of(MONDAY_9_00 - 9 * HOUR)).mkdir(parents=True)
    house.live(house.copying, until=house.letters, keep=1)
    assert len(house.letters()) == 1


def test_books_that_do_not_add_up_are_told_and_older_backups_stay(house: House) -> None:
    house.live(house.copying, until=lambda: house.folder.exists() and house.made(), keep=1)

    async def spoil() -> None:
        async with Database(Sqlite(house.database)) as database:
            await database.run(lambda tx: tx.run("UPDATE account SET posted = posted + 5 WHERE kind = 'issue'"))

    asyncio.run(spoil())
    house.stage.world.advance(HOUR)
    house.live(house.ours, until=house.letters, keep=1)
    assert house.made() == [MONDAY_9_00]
    assert "不能用，什么都没有动" in house.letters()[0]


def test_a_bot_that_ends_leaves_no_process_behind(house: House) -> None:
    note = house.folder.parent / "pid"
    house.live(("sh", "-c", f"echo $$ > {note}; exec sleep 30"), until=lambda: note.exists() and note.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text()), 0)


def test_nobody_has_to_have_backups(house: House) -> None:
    assert cli._backups(Storage(backup_hours=0), house.configuration) is None


def _facts(house: House) -> list[str]:
    return read(Sqlite(house.database), lambda tx: [row.value for row in tx.all("SELECT value FROM fact")])


def _diagnosis(house: House) -> str:
    """What /doctor says about the database as it is now."""
    from actions.operations.doctor import examine

    examined = read(Sqlite(house.database), lambda tx: examine(tx, house.stage.occasion(), None))
    return str([finding for finding in examined.faults if finding.ailment == "backup"])
