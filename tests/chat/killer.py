"""Lives and deaths of the whole bot: a process that is started, watched for a moment, and killed without warning."""

import asyncio
import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

from bot.delivery.pace import Limits
from bot.start import config
from bot.start.app import App, Wiring
from sandbox.api.server import Server
from sandbox.world.clock import Clock
from storage.engine.sqlite import Sqlite

UNHURRIED = Limits(overall_per_s=1000, chat_per_s=1000, group_per_min=100_000)
CONTEXT: ForkServerContext = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.chat.killer"])


class SharedClock(Clock):
    """A clock that flows, can be advanced, and shows the same time in every process."""

    def __init__(self, start: float) -> None:
        super().__init__()
        self._begun_s = start - time.time()
        # Without a lock: whoever is killed while holding it would stop the clock for everybody.
        self._ahead: Any = CONTEXT.Value("d", self._begun_s, lock=False)

    def now(self) -> float:
        """UTC seconds."""
        return time.time() + float(self._ahead.value)

    def pace(self) -> float:
        """Seconds that rate limits count with, jumps as well."""
        return time.monotonic() + float(self._ahead.value) - self._begun_s

    def advance(self, seconds: float) -> None:
        """Jump ahead."""
        self._ahead.value += seconds


def run_bot(url: str, configuration: str, token: str, clock: SharedClock) -> None:
    """The bot's process; it never ends by itself."""
    settings = config.load(Path(configuration))
    database = Sqlite(settings.storage.path)
    wiring = Wiring(token, url, database, clock, limits=UNHURRIED, poll_s=1)
    with database.only_one():
        asyncio.run(App(settings.programme, wiring).run())


class Killer:
    """Starts the bot, lets it live for a moment, kills it."""

    def __init__(self, server: Server, configuration: Path, clock: SharedClock) -> None:
        self._arguments = (server.url, str(configuration), server.world.token, clock)
        self._process: ForkServerProcess | None = None
        self._polled = asyncio.Event()
        poll = server.world.updates.poll

        async def polled(offset: int, limit: int, timeout_s: int) -> list[bytes]:
            self._polled.set()
            return await poll(offset, limit, timeout_s)

        server.world.updates.poll = polled  # type: ignore[method-assign]

    async def start(self) -> None:
        """A new life; returns with its first poll."""
        self.begin()
        async with asyncio.timeout(30):
            await self._polled.wait()

    def begin(self) -> None:
        """A new life begins; nobody waits for its first sign."""
        self._polled.clear()
        self._process = CONTEXT.Process(target=run_bot, args=self._arguments, daemon=True)
        self._process.start()

    async def kill(self) -> None:
        """The end of it, without any warning."""
        process = self._process
        assert process is not None
        assert process.is_alive(), f"the bot died by itself: {process.exitcode}"
        process.kill()
        await asyncio.to_thread(process.join)

    async def life(self, seconds: float, *, until: Callable[[], bool] | None = None) -> None:
        """Start, live for so long, or at most so long `until` something is the case, and die."""
        await self.start()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while until is None or not until():
                    await asyncio.sleep(0.005)
        await self.kill()

    async def early_death(self, seconds: float) -> None:
        """Die while still starting."""
        self.begin()
        await asyncio.sleep(seconds)
        await self.kill()
