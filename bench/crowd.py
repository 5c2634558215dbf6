"""A group in which everybody speaks at once, under Telegram's real limits: a first morning, all who want to see the board,
and one who can't stop asking.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

from bench.arena import Arena, in_arena, ours, running
from bench.figures import Figure, quantile
from sandbox.api.server import Server
from sandbox.world.messages import Message

CROWDS = (150, 500)
WITHIN_S = 120.0
KNOWN_S = 30.0
BOARD_CROWD, BOARD_S = 150, 30.0
TOGETHER = re.compile(r"等 (\d+) 位")
FLOOD_S, EVERY_S = 180.0, 2.0
OTHERS, APART_S = 8, 20.0
ANSWERED_S = 4.0
CALLS_PER_SECOND = 28


async def _at(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))


def _named(made: Arena, message: Message) -> list[str]:
    """Those whom a message concerns: its only reader, or whoever is named in it."""
    if message.ephemeral_for:
        return [message.ephemeral_for.name]
    return [person.name for person in made.people if person.name in message.text]


def _replied(made: Arena, message: Message) -> list[str]:
    """The one whom a message answers."""
    if message.ephemeral_for:
        return [message.ephemeral_for.name]
    author = message.reply_to.sender if message.reply_to else None
    return [author.name] if author else []


@asynccontextmanager
async def _first(made: Arena, concerns: Callable[[Arena, Message], list[str]]) -> AsyncIterator[dict[str, float]]:
    """When each of the members first read something of the bot's that concerned them."""
    seen: dict[str, float] = {}

    async def watch() -> None:
        queue = made.world.listen()
        while True:
            message = (await queue.get()).message
            now = time.perf_counter()
            for name in concerns(made, message) if message is not None and message.by_bot else ():
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
    async with running(ours(made, server, CALLS_PER_SECOND), server), _first(made, _named) as seen:
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


async def _board(made: Arena, server: Server) -> tuple[list[float], int]:
    """Everybody wants to see the board in the same second, while one asks for something else now and then."""
    [chat], (other, *crowd) = made.chats, made.people
    asked: dict[str, float] = {}

    def concerns(made: Arena, message: Message) -> list[str]:
        """Whom a board shows itself to: its only reader, whom it answers, or those who waited together."""
        if (many := TOGETHER.search(message.text)) is None:
            return _replied(made, message) or _named(made, message)
        return [name for name in asked if name not in seen][: int(many[1])]

    async with running(ours(made, server, CALLS_PER_SECOND), server), _first(made, concerns) as seen:
        for person in crowd:
            asked[person.name] = time.perf_counter()
            person.say(chat, "/top")
        other_asked = time.perf_counter()
        other.say(chat, "/me")
        async with asyncio.timeout(600):
            while not {*asked, other.name} <= set(seen):
                await asyncio.sleep(0.05)
        messages = server.bot_api.calls["sendmessage"]
    waits = [seen[name] - at for name, at in asked.items()]
    return [seen[other.name] - other_asked, *waits], messages


async def _flood(made: Arena, server: Server) -> tuple[list[float], int]:
    """One member asks thirty times a minute; how long others wait for their answers."""
    [chat], (loud, *others) = made.chats, made.people
    asked: dict[str, float] = {}

    async def flood(started: float) -> None:
        for n in range(int(FLOOD_S / EVERY_S)):
            await _at(started + EVERY_S * n)
            loud.say(chat, "/me")

    async with running(ours(made, server, CALLS_PER_SECOND), server), _first(made, _replied) as answered:
        started = time.perf_counter()
        flooding = asyncio.create_task(flood(started))
        for n, person in enumerate(others):
            await _at(started + APART_S * (n + 1))
            asked[person.name] = time.perf_counter()
            person.say(chat, "/top")
        async with asyncio.timeout(300):
            await flooding
            while not set(asked) <= set(answered):
                await asyncio.sleep(0.05)
        messages = server.bot_api.calls["sendmessage"]
    return [answered[name] - at for name, at in asked.items()], messages


def run(*, long: bool = False) -> Iterator[Figure]:
    """Waits as p50 and p99 beside what they may be, and how many messages they took."""
    for people in CROWDS:
        waits, messages = in_arena(people, 1, _first_morning, limits=True, agreed=False)
        yield from _told(f"{people} newcomers know of the covenant", waits, KNOWN_S)
        yield Figure(f"messages to {people} newcomers", str(messages))
    (other, *waits), messages = in_arena(BOARD_CROWD + 1, 1, _board, limits=True)
    yield from _told(f"{BOARD_CROWD} see the board they asked for at once", waits, BOARD_S)
    yield Figure(f"messages to {BOARD_CROWD} who want to see the board", str(messages))
    yield Figure("another's /me meanwhile", f"{other:.1f} s", f"within {ANSWERED_S:.0f} s", other <= ANSWERED_S)
    waits, messages = in_arena(OTHERS + 1, 1, _flood, limits=True)
    yield from _told("another's /top beside 30 × /me a minute", waits, ANSWERED_S)
    yield Figure("answers in the flood's three minutes", str(messages))


def _told(what: str, waits: list[float], within_s: float) -> Iterator[Figure]:
    p99 = quantile(waits, 0.99)
    yield Figure(f"{what}, p50", f"{quantile(waits, 0.5):.1f} s")
    yield Figure(f"{what}, p99", f"{p99:.1f} s", f"within {within_s:.0f} s", p99 <= within_s)
