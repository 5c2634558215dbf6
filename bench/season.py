"""A season of thirteen weeks over HTTP, on SQLite and on PostgreSQL: how long it takes, whether its books are in order, and
what of the bot's lasts in the community."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actions.operations.audit import AuditReport, verify
from bench.engines import AS_SQLITE, empty_database
from bench.figures import Figure
from bench.kinds import Kinds, by_kind, listened
from bench.quiet import MOST, lasting
from demo.rehearsal import DAY_S, found_brand, rehearsing
from demo.season.brand import programme_of
from demo.season.cast import Cast, assemble
from demo.season.player import Player, monday_of
from demo.season.quarter import quarter
from sandbox.api.server import serve
from sandbox.world.chats import Chat
from sandbox.world.clock import FrozenClock
from sandbox.world.world import World
from storage.engine.engine import Engine
from storage.engine.postgres import Postgres
from storage.engine.sqlite import Sqlite
from tests.postgres import NoServer, serving

START = 1_794_790_800
MONDAY = monday_of(START)
TARGET_S = 240.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the bot has said or changed on that day (from 0), as it read then; `alone` is the one who may see it, if not all."""

    day: int
    changed: bool
    place: Chat
    alone: str
    text: str
    media: str


@dataclass(frozen=True, slots=True, repr=False)  # a whole world would be written out
class Lived:
    """A season that was lived through: its people, all that could be seen of it, and what the books say."""

    cast: Cast
    player: Player
    seen: list[Seen]
    report: AuditReport
    refused: list[tuple[str, str]]
    kinds: Kinds
    seconds: float
    processor_s: float


async def lived(database: Engine) -> Lived:
    """Let the cast live through all thirteen weeks with the real bot on that empty database."""
    with listened() as kinds:
        return await _lived(database, kinds)


async def _lived(database: Engine, kinds: Kinds) -> Lived:
    began, worked = time.perf_counter(), time.process_time()
    cast = assemble(World(FrozenClock(MONDAY)))
    cast.world.limits.enforced = False
    programme, seen = programme_of(cast), list[Seen]()
    watching = asyncio.create_task(_watch(cast, seen))
    found_brand(database, cast, programme)
    async with serve(cast.world) as server, rehearsing(server, database, programme) as rehearsal:
        player = Player(cast, rehearsal)
        for n, scripts in enumerate(quarter()):
            for script in scripts:
                await player.play(script, MONDAY + n * 7 * DAY_S)
        await rehearsal.pass_to(MONDAY + len(quarter()) * 7 * DAY_S)
        report = await rehearsal.app.database.run(lambda tx: verify(tx, programme))
        watching.cancel()
        took, processor = time.perf_counter() - began, time.process_time() - worked
        return Lived(cast, player, seen, report, server.bot_api.refused, kinds, took, processor)


async def _watch(cast: Cast, seen: list[Seen]) -> None:
    """Write down what the bot says while it says it: later its cards read otherwise."""
    events = cast.world.listen()
    while True:
        event = await events.get()
        message = event.message
        if message is None or not message.by_bot or message.service or event.type not in ("message", "edited"):
            continue
        person = event.only_for or message.chat.person
        day = int((cast.world.clock.now() - MONDAY) // DAY_S)
        media = message.media.kind if message.media else ""
        changed = event.type == "edited"
        seen.append(Seen(day, changed, message.chat, person.name if person else "", message.text, media))


def at_home() -> Lived:
    """On SQLite, in a file that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(lived(Sqlite(Path(folder) / "kocbot.db")))


def run(*, long: bool = False) -> Iterator[Figure]:
    """The same season on either engine."""
    season = at_home()
    yield from _figures("SQLite", season)
    yield from _noise(season)
    try:
        with serving(AS_SQLITE) as server:
            yield from _figures("PostgreSQL", asyncio.run(lived(Postgres(empty_database(server)))))
    except NoServer as reason:
        yield Figure("thirteen weeks, PostgreSQL", f"left out: {reason}")


def _figures(engine: str, season: Lived) -> Iterator[Figure]:
    worked = f"{season.seconds:.0f} s, {season.processor_s:.0f} of the processor"
    told = f"{worked}, {len(season.cast.people)} people, {season.player.done} steps"
    yield Figure(f"thirteen weeks, {engine}", told, "under 240 s", season.seconds < TARGET_S)
    faults = [*season.report.problems, *season.player.skipped, *season.refused]
    books = f"{season.report.transfers} entries, {len(faults)} faults"
    yield Figure(f"its books, steps and requests, {engine}", books, "no fault", not faults)


def _noise(season: Lived) -> Iterator[Figure]:
    """What people said in the community, what the bot ever posted there, and what of that stands at the end."""
    people, bot = lasting(season.cast, int(MONDAY))
    posted = sum(one.place is season.cast.community and not one.alone and not one.changed for one in season.seen)
    days, weeks = len(quarter()) * 7, len(quarter())
    yield Figure("messages of people", f"{len(people)}, {len(people) / days:.0f} a day")
    share = len(people) / max(len(bot), 1)
    told = f"{len(bot)} of {posted} that were posted, 1 for {share:.1f}"
    yield Figure("lasting messages of the bot", told, f"1 for {1 / MOST:.0f}", share * MOST >= 1)
    yield from by_kind(season.kinds, bot, MONDAY, 7 * DAY_S, weeks)
