"""The demo: a lively community in the browser on this machine, with the real bot behind it. No token, no configuration."""

from __future__ import annotations

import asyncio
import logging
import math
import signal
from collections.abc import AsyncIterator, Coroutine, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.delivery.pace import Limits
from bot.start import process
from demo.rehearsal import DAY_S, Rehearsal, found_brand, next_board, rehearsing
from demo.season.brand import owned, programme_of
from demo.season.cast import Cast, assemble
from demo.season.player import PLAYED_UNTIL_S, Player, monday_of, week_to_play
from demo.season.quarter import PAST, over, past, week
from demo.season.script import Script
from messages.sentences import sentence
from rules.programme.programme import Programme
from rules.programme.wording import LOCALES, spoken
from sandbox.api.server import Server, serve
from sandbox.world.clock import Clock
from sandbox.world.messages import Wire
from sandbox.world.world import World
from storage.engine.engine import Engine
from storage.engine.sqlite import Sqlite

PORT = 8077
ADDRESS = "address"
MORNING_S = 9 * 3600 + 20 * 60
BREATH_S = 0.6
LONGEST_JUMP_S = 40 * DAY_S
LIVE = Limits()


def both(english: str, brand: Mapping[str, str] | None = None) -> str:
    """Nobody knows yet which language whoever starts it reads; a `{}` is the brand's name in each."""
    return " ".join(sentence(locale, english.format((brand or {}).get(locale))) for locale in LOCALES)


class PortTaken(Exception):
    """Something else listens on the port that was asked for."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


@dataclass(slots=True)
class Theatre:
    """What the page's clock and its "play a week" button do."""

    cast: Cast
    rehearsal: Rehearsal
    player: Player
    played: int = 0
    monday: float = 0.0
    playing: asyncio.Task[None] | None = None

    async def advance(self, body: Wire) -> Wire:
        """Move the clock on by `seconds`, or to the Sunday's board; the cast goes on living meanwhile."""
        moment = self._moment(body)
        await self._go_on(self._live(moment))
        assert self.playing is not None
        await asyncio.wait([self.playing])
        if not self.playing.cancelled():
            self.playing.result()
        return {"now": int(self.cast.world.clock.now())}

    async def season(self, body: Wire) -> Wire:
        """Let the cast live through a week, or through what is left of the quarter, or stop them."""
        action, speed = body.get("action"), body.get("speed", 1)
        if action not in ("play-week", "play-quarter", "stop"):
            raise LookupError("play-week, play-quarter or stop")
        if not isinstance(speed, int | float) or not 0 < speed <= 1000:
            raise LookupError("a speed above 0")
        if action == "stop":
            await self.stop()
        elif self.playing is None or self.playing.done():
            await self._go_on(self._quarter() if action == "play-quarter" else self._week(BREATH_S / speed))
        return {"playing": action != "stop"}

    async def stop(self) -> None:
        """The cast falls silent."""
        if self.playing is not None:
            self.playing.cancel()
            await asyncio.wait([self.playing])

    async def _go_on(self, life: Coroutine[None, None, None]) -> None:
        """This is what happens now, and nothing else."""
        await self.stop()
        self.playing = asyncio.create_task(life)

    def _moment(self, body: Wire) -> float:
        now, seconds = self.cast.world.clock.now(), body.get("seconds")
        if body.get("to") == "sunday-board":
            return next_board(now)
        if isinstance(seconds, int | float) and 0 <= seconds <= LONGEST_JUMP_S:
            return now + seconds
        raise LookupError("seconds must be a number")

    async def _live(self, moment: float) -> None:
        """Everything that the scripts say happens until then, as fast as the bot can follow."""
        while self.cast.world.clock.now() < moment:
            await self._play(self._script(), 0.0, moment)
            await self.rehearsal.pass_to(min(moment, self.monday + PLAYED_UNTIL_S))

    async def _week(self, breath_s: float) -> None:
        await self._play(self._script(), breath_s, math.inf)

    async def _quarter(self) -> None:
        """Week after week as fast as the bot can follow, until thirteen are over; then further thirteen."""
        done = False
        with self.rehearsal.uncounted():
            while not done:
                await self._play(self._script(), 0.0, math.inf)
                await self.rehearsal.pass_to(self.monday + PLAYED_UNTIL_S)
                done = over(self.played)

    async def _play(self, script: Script, breath_s: float, until: float) -> None:
        player = self.player
        player.living, player.seed, player.breath_s = self.rehearsal, self.played, breath_s
        try:
            player.tell(playing=True, title=script.titles[0], day=1)
            await player.play(script, self.monday, until)
        finally:
            player.tell(playing=False)

    def _script(self) -> Script:
        """The week to play: the one that was stopped, while something of it is left, else the next one."""
        monday = week_to_play(self.cast.world.clock.now())
        if monday != self.monday:
            self.monday, self.played = monday, self.played + 1
        return week(self.played)


async def play_past(player: Player, scripts: list[Script], monday: float, progress: Progress) -> None:
    """The weeks before today, as fast as the bot can follow; `monday` is the present one."""
    task = progress.add_task("people meet", total=sum(len(script.steps) for script in scripts))
    for n, script in enumerate(scripts):
        await player.play(script, monday - (len(scripts) - 1 - n) * 7 * DAY_S)
        progress.advance(task, len(script.steps))


@asynccontextmanager
async def opened(
    cast: Cast, server: Server, database: Path, console: Console, programme: Programme
) -> AsyncIterator[Theatre]:
    """A brand with a past of two weeks, its bot running under Telegram's limits."""
    world = cast.world
    monday = monday_of(world.clock.now()) + (len(PAST) - 1) * 7 * DAY_S
    engine = _emptied(database)
    found_brand(engine, cast, programme)
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %")
    with Progress(*columns, console=console, transient=True) as progress:
        world.limits.enforced = False
        async with rehearsing(server, engine, programme) as rehearsal:
            player = Player(cast, rehearsal)
            await play_past(player, past(), monday, progress)
            await rehearsal.pass_to(monday + MORNING_S)
    world.limits.enforced = True
    async with rehearsing(server, engine, programme, LIVE) as rehearsal:
        yield Theatre(cast, rehearsal, player)


def _emptied(database: Path) -> Engine:
    """What the last demo left there is gone."""
    for file in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)
    return Sqlite(database)


@asynccontextmanager
async def serving(world: World, port: int | None) -> AsyncIterator[Server]:
    """The sandbox on that port; without a wish on the usual one, or any free one where that is taken. Raises PortTaken."""
    async with AsyncExitStack() as stack:
        try:
            server = await stack.enter_async_context(serve(world, port=PORT if port is None else port))
        except OSError:
            if port is not None:
                raise PortTaken(port) from None
            server = await stack.enter_async_context(serve(world))
        yield server


@contextmanager
def known_at(url: str, folder: Path) -> Iterator[None]:
    """While the block runs, the folder says where its demo is, for whoever starts another."""
    note = folder / ADDRESS
    note.write_text(url, "utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def address_in(folder: Path) -> str | None:
    """Where the demo of that folder is to be seen; None while it is still getting ready."""
    note = folder / ADDRESS
    return note.read_text("utf-8") if note.exists() else None


async def _demo(port: int | None, database: Path, own: Programme | None) -> None:
    stopped = asyncio.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(told, stopped.set)
    now = Clock().now()
    cast = assemble(World(Clock(monday_of(now) - (len(PAST) - 1) * 7 * DAY_S)))
    programme = owned(cast, own) if own else programme_of(cast)
    cast.world.brand = _named(programme)
    async with serving(cast.world, port) as server:
        show = asyncio.create_task(_show(cast, server, database, programme))
        end = asyncio.create_task(stopped.wait())
        await asyncio.wait([show, end], return_when=asyncio.FIRST_COMPLETED)
        for task in (show, end):
            task.cancel()
        await asyncio.wait([show, end])
        if not show.cancelled():
            show.result()


def _named(programme: Programme) -> dict[str, str]:
    return {locale: spoken(programme.brand.name, locale) for locale in LOCALES}


async def _show(cast: Cast, server: Server, database: Path, programme: Programme) -> None:
    """Prepare, tell the address, and go on until cancelled or the bot ends."""
    console = Console(highlight=False)
    console.print(both("{}: the community is getting up ...", _named(programme)))
    async with opened(cast, server, database, console, programme) as theatre:
        cast.world.hooks |= {"advance": theatre.advance, "season": theatre.season}
        console.print(
            f"\n  {both('Open in a browser:')}  [bold]{server.url}/[/bold]\n  {both('Ctrl-C ends the demo.')}\n"
        )
        with known_at(f"{server.url}/", database.parent):
            try:
                await asyncio.shield(theatre.rehearsal.task)
            finally:
                await theatre.stop()


def run(port: int | None, folder: Path, own: Programme | None = None) -> None:
    """Prepare and serve until Ctrl-C, with a fresh database in `folder`, by a brand's `own` programme where there is one.

    Raises Running, PortTaken.
    """
    logging.getLogger("sandbox").setLevel(logging.WARNING)
    database = folder / "kocbot.db"
    with Sqlite(database).only_one():
        (folder / ADDRESS).unlink(missing_ok=True)  # of one that was killed
        process.run(_demo(port, database, own))
