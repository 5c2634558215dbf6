"""Telegram is 40 ms away: sending never waits inside handling."""

from collections.abc import Iterator

from bench.arena import Arena, in_arena, ours, peer, running, timed
from bench.figures import Figure, middle
from sandbox.api.server import Server

LATENCY_S = 0.040
OURS, ECHO = 3_000, 120
ROUNDS = 3


async def _ours(made: Arena, server: Server) -> float:
    held = made.burst("签到")
    made.world.latency_s = LATENCY_S
    async with running(ours(made, server), server):
        return len(held) / await timed(made, server, held)


async def _ptb(made: Arena, server: Server) -> float:
    held = made.burst("签到")
    made.world.latency_s = LATENCY_S
    async with running(peer("ptb_echo", server, made), server):
        return len(held) / await timed(made, server, held)


def run(*, long: bool = False) -> Iterator[Figure]:
    """Updates per second of both in turns, medians."""
    rounds = [(in_arena(OURS, 10, _ours), in_arena(ECHO, 2, _ptb)) for _ in range(ROUNDS)]
    mine, echo = (middle(rates) for rates in zip(*rounds, strict=True))
    yield Figure("check-in with 40 ms to the server", f"{mine:.0f} updates/s")
    yield Figure("bare PTB echo with 40 ms to the server", f"{echo:.0f} updates/s")
    yield Figure("ours : PTB", f"{mine / echo:.0f}", "at least 30", mine / echo >= 30)
