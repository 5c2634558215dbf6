"""Where bots are measured: the sandbox here, the bot in a process of its own, a burst of updates between them."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rules.people import Part
from sandbox.api.server import Server, serve
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from sandbox.world.updates import Waiting
from sandbox.world.world import World
from storage import groups, members
from storage.engine.engines import engine_at

T = TypeVar("T")
ACKNOWLEDGEMENTS = ("setmessagereaction", "sendmessage", "answercallbackquery")


@dataclass
class Arena:
    """A world with its members, the address of the bot's database, and how members' words become a burst."""

    world: World
    people: list[Person]
    chats: list[Chat]
    database: str

    def burst(self, text: str, times: int = 1) -> list[Waiting]:
        """Every member says `text` in their group, `times` times; kept back until `release`."""
        waiting = self.world.updates._queue
        before = len(waiting)  # what the bot has had and not confirmed yet stays where it is
        for _ in range(times):
            for n, person in enumerate(self.people):
                person.say(self.chats[n % len(self.chats)], text)
        return [waiting.pop() for _ in range(len(waiting) - before)][::-1]

    def release(self, held: list[Waiting]) -> None:
        """Let the burst go, all at once."""
        self.world.updates._queue.extend(held)
        self.world.updates._wake(True)


def arena(database: str, people: int, groups_: int, *, limits: bool = False, agreed: bool = True) -> Arena:
    """A world of members who agreed to the covenant (or did not yet), spread over groups."""
    world = World()
    world.limits.enforced = limits
    folk = [world.person(f"车友{n:05d}", username=f"owner{n}") for n in range(people)]
    chats = [world.group(f"车友会{n}", people=folk[n::groups_], bot="administrator") for n in range(groups_)]
    made = Arena(world, folk, chats, database)
    _settle(made, agreed=agreed)
    world.updates.clear()
    return made


def _settle(made: Arena, *, agreed: bool) -> None:
    connection = engine_at(made.database).open()
    now = int(made.world.clock.now())
    tx = connection.begin()
    known = [
        groups.activate(tx, chat.id, chat.title, Part.COMMUNITY, "Asia/Shanghai", "zh", now) for chat in made.chats
    ]
    for n, person in enumerate(made.people):
        member = members.remember(tx, person.id, person.name, person.username, "zh", now - 90 * 86_400)
        if agreed:
            members.agree(tx, member.id, 1, now)
        members.found_in(tx, known[n % len(known)].id, member.id, now - 90 * 86_400)
    connection.commit()
    connection.close()


def ours(made: Arena, server: Server, calls_per_second: int = 100_000) -> list[str]:
    """The command line of the real bot in this arena."""
    return [sys.executable, "-m", "bench.ours", server.url, made.world.token, made.database, str(calls_per_second)]


def peer(name: str, server: Server, made: Arena) -> list[str]:
    """The command line of an echo bot."""
    return [sys.executable, "-m", f"bench.peers.{name}", server.url, made.world.token]


@asynccontextmanager
async def running(command: list[str], server: Server) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot as a process of its own, from its first poll on; killed at the end."""
    before = server.bot_api.calls["getupdates"]
    environment = {**os.environ, "KOCBOT_TOKEN": server.world.token, "PYTHONWARNINGS": "ignore"}
    null = asyncio.subprocess.DEVNULL
    said = tempfile.TemporaryFile()  # noqa: SIM115  # closed below, with the process
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdout=null, stderr=said)
    try:
        while server.bot_api.calls["getupdates"] == before:
            if process.returncode is not None:
                said.seek(0)
                raise RuntimeError(f"{command} ended with {process.returncode}: {said.read().decode()}")
            await asyncio.sleep(0.01)
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        said.close()


def cpu_s(process: asyncio.subprocess.Process) -> float:
    """Processor seconds that a bot has used so far."""
    fields_ = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields_[11]) + int(fields_[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(process: asyncio.subprocess.Process) -> float:
    """Resident memory of a bot."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def acknowledged(server: Server) -> int:
    """How many acknowledgements of any kind arrived so far."""
    return sum(server.bot_api.calls[method] for method in ACKNOWLEDGEMENTS)


async def timed(made: Arena, server: Server, held: list[Waiting], within_s: float = 120.0) -> float:
    """Seconds from the burst's release until each message of it was acknowledged."""
    wanted = acknowledged(server) + len(held)
    started = time.perf_counter()
    made.release(held)
    async with asyncio.timeout(within_s):
        while acknowledged(server) < wanted:
            await asyncio.sleep(0.002)
    return time.perf_counter() - started


def in_arena(
    people: int,
    groups_: int,
    play: Callable[[Arena, Server], Coroutine[object, object, T]],
    *,
    limits: bool = False,
    agreed: bool = True,
    database: str = "",
) -> T:
    """Run `play(arena, server)` in a fresh arena, on the empty database at that address or else a file's."""

    async def played() -> T:
        with tempfile.TemporaryDirectory() as folder:
            path = database or str(Path(folder) / "kocbot.db")
            made = arena(path, people, groups_, limits=limits, agreed=agreed)
            async with serve(made.world) as server:
                return await play(made, server)

    return asyncio.run(played())
