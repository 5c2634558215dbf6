"""The command line: what each word does, what it prints, and with which code it ends."""

import asyncio
import csv
import io
import json
import sqlite3
import stat
from pathlib import Path

import pytest

from bot.start import cli, failures
from sandbox.api.server import serve
from storage.engine.sqlite import Sqlite
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.stage import Stage

TOKEN = "42:sandbox"


class Shell:
    """A folder with a configuration, and kocbot called in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch
        self.database = folder / "var" / "kocbot.db"
        self.out = self.err = ""
        monkeypatch.chdir(folder)
        monkeypatch.setenv("KOCBOT_TOKEN", TOKEN)
        self.configure("")

    def configure(self, text: str) -> None:
        (self.folder / "config.toml").write_text(text, "utf-8")

    def run(self, *words: str) -> int:
        """`kocbot words...`; its exit code. What it said is in `out` and `err`."""
        self._monkeypatch.setattr("sys.argv", ["kocbot", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        self.out, self.err = self._capsys.readouterr()
        code = ended.value.code
        return code if isinstance(code, int) else 0

    def settle(self, stage: Stage) -> None:
        """The stage's brand is what the database holds."""
        self.database.parent.mkdir(exist_ok=True)
        stage.connection.execute("VACUUM INTO ?", (str(self.database),))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder to call kocbot in."""
    return Shell(tmp_path, capsys, monkeypatch)


def checked_in(stage: Stage) -> Stage:
    stage.lin.rename("=1+1")
    stage.lin.say(stage.group, "签到")
    stage.zhou.say(stage.group, "签到")
    stage.play()
    return stage


# check --------------------------------------------------------------------------------------------------------------


def check_against(shell: Shell, stage: Stage, base_url: str | None = None) -> int:
    """`kocbot check` while the sandbox serves."""

    async def story() -> int:
        async with serve(stage.world) as server:
            shell.configure(f'[telegram]\nbase_url = "{base_url or server.url}"\n')
            return await asyncio.to_thread(shell.run, "check")

    return asyncio.run(story())


def test_check_says_line_by_line_that_all_is_well(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage) == failures.DONE, shell.out
    lines = shell.out.splitlines()
    assert all(line.startswith("ok") for line in lines)
    assert any("Telegram knows @kocbot" in line for line in lines)
    assert any("community '星途车友会': administrator" in line for line in lines)


def test_check_names_what_is_wrong_and_how_to_mend_it(shell: Shell, stage: Stage) -> None:
    stage.world.demote(stage.group, stage.world.bot)
    stage.world.remove_bot(stage.channel, stage.owner)
    shell.settle(stage)
    assert check_against(shell, stage) == failures.FAILED
    wrong = [line for line in shell.out.splitlines() if line.startswith("MEND")]
    assert len(wrong) == 3
    assert "privacy mode: on" in wrong[0]
    assert "community '星途车友会': make the bot an administrator" in wrong[1]
    assert "channel '星途精选': the bot is not in there" in wrong[2]


def test_check_says_where_backups_go_and_whether_they_can(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    assert check_against(shell, stage) == failures.DONE
    assert "ok    backups: every 1 h to var/backups" in shell.out
    (shell.folder / "var" / "backups").write_text("in the way", "utf-8")
    assert check_against(shell, stage) == failures.FAILED
    assert "MEND  backups: every 1 h to var/backups" in shell.out


def test_check_before_the_first_start_says_what_will_be_made(shell: Shell, stage: Stage) -> None:
    assert check_against(shell, stage) == failures.DONE
    assert "will be made at the first start" in shell.out
    assert "a link to claim the bot" in shell.out
    assert not shell.database.exists()


def test_a_refused_token_an_unreachable_server_and_a_bad_configuration_have_codes_of_their_own(
    shell: Shell, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check_against(shell, stage, "http://127.0.0.1:9") == failures.UNREACHABLE
    assert "could not reach Telegram" in shell.err
    monkeypatch.setenv("KOCBOT_TOKEN", "43:wrong")
    assert check_against(shell, stage) == failures.UNREACHABLE
    assert "refused the token" in shell.err
    assert "43:wrong" not in shell.err + shell.out
    shell.configure("[brand]\nnme = 1\n[reviews]\nwithin_hours = -1\n")
    assert shell.run("check") == failures.MISUSED
    assert shell.err.count("config.toml:") == 2
    monkeypatch.delenv("KOCBOT_TOKEN")
    shell.configure("")
    assert shell.run("check") == failures.MISUSED
    assert shell.err.startswith("environment: KOCBOT_TOKEN: set it")
    assert shell.out.startswith("ok    configuration")
    assert shell.run("chekc") == failures.MISUSED


# export -------------------------------------------------------------------------------------------------------------


def test_export_writes_csv_that_excel_reads_safely(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    assert shell.run("export", "members", "--format", "csv") == failures.DONE
    assert shell.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(shell.out.removeprefix("\ufeff"), newline="")))
    [lin] = [row for row in rows if row["telegram_id"] == str(stage.lin.id)]
    assert (lin["name"], lin["points"], lin["level"], lin["trust"]) == ("'=1+1", "2", "新晋车友", "base")


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


def test_export_without_a_database_or_of_something_else_is_misuse(shell: Shell) -> None:
    assert shell.run("export", "members") == failures.MISUSED
    assert "no database" in shell.err
    assert shell.run("export", "secrets") == failures.MISUSED


# backup and restore -------------------------------------------------------------------------------------------------


def test_a_backup_made_beside_a_running_bot_is_whole_and_private(shell: Shell, stage: Stage) -> None:
    shell.settle(checked_in(stage))
    copy = shell.folder / "copies" / "monday.db"
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


def test_a_restore_says_how_much_is_left_to_people(shell: Shell, stage: Stage) -> None:
    letter = Letter(stage.group.id, SendMessage("新公告"))
    stage.do(lambda tx: outbox.put(tx, [letter], int(stage.clock.now())))
    shell.settle(stage)
    copy = shell.folder / "copy.db"
    assert shell.run("backup", str(copy)) == cli.DONE
    assert shell.run("restore", str(copy)) == cli.DONE, shell.err
    assert "1 letters that waited may have been sent since: /doctor lists them" in shell.out
    assert "scheduled posts may have been made since" in shell.out


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
