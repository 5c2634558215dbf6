"""After an outage: 20,000 updates wait, and the bot is killed in the middle of them."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass

from bench.arena import Arena, in_arena, memory_mb, ours, running
from bench.figures import Figure, middle
from bot.database import read
from sandbox.api.server import Server
from storage.engine.engines import engine_at

PEOPLE, UPDATES = 2_000, 20_000
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Drained:
    """What became of the backlog."""

    rate: float
    memory_mb: float
    credited: int
    waiting: int


def _count(made: Arena, sql: str) -> int:
    return int(read(engine_at(made.database), lambda tx: tx.value(sql)))


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
    """How fast the backlog is handled (median), what it costs at most, and what was lost in any of the rounds."""
    drained = [in_arena(PEOPLE, 10, _drain) for _ in range(ROUNDS)]
    rate, memory = middle(each.rate for each in drained), max(each.memory_mb for each in drained)
    credited, waiting = {each.credited for each in drained}, max(each.waiting for each in drained)
    yield Figure("backlog handled", f"{rate:.0f} updates/s", "at least 2,000", rate >= 2000)
    told = " or ".join(str(each) for each in sorted(credited))
    yield Figure("check-ins credited", f"{told} of {PEOPLE}", "each once", credited == {PEOPLE})
    yield Figure("memory at most", f"{memory:.0f} MB", "under 100", memory < 100)
    yield Figure("left waiting", str(waiting), "0", waiting == 0)
