"""Whether all that was said while nobody listened is handled: before that nothing falls due."""

import asyncio
from contextlib import suppress

from bot.database import Database
from storage.post import inbox

LOOKS_AGAIN_S = 0.01


class Abreast:
    """The bot was off, or Telegram out of reach: what was said meanwhile has its own moment, and comes first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._until: int | None = None
        self._reached = False
        self._heard = asyncio.Event()

    @property
    def listening(self) -> bool:
        """Whether what is said arrives as it is said."""
        return self._heard.is_set()

    def nothing_kept_back(self) -> None:
        """A poll has brought all that Telegram had for us."""
        self._heard.set()

    def cut_off(self) -> None:
        """Telegram can't be reached."""
        self._heard.clear()
        self._reached = False
        self._until = None

    async def reached(self, patience_s: float) -> bool:
        """Whether we are abreast of what is said, or are so within that time; looked at once after each silence."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                while not self._reached:
                    await self._heard.wait()
                    self._reached = await self._handled() and self.listening
        return self._reached

    async def _handled(self) -> bool:
        if self._until is None:
            self._until = await self._database.run(inbox.newest)
        until = self._until
        if await self._database.run(lambda tx: inbox.waits(tx, until)):
            await asyncio.sleep(LOOKS_AGAIN_S)
            return False
        return True
