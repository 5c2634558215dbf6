"""How quiet the bot is: a week of a busy group, and how many of its messages last there."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from demo.rehearsal import DAY_S, found_brand, rehearsing
from demo.season.brand import programme_of
from demo.season.busy import busy_week
from demo.season.cast import Cast, assemble
from demo.season.player import Player, monday_of
from demo.season.script import load
from sandbox.api.server import serve
from sandbox.world.clock import FrozenClock
from sandbox.world.messages import Message
from sandbox.world.world import World
from storage.engine.sqlite import Sqlite

START = 1_794_790_800
NEIGHBOURS = 40
MOST = 1 / 20


def lasting(cast: Cast, since: int) -> tuple[list[Message], list[Message]]:
    """What people wrote in the community since then, and what of the bot's still stands there."""
    said = [m for m in cast.world.messages(cast.community) if not m.service and m.date >= since]
    return [m for m in said if not m.by_bot], [m for m in said if m.by_bot]


async def busy_group(people: int, weeks: int = 1) -> tuple[int, int, int]:
    """Messages of members, lasting messages of the bot, and all that it ever sent there."""
    monday = monday_of(START)
    cast = assemble(World(FrozenClock(monday)))
    cast.world.limits.enforced = False
    neighbours = cast.settle(people)
    with tempfile.TemporaryDirectory() as folder:
        database, programme = Sqlite(Path(folder) / "kocbot.db"), programme_of(cast)
        found_brand(database, cast, programme)
        async with serve(cast.world) as server, rehearsing(server, database, programme) as rehearsal:
            player = Player(cast, rehearsal)
            await player.play(load("first"), monday)
            for week in range(1, weeks + 1):
                script = busy_week(load("second"), neighbours, seed=week)
                await player.play(script, monday + week * 7 * DAY_S)
                await rehearsal.pass_to(monday + (week + 1) * 7 * DAY_S)
            sent = server.bot_api.calls["sendmessage"]
    people_said, bot_said = lasting(cast, int(monday + 7 * DAY_S))
    return len(people_said), len(bot_said), sent


def run(*, long: bool = False) -> Iterator[Figure]:
    """Lasting messages of the bot per message of a member, in a week."""
    said, lasts, _ = asyncio.run(busy_group(NEIGHBOURS, weeks=4 if long else 1))
    share = said / max(lasts, 1)
    yield Figure("messages of members", f"{said}")
    yield Figure("lasting messages of the bot", f"{lasts}, 1 for {share:.0f}", "1 for 20 at most", share >= 1 / MOST)
