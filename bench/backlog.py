"""After an outage: 20,000 updates wait, and the bot is killed in the middle of them."""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from bench.arena import Arena, in_arena, memory_mb, ours, running
from bench.figures import Figure
from sandbox.server import Server

PEOPLE, UPDATES = 2_000, 20_000


@dataclass(frozen=True, slots=True)
class Drained:
    """What became of the backlog."""

    rate: float
    memory_mb: float
    credited: int
    waiting: int


def _count(made: Arena, sql: str) -> int:
    with closing(sqlite3.connect(f"file:{made.folder / 'kocbot.db'}?mode=ro", uri=True)) as connection:
        return int(connection.execute(sql).fetchone()[0])


def _handled(made: Arena) -> int:
    return _count(made, "SELECT count(*) FROM inbox WHERE state = 'done'")


async def _drain(made: Arena, server: Server) -> Drained:
    held = made.burst("签到")
    while len(held) < UPDATES:
        held += made.burst("今天天气不错，准备去跑山")
    started = time.perf_counter()
    async with running(ours(made, server), server) as process:
        made.release(held)
        while _handled(made) < UPDATES // 3:
            await asyncio.sleep(0.05)
        process.kill()
        await process.wait()
    killed_for = time.perf_counter()
    memory = 0.0
    async with running(ours(made, server), server) as process:
        down_s = time.perf_counter() - killed_for
        while _handled(made) < len(held):
            memory = max(memory, memory_mb(process))
            await asyncio.sleep(0.05)
        seconds = time.perf_counter() - started - down_s
    credited = _count(made, "SELECT count(*) FROM check_in")
    waiting = _count(made, "SELECT count(*) FROM inbox WHERE state = 'waiting'")
    return Drained(len(held) / seconds, memory, credited, waiting)


def run(*, long: bool = False) -> Iterator[Figure]:
    """How fast the backlog is handled, what it costs, and what was lost."""
    drained = in_arena(PEOPLE, 10, _drain)
    yield Figure("backlog handled", f"{drained.rate:.0f} updates/s", "at least 2,000", drained.rate >= 2000)
    yield Figure("check-ins credited", f"{drained.credited} of {PEOPLE}", "each once", drained.credited == PEOPLE)
    yield Figure("memory at most", f"{drained.memory_mb:.0f} MB", "under 100", drained.memory_mb < 100)
    yield Figure("left waiting", str(drained.waiting), "0", drained.waiting == 0)
