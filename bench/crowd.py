"""A group in which everybody speaks at once, under Telegram's real limits: a first morning, and one who can't stop asking."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from bench.arena import Arena, in_arena, ours, running
from bench.figures import Figure, quantile
from sandbox.api.server import Server
from sandbox.world.messages import Message

CROWDS = (150, 500)
WITHIN_S = 120.0
KNOWN_S = 30.0
FLOOD_S, EVERY_S = 180.0, 2.0
OTHERS, APART_S = 8, 20.0
ANSWERED_S = 4.0
CALLS_PER_SECOND = 28


async def _at(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))


@asynccontextmanager
async def _seen(made: Arena, wanted: set[str]) -> AsyncIterator[dict[str, float]]:
    """When each of those people first read something of the bot's that was for them: alone, or by their name."""
    seen: dict[str, float] = {}

    async def watch() -> None:
        queue = made.world.listen()
        while True:
            event = await queue.get()
            message = event.message
            if message is None or not message.by_bot:
                continue
            now, alone = time.perf_counter(), message.ephemeral_for
            for name in [alone.name] if alone else [name for name in wanted if name in message.text]:
                seen.setdefault(name, now)

    watching = asyncio.create_task(watch())
    try:
        yield seen
    finally:
        watching.cancel()


async def _first_morning(made: Arena, server: Server) -> tuple[list[float], int]:
    """Newcomers say the word within two minutes; how long until each knows of the covenant."""
    [chat] = made.chats
    said: dict[str, float] = {}
    everybody = {person.name for person in made.people}
    async with running(ours(made, server, CALLS_PER_SECOND), server), _seen(made, everybody) as seen:
        started = time.perf_counter()
        for n, person in enumerate(made.people):
            await _at(started + WITHIN_S * n / len(made.people))
            said[person.name] = time.perf_counter()
            person.say(chat, "签到")
        async with asyncio.timeout(600):
            while len(seen) < len(said):
                await asyncio.sleep(0.05)
        messages = server.bot_api.calls["sendmessage"]
    return [seen[name] - at for name, at in said.items()], messages


async def _flood(made: Arena, server: Server) -> tuple[list[float], int]:
    """One member asks thirty times a minute; how long others wait for their answers."""
    [chat], (loud, *others) = made.chats, made.people
    asked: dict[str, float] = {}
    async with running(ours(made, server, CALLS_PER_SECOND), server):
        started = time.perf_counter()

        async def flood() -> None:
            for n in range(int(FLOOD_S / EVERY_S)):
                await _at(started + EVERY_S * n)
                loud.say(chat, "/me")

        flooding = asyncio.create_task(flood())
        answered: dict[str, float] = {}
        for n, person in enumerate(others[:OTHERS]):
            await _at(started + APART_S * (n + 1))
            asked[person.name] = time.perf_counter()
            word = person.say(chat, "/top")
            answered[person.name] = await _reply(made, word.id)
        flooding.cancel()
        messages = server.bot_api.calls["sendmessage"]
    return [answered[name] - at for name, at in asked.items()], messages


async def _reply(made: Arena, call: int) -> float:
    """When the bot's answer to that message stood there."""
    [chat] = made.chats
    async with asyncio.timeout(300):
        while not any(_answers(message, call) for message in made.world.messages(chat)):
            await asyncio.sleep(0.02)
    return time.perf_counter()


def _answers(message: Message, call: int) -> bool:
    return message.by_bot and message.reply_to is not None and message.reply_to.id == call


def run(*, long: bool = False) -> Iterator[Figure]:
    """Waits as p50 and p99 beside what they may be, and how many messages they took."""
    for people in CROWDS:
        waits, messages = in_arena(people, 1, _first_morning, limits=True, agreed=False)
        yield from _told(f"{people} newcomers know of the covenant", waits, KNOWN_S)
        yield Figure(f"messages to {people} newcomers", str(messages))
    waits, messages = in_arena(OTHERS + 1, 1, _flood, limits=True)
    yield from _told("another's /top beside 30 × /me a minute", waits, ANSWERED_S)
    yield Figure("answers in the flood's three minutes", str(messages))


def _told(what: str, waits: list[float], within_s: float) -> Iterator[Figure]:
    p99 = quantile(waits, 0.99)
    yield Figure(f"{what}, p50", f"{quantile(waits, 0.5):.1f} s")
    yield Figure(f"{what}, p99", f"{p99:.1f} s", f"within {within_s:.0f} s", p99 <= within_s)
