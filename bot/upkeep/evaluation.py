"""Everybody's conditions, once a day: a few members at a time, so that nothing waits for it."""

import asyncio
import logging
from functools import partial

from actions.honour.evaluation import is_due, sweep
from bot.clock import Clock
from bot.database import Database
from rules.occasion import Occasion
from rules.programme.programme import Programme
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx

log = logging.getLogger("kocbot.evaluation")
GLANCE_S = 20
FIRST, MOST = 1, 1000
HOLDS_S = 0.01


def paced(many: int, took_s: float) -> int:
    """How many members come next, for the last ones to have held the writer as long as nobody minds."""
    wanted = many * HOLDS_S / max(took_s, HOLDS_S / 2)
    return max(1, min(int(wanted), MOST))  # at most twice as many as before


class Evaluation:
    """Looks at everybody when a day has begun, or when a badge is new."""

    def __init__(self, programme: Programme, database: Database, clock: Clock) -> None:
        self._programme = programme
        self._database = database
        self._clock = clock

    async def run(self, glance_s: float = GLANCE_S) -> None:
        """Look after it until cancelled; storage in trouble is tried again."""
        while True:
            await asyncio.sleep(glance_s)
            try:
                await self.look()
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})

    async def look(self) -> None:
        """All members, if they are due; each few in a transaction of their own. Raises StorageTrouble."""
        occasion = Occasion(int(self._clock.now()), self._programme)
        if not await self._database.run(partial(is_due, occasion=occasion)):
            return
        after: int | None = 0
        many = FIRST
        while after is not None:
            after, took_s = await self._database.run(partial(self._timed, after=after, many=many, occasion=occasion))
            many = paced(many, took_s)

    def _timed(self, tx: Tx, after: int, many: int, occasion: Occasion) -> tuple[int | None, float]:
        """Where to go on, and how long it took by a steady clock."""
        began = self._clock.pace()
        return sweep(tx, after, many, occasion), self._clock.pace() - began
