"""Files as operators have them: of other programs, with odd names, on a full disk, copied by hand."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import read
from bot.upkeep.beside import put
from storage import facts
from storage.engine.sqlite import Sqlite
from tests.bot.shell import Shell
from tests.stage import Stage


@pytest.mark.parametrize("version", [0, 7])
def test_the_database_of_another_program_is_left_as_it_is(shell: Shell, version: int) -> None:
    shell.database.parent.mkdir()
    with closing(sqlite3.connect(shell.database)) as other:
        other.executescript(f"CREATE TABLE moz_places (url TEXT); PRAGMA user_version={version}")
    before = shell.database.read_bytes()
    for command in (["run"], ["audit"], ["backup", "copy.db"], ["port", "new.db"]):
        assert shell.run(*command) == 2
        assert shell.err.startswith("var/kocbot.db: is the database of another program, and nothing was written to it")
    assert shell.run("restore", str(shell.database)) == 1
    assert "it holds no data of this bot" in shell.err
    shell.run("check")
    assert "MEND  database: var/kocbot.db is that of another program" in shell.out
    assert shell.database.read_bytes() == before


def test_a_database_is_found_whatever_signs_its_name_has(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    name = "星途 50%#1?mode=rw.db"
    shell.database.rename(shell.database.with_name(name))
    shell.configure(f'[storage]\npath = "var/{name}"\n')
    assert shell.run("backup", "copy#1.db") == 0
    assert shell.run("restore", "copy#1.db") == 0
    assert shell.run("audit") == 0
    assert sorted(file.name for file in shell.database.parent.glob("*.db"))[-1] == name


def test_trouble_with_a_file_names_no_key_of_a_server(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    with closing(sqlite3.connect(shell.database)) as connection:
        connection.execute("PRAGMA user_version=99")
    assert shell.run("audit") == 2
    assert shell.err.startswith("the database: was made by a newer release")
    shell.configure("", "zh")
    shell.run("audit")
    assert shell.err.startswith("数据库: 是更新的版本建的")


def _full(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a copy is written; then the disk is full."""

    def copy(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:4096])
        raise OSError(errno.ENOSPC, "No space left on device", str(source), None, str(target))

    monkeypatch.setattr(shutil, "copyfile", copy)


def test_a_restore_on_a_full_disk_names_that_disk_and_leaves_nothing(
    shell: Shell, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.settle(stage)
    shell.run("backup", "copy.db")
    before = sorted(shell.database.parent.iterdir())
    _full(shell, monkeypatch)
    assert shell.run("restore", "copy.db") == 1
    assert shell.err == "var/kocbot.db.restoring: finds no room on its disk; make some, then try again\n"
    assert [file for file in sorted(shell.database.parent.iterdir()) if file.suffix != ".lock"] == before


def test_what_a_log_beside_a_copy_made_by_hand_holds_is_restored_with_it(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    with closing(Sqlite(shell.database).open()) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("INSERT INTO fact VALUES ('last', 'word')")
        for end in ("", "-wal"):
            shutil.copyfile(f"{shell.database}{end}", shell.folder / f"copy.db{end}")
    assert shell.run("restore", "copy.db") == 0
    assert read(Sqlite(shell.database), lambda tx: facts.get(tx, "last")) == "word"
    assert not list(shell.database.parent.glob("*.restoring*"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can work for somebody else")
def test_what_root_restores_belongs_to_whoever_runs_the_bot(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    shell.run("backup", "copy.db")
    backups = shell.folder / "var" / "backups"
    backups.mkdir()
    for path in (shell.database.parent, shell.database, backups):
        os.chown(path, 1234, 1235)
    assert shell.run("restore", "copy.db") == 0
    put(backups / "mark.txt", "")
    for path in (shell.database, backups / "mark.txt"):
        assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1235)
