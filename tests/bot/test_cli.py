"""The command line: what each word does, what it prints, and with which code it ends."""

import csv
import io
import json
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.port import CARRIED_TO
from bot.database import read
from bot.start import cli, failures
from storage import facts
from storage.engine.sqlite import Sqlite
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.bot.shell import Shell
from tests.honoured import hall, portrayed
from tests.stage import Stage


def checked_in(stage: Stage) -> Stage:
    stage.lin.rename("=1+1")
    stage.lin.say(stage.group, "签到")
    stage.zhou.say(stage.group, "签到")
    stage.play()
    return stage


# export -------------------------------------------------------------------------------------------------------------


def test_export_writes_csv_that_excel_reads_safely(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    assert shell.run("export", "members", "--format", "csv") == failures.DONE
    assert shell.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(shell.out.removeprefix("\ufeff"), newline="")))
    [lin] = [row for row in rows if row["telegram_id"] == str(stage.lin.id)]
    assert (lin["name"], lin["points"], lin["level"], lin["trust"]) == ("'=1+1", "2", "Newcomer", "base")


def test_export_writes_json_for_programs(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    assert shell.run("export", "ledger", "--format", "json") == failures.DONE
    rows = json.loads(shell.out)
    assert [row["amount"] for row in rows] == [2, 2]
    assert list(rows[0]) == [
        "id",
        "at",
        "telegram_id",
        "rule",
        "amount",
        "key",
        "actor",
        "reason",
        "group_id",
        "reverses",
    ]
    assert rows[0]["at"] == "2026-11-16T01:00:00Z"
    for name in ("orders", "submissions", "questions"):
        assert shell.run("export", name, "--format", "json") == failures.DONE
        assert json.loads(shell.out) == []


def test_export_for_people_has_headings_and_values_in_the_brands_language(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    shell.configure("", "zh")
    assert shell.run("export", "ledger", "--people", "--format", "json") == failures.DONE
    row = json.loads(shell.out)[0]
    assert (row["时间"], row["成员"], row["事项"], row["群"]) == ("2026-11-16 09:00", "=1+1", "每日签到", "星途车友会")
    assert shell.run("export", "ledger", "--raw", "--format", "json") == failures.DONE
    assert json.loads(shell.out)[0]["rule"] == "checkin"


def test_the_hall_is_a_page_that_needs_nothing_else(shell: Shell, stage: Stage) -> None:
    hall(stage)
    shell.settle(stage)
    assert shell.run("export", "hall") == failures.DONE
    assert "&lt;b&gt;林晓" in shell.out and "总在 &lt;i&gt;" in shell.out and "Top Helper" in shell.out
    assert "何川" not in shell.out and "走到哪说到哪" in shell.out
    assert (
        'alt="&lt;b&gt;林晓"' in shell.out
        and shell.out.count("<img") == shell.out.count("data:image/jpeg;base64,") == 1
    )
    assert "<script" not in shell.out and "http" not in shell.out and "url(" not in shell.out
    assert shell.run("export", "hall", "--language", "zh") == failures.DONE
    assert "年度热心用户" in shell.out and "一位车友" in shell.out


def test_export_without_a_database_or_of_something_else_is_misuse(shell: Shell) -> None:
    assert shell.run("export", "members") == failures.MISUSED
    assert "no database" in shell.err
    assert shell.run("export", "secrets") == failures.MISUSED


# backup and restore -------------------------------------------------------------------------------------------------


def test_a_new_database_is_private_as_its_copies_are(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    assert shell.run("port", str(shell.folder / "new.db")) == failures.DONE
    with closing(Sqlite(shell.folder / "first.db").open()) as connection:
        connection.execute("DELETE FROM fact")
        files = list(shell.folder.glob("first.db*"))
        modes = {stat.S_IMODE(file.stat().st_mode) for file in (*files, shell.folder / "new.db")}
    assert (len(files), modes) == (3, {0o600})


def test_a_backup_made_beside_a_running_bot_is_whole_and_private(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    copy = shell.folder / "copies" / "monday.db"
    copy.parent.mkdir()
    with Sqlite(shell.database).only_one():
        assert shell.run("backup", str(copy)) == failures.DONE, shell.err
    assert "2 transfers, everything adds up" in shell.out
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [path.name for path in copy.parent.iterdir()] == ["monday.db"]
    assert shell.run("backup", str(copy)) == failures.MISUSED
    assert "never overwrites" in shell.err


def test_a_backup_is_restored_after_an_audit_and_the_old_database_is_kept(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    copy = shell.folder / "empty.db"
    assert shell.run("backup", str(copy)) == failures.DONE
    shell.database.unlink()
    shell.settle(checked_in(stage))
    assert shell.run("restore", str(copy)) == failures.DONE, shell.err
    assert "0 transfers" in shell.out
    assert shell.run("audit") == failures.DONE
    assert "0 transfers" in shell.out
    [before] = shell.database.parent.glob("kocbot.db.before-*")
    assert sqlite3.connect(before).execute("SELECT count(*) FROM transfer").fetchone() == (2,)


def test_a_backup_holds_no_photo_that_its_owner_may_take_back(shell: Shell, stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: portrayed(tx, lin))
    shell.settle(stage)
    assert b"JFIF" in shell.database.read_bytes()
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == cli.DONE
    assert b"JFIF" not in copy.read_bytes()


def test_a_restore_says_how_much_is_left_to_people(shell: Shell, stage: Stage) -> None:
    letter = Letter(stage.group.id, SendMessage("新公告"))
    stage.do(lambda tx: outbox.put(tx, [letter], int(stage.clock.now())))
    shell.settle(stage)
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == cli.DONE
    assert shell.run("restore", str(copy)) == cli.DONE, shell.err
    assert "1 letters that waited may have been sent since: /doctor lists them" in shell.out
    assert "scheduled posts may have been made since" in shell.out


def test_what_is_done_is_said_in_the_brands_language(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    shell.configure("", "zh")
    copy, elsewhere = shell.folder / "copy.db", shell.folder / "elsewhere.db"
    assert shell.run("backup", str(copy)) == failures.DONE, shell.err
    assert f"已备份到 {copy}" in shell.out
    assert "2 笔流水，账都对得上" in shell.out
    assert shell.run("restore", str(copy)) == failures.DONE, shell.err
    assert f"已恢复 {Path('var/kocbot.db')}" in shell.out
    assert "原来的数据库留在" in shell.out
    assert shell.run("port", str(elsewhere)) == failures.DONE, shell.err
    assert "把刚才的路径写进 config.toml 的 [storage] path" in shell.out
    assert f"都搬到 {elsewhere} 了" in shell.out
    assert "两边对过，完全一样" in shell.out
    assert shell.run("run") == failures.MISUSED
    assert f"已经搬到 {elsewhere} 了" in shell.err
    assert shell.run("backup", str(shell.folder / "left.db")) == failures.DONE, shell.err
    assert shell.run("restore", str(shell.folder / "left.db")) == failures.DONE, shell.err
    assert read(Sqlite(shell.database), lambda tx: facts.get(tx, CARRIED_TO)) is None
    assert shell.run("export", "secrets") == failures.MISUSED
    assert "没有 secrets 这张表" in shell.err.replace("\n", "")


def test_what_the_write_ahead_log_still_held_is_kept_with_the_old_database(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == failures.DONE
    killed = sqlite3.connect(shell.database)
    killed.execute("PRAGMA journal_mode=WAL")
    killed.execute("INSERT INTO fact (name, value) VALUES ('late', 'yes')")
    killed.commit()
    assert shell.run("restore", str(copy)) == failures.DONE
    killed.close()
    [before] = [path for path in shell.database.parent.glob("kocbot.db.before-*") if path.name[-1].isdigit()]
    kept = sqlite3.connect(before)
    assert kept.execute("SELECT value FROM fact WHERE name = 'late'").fetchone() == ("yes",)
    kept.close()


def test_nothing_is_restored_while_a_bot_runs(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == failures.DONE
    with Sqlite(shell.database).only_one():
        assert shell.run("restore", str(copy)) == failures.MISUSED
    assert "another kocbot is running" in shell.err


@pytest.mark.parametrize("damage", ["points", "noise", "other", "missing"])
def test_an_unsound_backup_replaces_nothing(shell: Shell, stage: Stage, damage: str) -> None:
    shell.settle(checked_in(stage))
    before = shell.database.read_bytes()
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == failures.DONE
    spoil(copy, damage)
    assert shell.run("restore", str(copy)) == (failures.MISUSED if damage == "missing" else failures.FAILED)
    assert shell.database.read_bytes() == before
    assert not list(shell.database.parent.glob("*restoring*"))
    assert not list(shell.database.parent.glob("*before*"))


def spoil(copy: Path, damage: str) -> None:
    """Somebody edits the points, the disk writes noise, it is another program's database, or it is gone."""
    if damage == "points":
        connection = sqlite3.connect(copy)
        connection.execute("UPDATE account SET posted = posted + 1000 WHERE member IS NOT NULL")
        connection.commit()
        connection.close()
    elif damage == "noise":
        copy.write_bytes(b"SQLite format 3\0" + b"noise" * 5000)
    elif damage == "other":
        copy.unlink()
        connection = sqlite3.connect(copy)
        connection.execute("CREATE TABLE diary (day TEXT)")
        connection.commit()
        connection.close()
    else:
        copy.unlink()
