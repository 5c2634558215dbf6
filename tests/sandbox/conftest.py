"""A small world with a bot in it, and a plain way to call the Bot API."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest

from sandbox.api.server import Server, serve
from sandbox.world.chats import Chat
from sandbox.world.clock import FrozenClock
from sandbox.world.people import Person
from sandbox.world.world import World


@dataclass
class Api:
    """Calls methods as a client does, with JSON; gives the whole answer."""

    server: Server
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **params: object) -> dict:
        url = f"{self.server.base_url}{self.server.world.token}/{method}"
        async with self.session.post(
            url, data=json.dumps(params), headers={"Content-Type": "application/json"}
        ) as answer:
            return await answer.json()

    async def ok(self, method: str, **params: object) -> object:
        """The result; a refusal fails the test."""
        answer = await self(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: object) -> tuple[int, str]:
        """Code and description of a refusal."""
        answer = await self(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]


@pytest.fixture
def world() -> World:
    """A world that stands still, with limits off."""
    world = World(FrozenClock())
    world.limits.enforced = False
    return world


@pytest.fixture
def lin(world: World) -> Person:
    """Somebody who has started the bot."""
    person = world.person("林小满", username="linxm")
    person.start()
    return person


@pytest.fixture
def zhou(world: World) -> Person:
    """Somebody who has not."""
    return world.person("周航")


@pytest.fixture
def group(world: World, lin: Person, zhou: Person) -> Chat:
    """Lin's group; the bot is an administrator."""
    return world.group("车友会", people=[lin, zhou], bot="administrator")


@asynccontextmanager
async def calling(world: World) -> AsyncIterator[Api]:
    """A server of this world and a client of it."""
    async with serve(world) as server, aiohttp.ClientSession() as session:
        yield Api(server, session)


Story = Callable[[Api], Coroutine[object, object, None]]


@pytest.fixture
def play(world: World) -> Callable[[Story], None]:
    """Runs a story against the server of the world."""

    def run(story: Story) -> None:
        async def told() -> None:
            async with calling(world) as api:
                await story(api)

        asyncio.run(told())

    return run


@pytest.fixture
def plain(world, lin, zhou):
    """A group in which the bot is an ordinary member."""
    return world.group("路人群", people=[lin, zhou], bot="member")


@pytest.fixture
def refuses(play):
    """Runs `{method, params} -> code, words` against the server."""

    def run(method, code, words, **params):
        async def story(api):
            assert await api.refused(method, **params) == (code, words)

        play(story)

    return run
