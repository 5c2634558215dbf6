"""Nine o'clock: 500 members check in within two minutes in one group, under Telegram's real limits."""

import asyncio
import time
from collections.abc import Iterator

from bench.arena import Arena, in_arena, ours, running
from bench.figures import Figure, quantile
from sandbox.api.server import Server

PEOPLE = 500
WITHIN_S = 120.0


async def _rush(made: Arena, server: Server) -> tuple[list[float], int]:
    [chat] = made.chats
    said: dict[int, float] = {}
    seen: dict[int, float] = {}

    async def watch() -> None:
        queue = made.world.listen()
        while len(seen) < PEOPLE:
            event = await queue.get()
            if event.type == "reactions" and event.message is not None and event.message.id in said:
                seen.setdefault(event.message.id, time.perf_counter())

    async with running(ours(made, server, 28), server):
        watching = asyncio.create_task(watch())
        started = time.perf_counter()
        for n, person in enumerate(made.people):
            await asyncio.sleep(max(0.0, started + WITHIN_S * n / PEOPLE - time.perf_counter()))
            said[person.say(chat, "签到").id] = time.perf_counter()
        await asyncio.wait_for(watching, 60)
    messages = [message for message in made.world.messages(chat) if message.by_bot and not message.deleted]
    return [seen[message] - said[message] for message in said], len(messages)


def run(*, long: bool = False) -> Iterator[Figure]:
    """How long until each of them saw that it counted, and how many messages that cost."""
    waits, messages = in_arena(PEOPLE, 1, _rush, limits=True)
    p99 = quantile(waits, 0.99)
    yield Figure("members acknowledged", f"{len(waits)} of {PEOPLE}", "all", len(waits) == PEOPLE)
    yield Figure("seen that it counted, p50", f"{quantile(waits, 0.5) * 1000:.0f} ms")
    yield Figure("seen that it counted, p99", f"{p99 * 1000:.0f} ms", "within 10 s", p99 <= 10)
    yield Figure("lasting messages of the bot", str(messages), "at most 20", messages <= 20)
