"""Watches whether the machine's clock is right; where it is not, those who can mend it hear of it in words."""

import asyncio
import logging

from bot.clock import CheckedClock
from bot.database import Database
from bot.letters.compose import Composer
from handlers.notices import to_staff
from rules.operations.clock import OFF_S, TOLD_AT, TOLD_EVERY_S, ClockOff
from storage import facts
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import outbox

log = logging.getLogger("kocbot.clock")
GLANCE_S = 2.0
REMEDY = "switch on time synchronisation with timedatectl set-ntp true"


def clock_off(off_s: int) -> str:
    """The sentence of the command line about a clock that is wrong."""
    much = ClockOff(off_s).in_words()
    return f"clock: this machine is {much} of Telegram's time, by which the bot runs meanwhile; {REMEDY}"


class Timekeeper:
    """Looks every few seconds; says it once when the clock goes wrong, and not again within a day."""

    def __init__(self, database: Database, composer: Composer, clock: CheckedClock) -> None:
        self._database = database
        self._composer = composer
        self._clock = clock

    async def run(self, glance_s: float = GLANCE_S) -> None:
        """Watch until cancelled."""
        noted: int | None = None
        while True:
            off_s = self._clock.off_s
            if noted is None or bool(off_s) != bool(noted):
                try:
                    await self._note(off_s)
                    noted = off_s
                except StorageTrouble as trouble:
                    log.error("storage", extra={"why": str(trouble)})
            await asyncio.sleep(glance_s)

    async def _note(self, off_s: int) -> None:
        if off_s:
            log.error("clock", extra={"ahead_s": off_s, "goes_by": "Telegram", "remedy": REMEDY})
        now = int(self._clock.now())
        await self._database.run(lambda tx: self._noted(tx, off_s, now))

    def _noted(self, tx: Tx, off_s: int, now: int) -> None:
        """Remember it for /doctor, and tell those who run the bot."""
        if not off_s:
            facts.drop(tx, OFF_S)
            return
        facts.put(tx, OFF_S, str(off_s))
        if 0 <= now - int(facts.get(tx, TOLD_AT) or 0) < TOLD_EVERY_S:
            return
        facts.put(tx, TOLD_AT, str(now))
        outbox.put(tx, self._composer.posts(tx, to_staff(tx, "doctor/clock_off", ClockOff(off_s)), now), now)
