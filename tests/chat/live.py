"""The whole bot over real HTTP against the sandbox."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.delivery.pace import Limits
from bot.start.app import App, Wiring
from rules.programme.programme import Programme
from sandbox.api.server import Server, serve
from sandbox.world.world import World
from storage.post import outbox
from tests.databases import housed
from tests.stage import Stage

UNHURRIED = Limits(overall_per_s=1000, chat_per_s=1000, group_per_min=100_000)


@dataclass
class Live:
    """A running bot and its world."""

    app: App
    server: Server
    world: World
    task: "asyncio.Task[None]"

    async def until(self, met: Callable[[], object], within_s: float = 10.0) -> None:
        """Wait until something is the case; the bot's own failure is raised at once."""
        async with asyncio.timeout(within_s):
            while not met():
                if self.task.done():
                    self.task.result()
                    raise AssertionError("the bot ended")
                await asyncio.sleep(0.01)

    async def quiet(self) -> None:
        """Wait until everything that came in is handled and everything due is sent."""
        while True:
            await self.until(lambda: not len(self.world.updates))
            now = int(self.world.clock.now())
            open_ = await self.app.database.run(lambda tx, now=now: outbox.outstanding(tx, now))
            if not open_:
                return
            await asyncio.sleep(0.02)


@asynccontextmanager
async def live(
    stage: Stage,
    folder: Path,
    *,
    limits: Limits = UNHURRIED,
    programme: Programme | None = None,
    say: Callable[[str], object] = str,
    machine: Clock | None = None,
    marks: Path | None = None,
) -> AsyncIterator[Live]:
    """The stage's brand served by a live bot; `machine`: the clock where it runs, else that of its world."""
    database = housed(stage.connection, folder)
    async with serve(stage.world) as server:
        clock = machine or stage.world.clock
        wiring = Wiring(stage.world.token, server.url, database, clock, limits=limits, poll_s=1, say=say, marks=marks)
        app = App(programme or stage.programme, wiring)
        task = asyncio.create_task(app.run())
        try:
            running = Live(app, server, stage.world, task)
            await running.until(app.ready.is_set)
            yield running
        finally:
            app.stop()
            await asyncio.wait_for(task, 15)
