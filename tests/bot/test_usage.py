"""Help, misspelt calls and what an audit finds are said in the brand's language; without a configuration in the shell's."""

import ast
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from bot.start import failures
from bot.start.cli import cli
from bot.start.failures import AUDIT
from messages.sentences import sentence
from storage.engine.engine import Held, Running
from tests.bot.shell import Shell
from tests.bot.test_sentences import _written
from tests.stage import Stage

ROOT = Path(__file__).parents[2]
COMMANDS: dict[str, Any] = get_command(cli).commands  # type: ignore[attr-defined]  # a group has commands


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_of_help_has_its_words(command: str) -> None:
    for text in [COMMANDS[command].help, *(part.help for part in COMMANDS[command].params)]:
        assert sentence("zh", " ".join(text.split())) != " ".join(text.split()), text


def test_help_is_a_page_in_the_brands_language(shell: Shell) -> None:
    shell.configure("", "zh")
    assert shell.run("export", "--help") == failures.DONE
    assert shell.out.startswith("用法：kocbot export SHEET [选项]\n")
    assert "写到标准输出；机器人在运行时也行" in shell.out
    assert "Show this message" not in shell.out
    assert shell.run("--help") == failures.DONE
    assert shell.out.startswith("用法：kocbot 命令 [选项]\n")
    assert "restore  把备份 FILE 对过账" in shell.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "没有“nonsense”这个命令。"),
        (["chek"], "没有“chek”这个命令。是不是想写 check？"),
        (["export"], "后面还要写 SHEET。"),
        (["export", "xyz"], "SHEET 写得不对：没有 xyz 这张表；可以写："),
        (["export", "members", "--format", "xml"], "--format 写得不对："),
        (["audit", "--jason"], "没有 --jason 这个选项，可以写：--json"),
        (["backup", "a", "b"], "多写了：b"),
    ],
    ids=str,
)
def test_a_misspelt_call_is_told_in_the_brands_language(shell: Shell, words: list[str], said: str) -> None:
    shell.configure("", "zh")
    assert shell.run(*words) == failures.MISUSED
    assert said in shell.err
    assert shell.err.splitlines()[-1].startswith("怎么写，看 kocbot ")
    assert shell.err.splitlines()[-1].endswith("--help")


def test_a_misspelt_sheet_and_a_folder_for_a_backup_are_told_what_was_meant(shell: Shell) -> None:
    shell.configure("", "zh")
    assert shell.run("export", "memebrs") == failures.MISUSED
    assert "没有 memebrs 这张表；是不是想写 members？可以写：" in shell.err
    (shell.folder / "backups").mkdir()
    assert shell.run("restore", "backups") == failures.MISUSED
    assert shell.err == "backups: 是个文件夹；请写里面那个文件\n"


@pytest.mark.parametrize("words", [["backup", "bakups/now.db"], ["port", "sevrer/new.db"]], ids=str)
def test_a_folder_that_is_not_there_is_told_and_not_made(shell: Shell, stage: Stage, words: list[str]) -> None:
    shell.configure("", "zh")
    shell.settle(stage)
    assert shell.run(*words) == failures.MISUSED
    folder = words[1].split("/")[0]
    assert shell.err == f"{folder}: 没有这个文件夹；先建好它，或者改对名字\n"
    assert not (shell.folder / folder).exists()


def test_an_option_before_its_command_is_told_where_it_stands(shell: Shell) -> None:
    shell.configure("", "zh")
    assert shell.run("--config", "config.toml", "check") == failures.MISUSED
    assert shell.err == "没有 --config 这个选项\n它写在命令后面：kocbot check --config FILE\n"


@pytest.mark.parametrize(
    ("shells", "said"), [("zh_CN.UTF-8", "没有这个文件"), ("en_GB.UTF-8", "there is no such file")]
)
def test_without_a_configuration_the_language_is_that_of_the_shell(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, shells: str, said: str
) -> None:
    (shell.folder / "config.toml").unlink()
    monkeypatch.setenv("LC_ALL", shells)
    assert shell.run("run") == failures.MISUSED
    assert said in shell.err


def compared() -> Iterator[str]:
    """What audits compare: of what, and in which respect."""
    for file in (ROOT / "actions").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "differ":
                yield from filter(None, (_written(part) for part in node.args[:3:2]))


def test_what_an_audit_compares_has_its_words() -> None:
    found = set(compared())
    assert len(found) > 50
    assert not {said for said in found if sentence("zh", said, AUDIT) == said}


def test_what_an_audit_finds_is_told_in_the_brands_language(shell: Shell, stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    shell.settle(stage)
    shell.configure("", "zh")
    with sqlite3.connect(shell.database) as database:
        database.execute("UPDATE member SET contribution = 9 WHERE contribution = 2")
    assert shell.run("audit") == failures.FAILED
    assert "成员 4：贡献值：应是 2，实为 9" in shell.out


def test_a_file_or_a_folder_that_bars_the_way_is_named_with_what_helps(shell: Shell, stage: Stage) -> None:
    shell.settle(stage)
    (shell.folder / "file").write_text("in the way", "utf-8")
    shell.configure("", "zh")
    assert shell.run("backup", "file/copy.db") == failures.MISUSED
    assert shell.err.endswith(": 没有这个文件夹；先建好它，或者改对名字\n")
    assert shell.run("restore", "nowhere.db") == failures.MISUSED
    assert shell.err == "nowhere.db: 没有这个文件；看看备份的路径写对没有\n"
    assert shell.run("restore", "file") == failures.FAILED
    assert shell.err.splitlines()[1] == "不是数据库文件"
    assert shell.run("audit", "--config", "var") == failures.MISUSED
    assert shell.err == "var:1: 文件: 读不了（是个目录）；请写文件本身，并让运行 kocbot 的用户能读\n"
    shell.configure('[storage]\npath = "file/kocbot.db"\n', "zh")
    assert shell.run("run") == failures.MISUSED
    assert shell.err == "file: 打不开（已经有一个同名的文件）；让运行 kocbot 的用户能写这里，或者换个地方\n"


@pytest.mark.parametrize(
    ("language", "usage", "wrong"),
    [
        ("zh_CN.UTF-8", "用法：kocbot demo [选项]\n", "--port 写得不对：要写一个整数\n怎么写，看 kocbot demo --help"),
        ("en_US.UTF-8", "Usage: kocbot demo [OPTIONS]\n", "kocbot demo --help says how it is called"),
    ],
)
def test_the_demo_explains_itself_in_the_language_of_the_shell(
    tmp_path: Path, language: str, usage: str, wrong: str
) -> None:
    def demo(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "demo", *words]
        around = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": language}
        return subprocess.run(command, cwd=tmp_path, env=around, capture_output=True, text=True, check=False)

    assert demo("--help").stdout.startswith(usage)
    refused = demo("--port", "x")
    assert refused.returncode == failures.MISUSED
    assert wrong in refused.stderr


def test_a_lock_that_a_server_may_hold_for_one_that_is_gone_lets_a_service_try_again() -> None:
    code, said = failures.told(Held("advisory lock in postgresql://db/kocbot"), "zh") or (None, "")
    assert code == failures.FAILED and "过一分钟再试" in said
    code, _ = failures.told(Running("lock file var/kocbot.db.lock"), "zh") or (None, "")
    assert code == failures.MISUSED
