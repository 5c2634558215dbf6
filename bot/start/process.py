"""The bot as the one task of its process: it ends when told to, and keeps its memory in order."""

import asyncio
import gc
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvloop

from bot.start.app import App

T = TypeVar("T")

# New objects between two looks for garbage. Updates leave little behind; the default of 700 looks four times for each.
NEW_OBJECTS = 20_000


def run(main: Coroutine[Any, Any, T]) -> T:
    """What it returns, on the loop that every part of the product runs on (decision 14 says what it saves)."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)


async def until_told(app: App) -> None:
    """Run until SIGTERM or Ctrl-C; what is being done is finished first."""
    loop = asyncio.get_running_loop()
    for told in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(told, app.stop)
    settled = asyncio.create_task(_settle(app))
    try:
        await app.run()
    finally:
        settled.cancel()


async def _settle(app: App) -> None:
    """What was made at start stays for good: no need to look through it for garbage ever again."""
    await app.ready.wait()
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, 20, 20)
