"""The command line: `kocbot run | ...`, the same as `python -m bot ...`."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Annotated

import typer
from telegram.error import InvalidToken, NetworkError

from actions.audit import verify
from bot import config, logs
from bot.app import App, Wiring
from bot.clock import SystemClock
from bot.config import Misconfigured
from bot.database import NoDatabase, read
from bot.intake import TokenUsedElsewhere
from bot.lock import Running, only_one
from bot.pace import Limits
from bot.supervision import Stalled

DONE, FAILED, MISUSED, UNREACHABLE = 0, 1, 2, 3
ConfigFile = Annotated[Path, typer.Option("--config", help="The configuration file.")]
DEFAULT_CONFIG = Path("config.toml")
DEMO_FOLDER = Path("var/demo")

cli = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@cli.callback()
def kocbot() -> None:
    """The incentive and growth system of a brand's community groups."""


@cli.command()
def run(config_file: ConfigFile = DEFAULT_CONFIG) -> None:
    """Run the bot until it is told to stop."""
    settings = config.load(config_file)
    logs.set_up()
    database = Path(settings.storage.path)
    wiring = Wiring(
        token=config.token(settings, config_file.parent),
        base_url=settings.telegram.base_url,
        database=database,
        clock=SystemClock(),
        limits=Limits(overall_per_s=settings.telegram.calls_per_second),
        proxy=settings.telegram.proxy or None,
        cache_mb=settings.storage.cache_mb,
        say=typer.echo,
    )
    with only_one(database):
        asyncio.run(_until_told(App(settings.programme, wiring)))


@cli.command()
def audit(
    config_file: ConfigFile = DEFAULT_CONFIG,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Recompute every balance, board and order from the ledger, and follow its chain."""
    settings = config.load(config_file)
    report = read(Path(settings.storage.path), lambda tx: verify(tx, settings.programme))
    problems = [str(problem) for problem in report.problems]
    if as_json:
        figures = {"members": report.members, "transfers": report.transfers, "sum": report.sum}
        typer.echo(json.dumps({"ok": report.ok, **figures, "problems": problems}, ensure_ascii=False))
    else:
        typer.echo("\n".join([f"{report.members} members, {report.transfers} transfers, sum {report.sum}", *problems]))
        typer.echo("everything adds up" if report.ok else f"{len(problems)} problems")
    raise typer.Exit(DONE if report.ok else FAILED)


@cli.command()
def demo(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The page's port; 0 takes a free one.")] = None,
    folder: Annotated[Path, typer.Option(help="Where the demo's database is made, anew each time.")] = DEMO_FOLDER,
) -> None:
    """Play a lively community in the browser: no token, no configuration."""
    from sandbox import demo as stage  # noqa: PLC0415  # the bot itself runs without the sandbox

    logs.set_up("ERROR")
    stage.run(port, folder)


async def _until_told(app: App) -> None:
    loop = asyncio.get_running_loop()
    for told in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(told, app.stop)
    await app.run()


def main() -> None:
    """The console script: every expected failure is one sentence and an exit code."""
    try:
        cli()
    except Misconfigured as wrong:
        _fail(MISUSED, str(wrong))
    except NoDatabase as missing:
        _fail(MISUSED, f"there is no database at {missing.path} yet: start the bot once, or name another --config")
    except Running as other:
        _fail(MISUSED, f"another kocbot is running on this database (lock file {other.path})")
    except InvalidToken:
        _fail(UNREACHABLE, "Telegram refused the token: get a fresh one from @BotFather and set KOCBOT_TOKEN")
    except TokenUsedElsewhere:
        _fail(UNREACHABLE, "another process polls with the same token: stop it, or revoke the token at @BotFather")
    except Stalled as silent:
        typer.echo(f"{silent.task} has been silent for {silent.silent_s:.0f} s: ending, to be started anew", err=True)
        os._exit(FAILED)  # the storage thread may hang, and would keep the process
    except NetworkError as broken:
        _fail(
            UNREACHABLE,
            f"could not reach Telegram ({logs.scrubbed(str(broken))}): check the network and [telegram] proxy",
        )


def _fail(code: int, sentence: str) -> None:
    typer.echo(sentence, err=True)
    sys.exit(code)
