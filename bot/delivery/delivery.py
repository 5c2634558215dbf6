"""The delivery: letters of the outbox go out, in order per chat, paced, merged where they may be, never blindly twice."""

import asyncio
import heapq
import itertools
import logging
from collections import deque
from collections.abc import Callable, Coroutine

from bot.clock import Clock
from bot.database import Database
from bot.delivery.attempt import Attempts, Verdict
from bot.delivery.consequences import tell_missed
from bot.delivery.letters import TOAST, UNCOUNTED, next_of
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


class Delivery:
    """One task reads the outbox; each chat with something to say has a lane of its own."""

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
        self._lanes: dict[int, deque[Queued]] = {}
        self._toasts: deque[Queued] = deque()
        self._singles: deque[Queued] = deque()
        self._runners = 0
        self._later: list[tuple[float, int, Queued]] = []
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
            try:
                await asyncio.wait_for(self._news.wait(), timeout=0.25 if self._later else 1.0)
            except TimeoutError:
                continue

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
            if not letters:
                return
            self._cursor = letters[-1].id
            now = self._clock.now()
            for letter in letters:
                if letter.not_before > now:
                    heapq.heappush(self._later, (letter.not_before, letter.id, letter))
                else:
                    self._enqueue(letter)

    def _release(self) -> None:
        now = self._clock.now()
        while self._later and self._later[0][0] <= now:
            self._enqueue(heapq.heappop(self._later)[2])

    def _enqueue(self, letter: Queued) -> None:
        self._held += 1
        if letter.method in UNCOUNTED:
            (self._toasts if letter.method == TOAST else self._singles).append(letter)
            if self._runners < RUNNERS:
                self._runners += 1
                self._start(self._run_singles())
            return
        lane = self._lanes.get(letter.lane)
        if lane is None:
            lane = self._lanes[letter.lane] = deque([letter])
            self._start(self._lane(letter.lane, lane))
        else:
            lane.append(letter)

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
        """Calls outside every lane, as many at once as there are connections; somebody who pressed waits for the least."""
        while (self._toasts or self._singles) and not self._ending:
            letter = self._toasts.popleft() if self._toasts else self._singles.popleft()
            if not await self._single(letter):
                self._start(self._insist(letter))
        self._runners -= 1

    async def _single(self, letter: Queued, tries: int = 0) -> bool:
        """Reactions and toasts wait for nobody, and are dropped when they come too late; whether it is settled."""
        await self._line.open()
        if self._is_late(letter):
            await self._attempts.drop(letter)
        else:
            if letter.method != TOAST:
                await self._pace.turn(letter.lane, counts=False)
            if await self._attempt([letter], tries) is Verdict.AGAIN:
                return False
        self._held -= 1
        return True

    async def _insist(self, letter: Queued) -> None:
        """What must be tried again waits apart, and holds up nothing else."""
        for tries in itertools.count(1):
            await self._pace.rest(letter.lane)
            if self._ending or await self._single(letter, tries):
                return

    async def _lane(self, chat_id: int, lane: deque[Queued]) -> None:
        """One chat's letters, one after the other; what must be tried again keeps its place."""
        tries = 0
        while lane and not self._ending:
            await self._line.open()
            if self._is_late(lane[0]):
                await self._attempts.drop(lane.popleft())
                self._held -= 1
                continue
            await self._pace.turn(chat_id, counts=True)
            letters = next_of(lane)
            if await self._attempt(letters, tries) is Verdict.AGAIN:
                lane.extendleft(reversed(letters))
                tries += 1
            else:
                self._held -= len(letters)
                tries = 0
        del self._lanes[chat_id]

    def _is_late(self, letter: Queued) -> bool:
        """Whether it matters to nobody any more."""
        return letter.expires_at is not None and letter.expires_at < self._clock.now()

    async def _attempt(self, letters: list[Queued], tries: int) -> Verdict:
        if self._ending:
            return Verdict.AGAIN
        self._sending += 1
        try:
            return await self._attempts.send(letters, tries)
        finally:
            self._sending -= 1
