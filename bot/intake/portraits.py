"""Profile photos of those who agreed to be shown are fetched outside of any transaction: each once, never by itself."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from telegram import PhotoSize as Told
from telegram.error import BadRequest, Forbidden, TelegramError

from actions.honour import portrait
from bot.clock import Clock
from bot.database import Database
from bot.letters.compose import Composer
from bot.telegram.client import Client
from handlers.honour.portrait import told
from rules.honour.portrait import MOST_BYTES, PhotoSize, Wanted, sufficient
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import outbox

log = logging.getLogger("kocbot.portraits")
GLANCE_S, AGAIN_S = 2.0, 60.0
GIVES_UP_S = 86_400
TOO_LARGE = b""


class Portraits:
    """Looks whether somebody has agreed, and fetches the smallest size that is large enough."""

    def __init__(
        self, database: Database, client: Client, composer: Composer, clock: Clock, wake: Callable[[], object]
    ) -> None:
        self._database = database
        self._client = client
        self._composer = composer
        self._clock = clock
        self._wake = wake
        self._failing_since: dict[Wanted, float] = {}

    async def run(self) -> None:
        """Look after it until cancelled; what can't be reached now is tried again."""
        while True:
            try:
                done = await self.look()
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
                done = False
            await asyncio.sleep(GLANCE_S if done else AGAIN_S)

    async def look(self) -> bool:
        """Fetch what is wanted; False when some of it has to be tried again. Raises StorageTrouble."""
        wanted = await self._database.run(portrait.wanted)
        return all([await self._look_for(one) for one in wanted])

    async def _look_for(self, one: Wanted) -> bool:
        """Fetch one; what can't be reached for a day counts as not there."""
        try:
            photo = await self._fetched(one)
        except TelegramError as broken:
            log.warning("portrait", extra={"why": type(broken).__name__})
            steady = self._clock.pace()
            if steady - self._failing_since.setdefault(one, steady) < GIVES_UP_S:
                return False
            photo = None
        self._failing_since.pop(one, None)
        await self._database.run(partial(self._keep, one=one, photo=photo))
        self._wake()
        return True

    async def _fetched(self, one: Wanted) -> bytes | None:
        """The bytes of their latest photo; None where there is none that the bot may see. Raises TelegramError."""
        try:
            seen = await self._client.get_user_profile_photos(one.telegram_id, limit=1)
            size = sufficient(_size(told) for photo in seen.photos[:1] for told in photo)
            return await self._downloaded(size) if size else None
        except (BadRequest, Forbidden):
            return None

    async def _downloaded(self, size: PhotoSize) -> bytes:
        file = await self._client.get_file(size.file)
        if (file.file_size or 0) > MOST_BYTES:
            return TOO_LARGE
        return bytes(await file.download_as_bytearray())

    def _keep(self, tx: Tx, one: Wanted, photo: bytes | None) -> None:
        """Kept, and they hear of it; nothing at all of one who has taken it back meanwhile."""
        found = portrait.keep(tx, one, photo)
        if found is not None:
            now = int(self._clock.now())
            outbox.put(tx, self._composer.posts(tx, told(found), now), now)


def _size(told: Told) -> PhotoSize:
    return PhotoSize(told.file_id, min(told.width, told.height))
