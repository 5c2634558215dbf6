"""The sandbox over HTTP: the Bot API, files, the Play API and the page, on one port of this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from sandbox.api.bot_api import BotApi
from sandbox.api.requests import LARGEST_BODY
from sandbox.play import Play
from sandbox.world.world import World


@dataclass(slots=True)
class Server:
    """A running sandbox."""

    world: World
    url: str
    runner: web.ServerRunner
    bot_api: BotApi

    @property
    def base_url(self) -> str:
        """What a client of the Bot API takes as its base address."""
        return f"{self.url}/bot"


class Door:
    """Sends each request to the part that answers it."""

    def __init__(self, world: World) -> None:
        self.bot_api = BotApi(world)
        self.play = Play(world)

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        """Bot API first: it is asked most."""
        path = request.rel_url.raw_path
        if path.startswith("/bot"):
            return await self.bot_api.answer(request, path)
        if path.startswith("/file/bot"):
            return self.bot_api.file(path)
        return await self.play.answer(request, path)


@asynccontextmanager
async def serve(world: World, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Server]:
    """Run a sandbox while the block runs; port 0 takes a free one."""
    door = Door(world)
    loop = asyncio.get_running_loop()

    make_request = partial(web.BaseRequest, loop=loop, client_max_size=LARGEST_BODY)
    runner = web.ServerRunner(web.Server(door, request_factory=make_request, access_log=None), shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        address = runner.addresses[0]
        yield Server(world, f"http://{address[0]}:{address[1]}", runner, door.bot_api)
    finally:
        world.updates.stop()
        await door.play.live.stop()
        await runner.cleanup()
