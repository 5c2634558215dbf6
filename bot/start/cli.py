"""The command line: `kocbot run | ...`, the same as `python -m bot ...`."""

import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from actions.operations.audit import verify
from bot import logs
from bot.clock import CheckedClock, SystemClock
from bot.database import read
from bot.delivery.pace import Limits
from bot.start import config, process
from bot.start.app import App, Wiring, identity_of
from bot.start.config import Settings, Storage
from bot.start.config_shape import near
from bot.start.exports import EXPORTED, Asked, Form, lines
from bot.start.failures import AUDIT, DONE, FAILED, OnAServer, told
from bot.start.usage import Command, Group, Misspelt, call, named_config
from bot.supervision import Stalled
from bot.upkeep.backup import back_up, require_folder
from bot.upkeep.backup import restore as bring_back
from bot.upkeep.backups import BackupPlan
from bot.upkeep.check import look
from bot.upkeep.doubted import uncertain
from bot.upkeep.forgetting import NAME, forget_by_hand, write_down
from bot.upkeep.port import GO_ON
from bot.upkeep.port import port as carry_over
from messages.sentences import sentence
from rules.occasion import Occasion
from storage.engine.engine import Engine
from storage.engine.engines import SERVER, engine_at
from storage.engine.tx import Tx

HOUR_S = 3600
ConfigFile = Annotated[Path, typer.Option("--config", help="The configuration file; config.toml if it is left out.")]
BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]
DEFAULT_CONFIG = Path("config.toml")


class Language(StrEnum):
    """A language in which people read."""

    ZH = "zh"
    EN = "en"


cli = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@cli.callback()
def kocbot() -> None:
    """The incentive and growth system of a brand's community groups."""


@cli.command(cls=Command)
def run(config_file: ConfigFile = DEFAULT_CONFIG) -> None:
    """Run the bot until it is told to stop."""
    settings, token = config.whole(config_file)
    logs.set_up()
    database = _engine(settings)
    wiring = Wiring(
        token=token,
        base_url=settings.telegram.base_url,
        database=database,
        clock=SystemClock(),
        limits=Limits(overall_per_s=settings.telegram.calls_per_second),
        proxy=settings.telegram.proxy or None,
        say=typer.echo,
        backups=_backups(settings.storage, config_file),
        forgotten=_forgotten(settings),
        marks=Path(settings.storage.backup_dir),
    )
    with database.only_one():
        process.run(process.until_told(App(settings.programme, wiring)))


def _engine(settings: Settings) -> Engine:
    return engine_at(settings.storage.place, settings.storage.cache_mb)


def _file(settings: Settings) -> Path:
    """The database's file. Raises OnAServer when there is none."""
    if settings.storage.database:
        raise OnAServer
    return Path(settings.storage.path)


def _forgotten(settings: Settings) -> Path:
    return Path(settings.storage.backup_dir) / NAME


def _backups(storage: Storage, config_file: Path) -> BackupPlan | None:
    """Backups by themselves are made by `kocbot backup`, in a process of its own."""
    if not storage.backup_hours or storage.database:
        return None
    command = (sys.executable, "-m", "bot", "backup", "--config", str(config_file))
    folder = Path(storage.backup_dir)
    return BackupPlan(folder, storage.backup_hours * HOUR_S, storage.backup_keep, storage.backup_days, command)


@cli.command(cls=Command)
def audit(
    config_file: ConfigFile = DEFAULT_CONFIG,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Recompute every balance, board and order from the ledger, and follow its chain."""
    settings = config.load(config_file)
    report = read(_engine(settings), lambda tx: verify(tx, settings.programme))
    problems = [str(problem) for problem in report.problems]
    found = [sentence(settings.programme.brand.locale, problem, AUDIT) for problem in problems]
    if as_json:
        figures = {"members": report.members, "transfers": report.transfers, "sum": report.sum}
        typer.echo(json.dumps({"ok": report.ok, **figures, "problems": problems}, ensure_ascii=False))
    else:
        _say(settings, f"{report.members} members, {report.transfers} transfers, sum {report.sum}", *found)
        _say(settings, "everything adds up" if report.ok else f"{len(problems)} problems")
    raise typer.Exit(DONE if report.ok else FAILED)


@cli.command(cls=Command)
def check(config_file: ConfigFile = DEFAULT_CONFIG) -> None:
    """Say line by line what is right and what is wrong, also asking Telegram."""
    settings, token = config.whole(config_file)
    raise typer.Exit(DONE if process.run(_check(settings, token)) else FAILED)


async def _check(settings: Settings, token: str) -> bool:
    """Print each line as it is found out; whether all of them are right."""
    right = True
    async for line in look(settings, token, CheckedClock(SystemClock())):
        typer.echo(line.in_words_of(settings.programme.brand.locale))
        right = right and line.right
    return right


def _exported(name: str) -> str:
    if name not in EXPORTED:
        known = ", ".join(EXPORTED)
        raise typer.BadParameter(f"there is no sheet {name}; {near(name, EXPORTED)}name one of: {known}")
    return name


@cli.command(cls=Command)
def export(
    name: Annotated[str, typer.Argument(metavar="SHEET", callback=_exported, help=f"One of: {', '.join(EXPORTED)}.")],
    raw: Annotated[
        bool, typer.Option("--raw/--people", help="Stable names for programs, or headings and values for people.")
    ] = True,
    form: Annotated[Form, typer.Option("--format", help="csv opens in Excel, json is for programs.")] = Form.CSV,
    language: Annotated[Language | None, typer.Option(help="Of the hall's page; the brand's by default.")] = None,
    config_file: ConfigFile = DEFAULT_CONFIG,
) -> None:
    """Write a sheet, or the hall of honour as a web page, to standard output, also beside a running bot."""
    settings = config.load(config_file)
    asked = Asked(name, raw, form, language.value if language else settings.programme.brand.locale)
    today = Occasion(int(SystemClock().now()), settings.programme).day

    def write(tx: Tx) -> None:
        for line in lines(tx, asked, settings.programme, today):
            sys.stdout.buffer.write(line.encode())

    read(_engine(settings), write)
    sys.stdout.buffer.flush()


@cli.command(cls=Command)
def backup(file: BackupFile, config_file: ConfigFile = DEFAULT_CONFIG) -> None:
    """Copy the database to FILE, also beside a running bot, and audit the copy."""
    settings = config.load(config_file)
    done = back_up(_file(settings), file, settings.programme)
    said = f"{done.report.members} members, {done.report.transfers} transfers, everything adds up"
    _say(settings, f"backed up to {done.path} ({done.size_bytes // 1024} KB): {said}")


@cli.command(cls=Command)
def restore(file: BackupFile, config_file: ConfigFile = DEFAULT_CONFIG) -> None:
    """Audit the backup FILE and put it in the database's place; refuses while a bot is running."""
    settings = config.load(config_file)
    database = _file(settings)
    identity, now = identity_of(settings.programme, ""), int(SystemClock().now())
    done = bring_back(file, database, identity, now, _forgotten(settings))
    said = f"{done.report.members} members, {done.report.transfers} transfers, everything adds up"
    _say(settings, f"restored {database}: {said}")
    if done.before:
        _say(settings, f"the database before it is kept at {done.before}")
    if done.again:
        _say(settings, f"{done.again} members who had asked to be forgotten since were forgotten again")
    for line in uncertain(done.doubted):
        _say(settings, line)


@cli.command(cls=Command)
def forget(
    who: Annotated[str, typer.Argument(metavar="WHO", help="Their Telegram id, or @name.")],
    anyway: Annotated[bool, typer.Option("--anyway", help="Also when orders, seats or cases are open.")] = False,
    config_file: ConfigFile = DEFAULT_CONFIG,
) -> None:
    """Forget a member who asked for it, for good; refuses while a bot is running."""
    settings = config.load(config_file)
    identity, now = identity_of(settings.programme, ""), int(SystemClock().now())
    done = forget_by_hand(_engine(settings), identity, who, now, anyway=anyway)
    write_down(_forgotten(settings), done.known)
    _say(settings, f"forgotten; {done.points} points are forfeited, the ledger keeps its numbers")


@cli.command(cls=Command)
def port(
    to: Annotated[
        str, typer.Argument(metavar="TO", help="A file's path, or a postgresql:// address; it must be empty.")
    ],
    config_file: ConfigFile = DEFAULT_CONFIG,
) -> None:
    """Carry the database of a stopped bot over to TO, audit both and compare them."""
    settings = config.load(config_file)
    if not to.startswith(SERVER):
        require_folder(Path(to))
    source, target = _engine(settings), engine_at(to)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)
        done = carry_over(
            source,
            target,
            settings.programme,
            lambda table, rows: progress.update(task, advance=rows, description=table),
        )
    rows = sum(done.rows.values())
    _say(settings, f"{rows} rows of {len(done.rows)} tables are at {target.place} now")
    figures = f"{done.audit.members} members, {done.audit.transfers} transfers"
    _say(settings, f"the same on both: {figures}, last hash {done.hash[:16]}")
    _say(settings, GO_ON[to.startswith(SERVER)].format(config_file))


@cli.command(
    cls=Command, context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
)
def demo(context: typer.Context) -> None:
    """Play a lively community in the browser: no token, no configuration."""
    # A program of its own, above the bot: the bot runs without the sandbox.
    os.execv(sys.executable, [sys.executable, "-m", "demo", *context.args])


def main() -> None:
    """The console script: every expected failure is one sentence and an exit code."""
    try:
        sys.exit(call(cli, _locale()))
    except Misspelt as wrong:
        _fail(wrong.code, wrong.said)
    except typer.Abort:
        sys.exit(FAILED)
    except Stalled as silent:
        said_ = f"{silent.task} has been silent for {silent.silent_s:.0f} s: ending, to be started anew"
        typer.echo(sentence(_locale(), said_), err=True)
        os._exit(FAILED)  # the storage thread may hang, and would keep the process
    except Exception as raised:
        if (said := told(raised, _locale())) is None:
            raise
        _fail(*said)


def _locale() -> str:
    """The brand's language, as far as it can be told."""
    return config.locale_of(named_config(sys.argv, DEFAULT_CONFIG))


def _say(settings: Settings, *lines: str) -> None:
    """Each line in the brand's language."""
    typer.echo("\n".join(sentence(settings.programme.brand.locale, line) for line in lines))


def _fail(code: int, sentence: str) -> None:
    typer.echo(sentence, err=True)
    sys.exit(code)
