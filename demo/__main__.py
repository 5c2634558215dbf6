"""The demo's command line: `python -m demo`, the same as `kocbot demo`."""

from pathlib import Path
from typing import Annotated

import typer

from bot import logs
from demo.demo import PortTaken, address_in, run
from storage.engine.engine import Running

MISUSED = 2
FOLDER = Path("var/demo")
OPENED = "演示已经开着，在浏览器里打开 · The demo is running already, open in a browser:  {url}"
NOT_YET = "另一个演示正在准备，好了会在它那边给出网址。 Another demo is getting ready and will tell its address there."


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
        typer.echo(OPENED.format(url=url) if (url := address_in(folder)) else NOT_YET)


def _fail(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(MISUSED)


if __name__ == "__main__":
    typer.run(demo)
