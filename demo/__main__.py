"""The demo's command line: `python -m demo`, the same as `kocbot demo`."""

from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from demo.demo import PortTaken, address_in, both, run
from storage.engine.engine import Running

MISUSED = 2
FOLDER = Path("var/demo")


def demo(
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The page's port; 0 takes a free one.")] = None,
    folder: Annotated[Path, typer.Option(help="Where the demo's database is made, anew each time.")] = FOLDER,
) -> None:
    """Play a lively community in the browser: no token, no configuration."""
    logs.set_up("ERROR")
    try:
        run(port, folder)
    except PortTaken as taken:
        _fail(f"port {taken.port} is taken: name another, or leave --port out")
    except Running:
        typer.echo(_elsewhere(address_in(folder)))


def _elsewhere(url: str | None) -> str:
    """What to do when a demo lives in that folder already."""
    if url is None:
        return both("Another demo is getting ready and will tell its address there.")
    return f"{both('The demo is running already, open in a browser:')}  {url}"


def _fail(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(MISUSED)


if __name__ == "__main__":
    typer.run(demo)
