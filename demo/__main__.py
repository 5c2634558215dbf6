"""The demo's command line: `python -m demo`, the same as `kocbot demo`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from bot.start.config import Misconfigured, load, locale_of
from bot.start.failures import told
from bot.start.usage import Command, Misspelt, call, named_config
from demo.demo import PortTaken, address_in, both, run
from storage.engine.engine import Running

MISUSED = 2
FOLDER, CONFIG = Path("var/demo"), Path("config.toml")
cli = typer.Typer(add_completion=False)


@cli.command(cls=Command)
def demo(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The page's port; 0 takes a free one.")] = None,
    folder: Annotated[Path, typer.Option(help="Where the demo's database is made, anew each time.")] = FOLDER,
    config_file: Annotated[
        Path | None, typer.Option("--config", help="Your configuration file: the same people play by your rules.")
    ] = None,
) -> None:
    """Play a lively community in the browser: no token, no configuration."""
    logs.set_up("ERROR")
    try:
        run(port, folder, load(config_file).programme if config_file else None)
    except PortTaken as taken:
        typer.echo(both(f"port {taken.port} is taken: name another, or leave --port out"), err=True)
        raise typer.Exit(MISUSED) from None
    except Running:
        typer.echo(_elsewhere(address_in(folder)))


def _elsewhere(url: str | None) -> str:
    """What to do when a demo lives in that folder already."""
    if url is None:
        return both("Another demo is getting ready and will tell its address there.")
    return f"{both('The demo is running already, open in a browser:')}  {url}"


def main() -> None:
    """Its help, and what is wrong with a call, read like those of the other commands."""
    locale = locale_of(named_config(sys.argv, CONFIG))
    try:
        sys.exit(call(cli, locale))
    except Misspelt as wrong:
        typer.echo(wrong.said, err=True)
        sys.exit(wrong.code)
    except Misconfigured as wrong:
        code, words = told(wrong, locale) or (MISUSED, str(wrong))
        typer.echo(words, err=True)
        sys.exit(code)


if __name__ == "__main__":
    main()
