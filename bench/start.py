"""From the command to the first poll, and the memory that 100,000 updates leave behind."""

import asyncio
import time
from collections.abc import Iterator

from bench.arena import Arena, in_arena, memory_mb, ours, running
from bench.backlog import _handled
from bench.figures import Figure, middle
from sandbox.api.server import Server

STARTS = 5
PEOPLE, ROUNDS = 2_000, 10


async def _start(made: Arena, server: Server) -> float:
    started = time.perf_counter()
    async with running(ours(made, server), server):
        return time.perf_counter() - started


async def _flat(made: Arena, server: Server) -> tuple[float, float]:
    """Memory after a third of the updates, when the page cache is full, and after all."""
    seen = 0
    first = 0.0
    async with running(ours(made, server), server) as process:
        for number in range(ROUNDS):
            held = made.burst("今天也在路上", times=5)
            made.release(held)
            seen += len(held)
            while _handled(made) < seen:
                await asyncio.sleep(0.05)
            first = memory_mb(process) if number < ROUNDS // 3 else first
        return first, memory_mb(process)


def run(*, long: bool = False) -> Iterator[Figure]:
    """Seconds to the first poll (median), and memory before and after."""
    seconds = middle(in_arena(10, 1, _start) for _ in range(STARTS))
    first, last = in_arena(PEOPLE, 10, _flat)
    yield Figure("start to first poll", f"{seconds:.2f} s", "under 1 s", seconds < 1)
    yield Figure("memory after 30,000 updates", f"{first:.0f} MB", "under 100", first < 100)
    yield Figure("memory after 100,000 updates", f"{last:.0f} MB", "flat: +10 MB at most", last < first + 10)
