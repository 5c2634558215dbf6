"""The cast in their world and the real bot among them, for what is played in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from demo.rehearsal import Rehearsal, found_brand, rehearsing
from demo.season.brand import programme_of
from demo.season.cast import Cast, assemble
from demo.season.player import Player, monday_of
from sandbox.api.server import serve
from sandbox.world.clock import FrozenClock
from sandbox.world.world import World
from tests.databases import lasting
from tests.stage import MONDAY_9_00

MONDAY = monday_of(MONDAY_9_00)


@asynccontextmanager
async def season(folder: Path) -> AsyncIterator[tuple[Cast, Rehearsal, Player]]:
    """The cast in a world that stands still until they go on, and the real bot among them."""
    cast = assemble(World(FrozenClock(MONDAY)))
    cast.world.limits.enforced = False
    database = lasting(folder)
    found_brand(database, cast, programme_of(cast))
    async with serve(cast.world) as server, rehearsing(server, database, programme_of(cast)) as rehearsal:
        yield cast, rehearsal, Player(cast, rehearsal)
        assert server.bot_api.refused == []


def heard(cast: Cast) -> list[str]:
    """What the bot said in the community, oldest first."""
    return [m.text for m in cast.world.messages(cast.community) if m.by_bot]
