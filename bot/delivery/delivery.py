"""The delivery: letters of the outbox go out, in order per chat, paced, merged where they may be, never blindly twice."""

import asyncio
import heapq
import itertools
import logging
import math
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress

from bot.clock import Clock
from bot.database import Database
from bot.delivery.attempt import Attempts, Verdict
from bot.delivery.consequences import tell_missed
from bot.delivery.lane import Held, Lane, Turn
from bot.delivery.letters import TAG, TOAST, UNCOUNTED
from bot.delivery.line import Line
from bot.delivery.pace import Limits, Pace
from bot.delivery.words import Words
from bot.telegram.client import Client
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.letters import Queued

log = logging.getLogger("kocbot.delivery")
IN_MEMORY = 2_000
PORTION = 500
RUNNERS = 64
NAP_S = 0.25


class Delivery:
    """One task reads the outbox; each chat with something to say has a lane of its own.

    When a letter is due and until when it matters is a time of day in the outbox; in memory it is counted on a steady
    clock, so that a time of day that jumps neither holds anything up nor lets it go.
    """

    def __init__(
        self, database: Database, client: Client, clock: Clock, limits: Limits, words: Words, beat: Callable[[], None]
    ) -> None:
        self._database = database
        self._clock = clock
        self._beat = beat
        self._pace = Pace(limits, clock.pace)
        self._words = words
        self._line = Line(client, self._start)
        self._attempts = Attempts(database, client, clock, self._pace, self._line, words, self.wake, self._start)
        self._lanes: dict[int, Lane] = {}
        self._toasts: deque[Held] = deque()
        self._singles: deque[Held] = deque()
        self._patient: deque[Held] = deque()
        self._runners = 0
        self._later: list[tuple[float, int, Held]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._cursor = 0
        self._held = 0
        self._sending = 0
        self._ending = False
        self._fatal: BaseException | None = None

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._news.set()

    def limit(self, limits: Limits) -> None:
        """Keep to other limits from here on."""
        self._pace.limit(limits)
        self.wake()

    @property
    def sent(self) -> int:
        """Calls that succeeded."""
        return self._attempts.sent

    async def run(self) -> None:
        """Deliver until cancelled."""
        await self._database.run(self._take_over)
        while True:
            self._news.clear()
            self._beat()
            self._release()
            await self._fetch()
            if self._fatal:
                raise self._fatal
            with suppress(TimeoutError):
                async with asyncio.timeout(NAP_S if self._later else 1.0):  # wait_for may swallow that it is cancelled
                    await self._news.wait()

    def _take_over(self, tx: Tx) -> None:
        """What was on its way when the process ended is uncertain; staff hear of that, and of what a restore left."""
        now = int(self._clock.now())
        outbox.interrupted(tx, now)
        tell_missed(tx, now, self._words)

    async def settle(self, grace_s: float = 10.0) -> None:
        """For a clean end: what is on its way may arrive, nothing else is begun."""
        self._ending = True
        loop = asyncio.get_running_loop()
        until = loop.time() + grace_s
        while (self._sending or self._attempts.forgetting) and loop.time() < until:
            await asyncio.sleep(0.02)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _fetch(self) -> None:
        """Read on in the outbox while there is room; what is not due yet waits apart and takes no room."""
        while self._held < IN_MEMORY:
            cursor, room = self._cursor, min(PORTION, IN_MEMORY - self._held)
            try:
                letters = await self._database.run(lambda tx, c=cursor, r=room: outbox.queued(tx, c, r))  # type: ignore[misc]
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
                return
            for letter in letters:
                self._keep(letter)
            if len(letters) < room:
                return

    def _keep(self, letter: Queued) -> None:
        """From now on it is counted on the steady clock."""
        self._cursor = letter.id
        today, steady = self._clock.now(), self._clock.pace()
        until = math.inf if letter.expires_at is None else steady + letter.expires_at - today
        due = steady + max(0.0, letter.not_before - today)
        held = Held(letter, until, due)
        if due > steady:
            heapq.heappush(self._later, (due, letter.id, held))
        else:
            self._enqueue(held)

    def _release(self) -> None:
        now = self._clock.pace()
        while self._later and self._later[0][0] <= now:
            self._enqueue(heapq.heappop(self._later)[2])

    def _enqueue(self, held: Held) -> None:
        self._held += 1
        if held.letter.method in UNCOUNTED:
            self._enqueue_single(held)
            return
        chat_id = held.letter.lane
        lane = self._lanes.get(chat_id)
        if lane is None:
            lane = self._lanes[chat_id] = Lane(fair=chat_id < 0)
            self._start(self._run_lane(chat_id, lane))
        for moot in lane.add(held):
            self._start(self._drop(moot))

    def _enqueue_single(self, held: Held) -> None:
        queues = {TOAST: self._toasts, TAG: self._patient}
        queues.get(held.letter.method, self._singles).append(held)
        if self._runners < RUNNERS:
            self._runners += 1
            self._start(self._run_singles())

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            self._fatal = failure
            self._news.set()

    async def _run_singles(self) -> None:
        """Calls outside every lane, as many at once as there are connections: who pressed waits for the least, a tag longest."""
        while (queue := self._toasts or self._singles or self._patient) and not self._ending:
            held = queue.popleft()
            if not await self._single(held):
                self._start(self._insist(held))
        self._runners -= 1

    async def _single(self, held: Held) -> bool:
        """Reactions and toasts wait for nobody, and are dropped when they come too late; whether it is settled."""
        await self._line.open()
        if self._is_late(held):
            await self._drop(held)
            return True
        if held.letter.method != TOAST:
            await self._pace.overall()
        return await self._attempt(Turn((held,), None)) is Verdict.SETTLED

    async def _insist(self, held: Held) -> None:
        """What must be tried again waits apart, and holds up nothing else."""
        for _ in itertools.count():
            await self._pace.rest(held.letter.lane)
            if self._ending or await self._single(held):
                return

    async def _run_lane(self, chat_id: int, lane: Lane) -> None:
        """One chat's letters, one after the other; what must be tried again keeps its place."""
        while lane and not self._ending:
            await self._line.open()
            await self._pace.ready(chat_id)
            turn = lane.turn(self._pace.room(chat_id), self._clock.pace())
            if turn is None:
                await asyncio.sleep(NAP_S)
            elif turn.crowd:
                await self._attempts.gather([held.letter for held in turn.held])
                self._held -= len(turn.held)
            else:
                await self._take_turn(chat_id, lane, turn)
        del self._lanes[chat_id]

    async def _take_turn(self, chat_id: int, lane: Lane, turn: Turn) -> None:
        if self._is_late(turn.held[0]):
            await self._drop(turn.held[0])
            moot = lane.put_back(Turn(turn.held[1:], turn.whose))
        else:
            self._pace.spend(chat_id, turn.whose)
            await self._pace.overall()
            moot = lane.put_back(turn) if await self._attempt(turn) is Verdict.AGAIN else []
        for held in moot:
            await self._drop(held)

    def _is_late(self, held: Held) -> bool:
        """Whether it matters to nobody any more."""
        return held.until < self._clock.pace()

    async def _drop(self, held: Held) -> None:
        await self._attempts.drop(held.letter)
        self._held -= 1

    async def _attempt(self, turn: Turn) -> Verdict:
        if self._ending:
            return Verdict.AGAIN
        self._sending += 1
        try:
            verdict = await self._attempts.send([held.letter for held in turn.held], turn.held[0].tries)
        finally:
            self._sending -= 1
        for held in turn.held:
            held.tries += 1
        self._held -= 0 if verdict is Verdict.AGAIN else len(turn.held)
        return verdict
