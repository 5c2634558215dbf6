"""The running bot: intake, flow, delivery and the ticker, each with a heartbeat, ended together."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from actions.honour import evaluation
from actions.honour.guide import note_rules
from actions.honour.ladder import settle
from actions.ledger.programme import keep
from actions.operations.port import require_here
from actions.operations.roles import offer_claim, settle_owners
from bot.clock import CheckedClock, Clock
from bot.database import Database
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Limits
from bot.delivery.words import Words
from bot.flow.confidant import Confidant
from bot.flow.flow import BATCH, Flow, Handled
from bot.flow.schedule import Schedule
from bot.identity import Identity
from bot.intake.intake import Intake
from bot.intake.portraits import Portraits
from bot.letters.menus import set_menus
from bot.supervision import Heartbeats
from bot.telegram.client import Client
from bot.upkeep.backups import BackupPlan, Backups
from bot.upkeep.doctor import Doctor
from bot.upkeep.doubted import OLDER, take_over, uncertain
from bot.upkeep.evaluation import Evaluation
from bot.upkeep.forgetting import catch_up, known_to, write_down
from bot.upkeep.housekeeping import HOUR_S, sweep
from bot.upkeep.mark import Marks
from bot.upkeep.timekeeper import Timekeeper, clock_off
from handlers import jobs, routes
from messages.renderer import Speech
from messages.sentences import sentence
from rules.programme.programme import Programme
from rules.programme.wording import spoken
from storage.engine.engine import Engine, StorageTrouble
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.app")
ALLOWED_S = {"intake": 180.0, "flow": 60.0, "delivery": 60.0, "ticker": 60.0}
RETRY_S = TICK_S = 1.0
TIDY_S = 60.0
CLOSING_S = 20.0
LAST_TICK_S = 2.0
LISTENS_S = 0.5
CLAIM_BYTES = 16
CLAIM = "Nobody owns this bot yet. Open this link in Telegram within 24 hours to become its owner:"
SHARED = (
    "KOCBOT_TOKEN: another process polls with the same token; the bot hears nothing meanwhile, and ends in half a"
    " minute unless the other does"
)
DEFAULT_LIMITS = Limits()


class Wiring(Struct, frozen=True):
    """What a bot is made of besides its programme. `forgotten` is the list of who was forgotten, beside the backups; in the folder
    `marks` stands how far the bot came.
    """

    token: str
    base_url: str
    database: Engine
    clock: Clock
    limits: Limits = DEFAULT_LIMITS
    proxy: str | None = None
    poll_s: int = 25
    say: Callable[[str], object] = str
    backups: BackupPlan | None = None
    forgotten: Path | None = None
    marks: Path | None = None


def identity_of(programme: Programme, username: str) -> Identity:
    """The bot of that brand, with every feature."""
    return Identity(username, programme, Speech(programme.brand.timezone, programme.brand.name), routes(), jobs())


class App:
    """`async with App(...) as app` starts everything; `await app.run()` returns when the bot is told to stop."""

    def __init__(self, programme: Programme, wiring: Wiring) -> None:
        self.programme = programme
        self.wiring = wiring
        self.clock = CheckedClock(wiring.clock)
        self.client = Client(wiring.token, wiring.base_url, proxy=wiring.proxy, clock=self.clock)
        self.database = Database(wiring.database)
        self._waiting = asyncio.Event()
        self._stop = asyncio.Event()
        self.ready = asyncio.Event()
        self.handled = 0
        self._ending = False
        self._marks = Marks(wiring.marks) if wiring.marks else None

    def stop(self) -> None:
        """End cleanly: finish what is being done, then return from `run`."""
        self._stop.set()

    async def run(self) -> None:
        """Run until stopped. Raises InvalidToken, TokenUsedElsewhere, Stalled, TooNew, Running, CarriedOver."""
        async with self.database:
            await self.database.run(require_here)
            try:
                await self.client.initialize()
                await self.client.compare_clocks()
                await self._run_tasks()
            finally:
                await self.client.shutdown()

    async def _run_tasks(self) -> None:
        self._build()
        await self.database.run(self._begin)
        await self._mark()
        self._waiting.set()
        self.ready.set()
        brand = self.programme.brand
        name, place = spoken(brand.name, brand.locale), self.wiring.database.place
        said = f"@{self.client.username} is ready: {name}, {place}; stop it with Ctrl-C"
        self.wiring.say(sentence(brand.locale, said))
        if self.clock.off_s:
            self.wiring.say(sentence(brand.locale, clock_off(self.clock.off_s)))
        tasks = [asyncio.create_task(part) for part in self._parts()]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            await self._last_tick()
            await self.delivery.settle()
            with suppress(StorageTrouble):
                await self._mark()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=CLOSING_S)

    def _parts(self) -> list[Coroutine[Any, Any, object]]:
        """Each long task; the first that returns ends them all."""
        plan = self.wiring.backups
        return [
            self.intake.run(self.wiring.poll_s),
            self._drain(),
            self.delivery.run(),
            self._again_and_again(TICK_S, self.tick),
            self._again_and_again(HOUR_S, self._sweep),
            self._again_and_again(TIDY_S, self.database.tidy),
            self._again_and_again(TIDY_S, self._list_forgotten),
            self._again_and_again(TIDY_S, self._mark),
            self.doctor.run(),
            Timekeeper(self.database, self.flow.composer, self.clock).run(),
            self.portraits.run(),
            Evaluation(self.programme, self.database, self.clock).run(),
            self._stop.wait(),
            self.heartbeats.watch(),
            *([Backups(plan, self.database, self.flow.composer, self.clock).run()] if plan else []),
        ]

    async def _again_and_again(self, every_s: float, work: Callable[[], Awaitable[None]]) -> None:
        """At once, and then after so many seconds of a steady clock; what took too long is not made up for.

        A defect is logged; if it is one of the ticker, its heart stops, and the process ends.
        """
        while not self._ending:
            try:
                await work()
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
            except Exception as defect:
                log.error("incident", extra={"work": work.__name__}, exc_info=defect)
            await asyncio.sleep(every_s)

    async def _last_tick(self) -> None:
        """Let a tick that is on its way come to its end; hops are taken in turn, so one more is enough to wait for."""
        self._ending = True
        with suppress(TimeoutError, StorageTrouble):
            async with asyncio.timeout(LAST_TICK_S):
                await self.database.run(lambda _: None)
        await asyncio.sleep(0.01)

    def _build(self) -> None:
        self.identity = identity_of(self.programme, self.client.username)
        self.flow = Flow(self.identity)
        self.schedule = Schedule(self.identity, self.flow.composer)
        self.heartbeats = Heartbeats(ALLOWED_S)
        beat = self.heartbeats.beat
        clock, limits = self.clock, self.wiring.limits
        confidant = Confidant(self.identity, self.flow.reception.router, self.flow.composer)
        told = partial(beat, "intake")
        shared = partial(self.wiring.say, sentence(self.programme.brand.locale, SHARED))
        self.intake = Intake(self.database, self.client, clock, confidant, self._waiting.set, told, shared)
        composing = self.flow.composer
        words = Words(self.identity.speech, composing.missed, composing.crowd, composing.door, composing.waits)
        self.delivery = Delivery(self.database, self.client, clock, limits, words, partial(beat, "delivery"))
        composer, wake = self.flow.composer, self.delivery.wake
        self.portraits = Portraits(self.database, self.client, composer, clock, wake)
        self.doctor = Doctor(self.database, self.client, self.clock, self.wiring.database.file)

    def _begin(self, tx: Tx) -> None:
        """The rules in force, since when, levels that a new ladder opens, owners, menus, and the link to claim the bot."""
        now = int(self.clock.now())
        if self._marks and self._marks.is_behind(tx, self.client.bot.id):
            self._doubt(tx, now)
        if self.wiring.forgotten and (again := catch_up(tx, self.wiring.forgotten, self.identity, now)):
            log.warning("forgotten_again", extra={"members": again})
        keep(tx, self.programme, now)
        note_rules(tx, self.programme, now)
        evaluation.begin(tx, self.programme)
        if moved := settle(tx, self.programme, now).rewards:
            log.warning("rewards_moved", extra={"rewards": moved})
        if not settle_owners(tx, self.programme.brand, now):
            token = secrets.token_urlsafe(CLAIM_BYTES)
            offer_claim(tx, token, now)
            said = f"{CLAIM}\nhttps://t.me/{self.identity.username}?start=claim-{token}"
            self.wiring.say(sentence(self.programme.brand.locale, said))
        set_menus(tx, self.identity, now)

    def _doubt(self, tx: Tx, now: int) -> None:
        """Another hand put an older copy of the database in its place, and nobody has doubted it yet."""
        doubted, _ = take_over(tx, self.identity, now, self.wiring.forgotten)
        log.warning("older_copy", extra={"letters": doubted.letters, "posts": doubted.posts})
        for line in (OLDER, *uncertain(doubted)):
            self.wiring.say(sentence(self.programme.brand.locale, line))

    async def _mark(self) -> None:
        """Write down how far it came, beside the database too. Raises StorageTrouble."""
        if not self._marks:
            return
        mark = await self.database.run(self._marks.go_on)
        try:
            self._marks.write(mark, self.client.bot.id)
        except OSError as broken:
            log.error("mark", extra={"why": str(broken)})

    async def _drain(self) -> None:
        """Handle what waits whenever something does."""
        while True:
            await self._waiting.wait()
            self._waiting.clear()
            while (handled := await self._batch()).updates:
                self.handled += handled.updates
                if handled.letters:
                    self.delivery.wake()
                if handled.updates < BATCH:
                    break

    async def _batch(self) -> Handled:
        """One batch in one transaction; when storage fails (disk full, locked) nothing has happened, and it is tried again."""
        now = int(self.clock.now())
        self.heartbeats.beat("flow")
        try:
            return await self.database.run(lambda tx: self.flow.drain(tx, now))
        except StorageTrouble as trouble:
            log.error("storage", extra={"why": str(trouble)})
            await asyncio.sleep(RETRY_S)
            return Handled()

    async def tick(self) -> None:
        """Do what has come due, long work in parts between which others have their turn. Raises StorageTrouble."""
        await self._hear_out()
        more = True
        while more and not self._ending:
            now = int(self.clock.now())
            ticked = await self.database.run(partial(self.schedule.tick, now=now))
            if ticked.letters:
                self.delivery.wake()
            more = ticked.more
            self.heartbeats.beat("ticker")
            self._waiting.set()

    async def _hear_out(self) -> None:
        """Return when all is handled that was said while nobody listened: a vote that was cast in time is counted."""
        while not self._ending and not await self.intake.abreast.reached(LISTENS_S):
            self.heartbeats.beat("ticker")
            self._waiting.set()

    async def _sweep(self) -> None:
        now = int(self.clock.now())
        await self.database.run(lambda tx: sweep(tx, now))

    async def _list_forgotten(self) -> None:
        """Whoever was forgotten since stands in the list as well. Raises StorageTrouble, OSError."""
        if self.wiring.forgotten:
            write_down(self.wiring.forgotten, await self.database.run(known_to))
