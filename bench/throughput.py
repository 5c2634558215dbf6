"""The full check-in path, over HTTP, against bare echo bots of two libraries."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.arena import Arena, cpu_s, in_arena, ours, peer, running, timed
from bench.figures import Figure, middle, spread
from sandbox.api.server import Server

PEOPLE, GROUPS = 3000, 10
ROUNDS = 5
TARGET = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """One burst through one bot: updates per second, and processor milliseconds per update."""

    rate: float
    cpu_ms: float


async def _burst(made: Arena, server: Server, command: list[str]) -> Run:
    held = made.burst("签到")
    async with running(command, server) as process:
        before = cpu_s(process)
        seconds = await timed(made, server, held)
        return Run(len(held) / seconds, 1000 * (cpu_s(process) - before) / len(held))


async def burst_of_ours(made: Arena, server: Server) -> Run:
    """Every member says the word once to the real bot."""
    return await _burst(made, server, ours(made, server))


async def _ptb(made: Arena, server: Server) -> Run:
    return await _burst(made, server, peer("ptb_echo", server, made))


async def _aiogram(made: Arena, server: Server) -> Run:
    return await _burst(made, server, peer("aiogram_echo", server, made))


BOTS = {"check-in, committed": burst_of_ours, "bare PTB echo": _ptb, "bare aiogram echo": _aiogram}


def run(*, long: bool = False) -> Iterator[Figure]:
    """Updates per second of each bot, in turns, medians; ratios are taken round by round, for a machine's speed drifts."""
    runs: dict[str, list[Run]] = {name: [] for name in BOTS}
    for _ in range(ROUNDS):
        for name, play in BOTS.items():
            runs[name].append(in_arena(PEOPLE, GROUPS, play))
    rates = {name: middle(run.rate for run in found) for name, found in runs.items()}
    for name, found in runs.items():
        cpu = middle(run.cpu_ms for run in found)
        yield Figure(name, f"{rates[name]:.0f} updates/s, {cpu:.2f} ms CPU each")
    ours_, ptb, aiogram = runs.values()
    ratio = _ratio(ours_, ptb)
    yield Figure("ours : PTB", spread(ratio), f"median {TARGET}", middle(ratio) >= TARGET)
    yield Figure("ours : aiogram", spread(_ratio(ours_, aiogram)))


def _ratio(ours_: list[Run], others: list[Run]) -> list[float]:
    return [our.rate / other.rate for our, other in zip(ours_, others, strict=True)]
