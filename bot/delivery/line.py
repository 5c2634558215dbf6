"""The line to Telegram: while it is broken nothing is begun, and one harmless question is asked until it is answered."""

import asyncio
from collections.abc import Callable, Coroutine

from telegram.error import BadRequest, NetworkError, TelegramError

from bot.telegram.client import Client

FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 15.0


class Line:
    """Whether Telegram can be reached, as far as is known. `start` takes work that nobody waits for."""

    def __init__(self, client: Client, start: Callable[[Coroutine[None, None, None]], None]) -> None:
        self._client = client
        self._start = start
        self._stands = asyncio.Event()
        self._stands.set()

    async def open(self) -> None:
        """Return when it stands."""
        await self._stands.wait()

    def broken(self) -> None:
        """A call got no answer, or could not be made: nothing else is begun until Telegram answers."""
        if self._stands.is_set():
            self._stands.clear()
            self._start(self._knock())

    async def _knock(self) -> None:
        wait_s = FIRST_WAIT_S
        while not await self._answers():
            await asyncio.sleep(wait_s)
            wait_s = min(wait_s * 2, LONGEST_WAIT_S)
        self._stands.set()

    async def _answers(self) -> bool:
        """Whether Telegram says anything at all; what it thinks of the token the next letter will hear."""
        try:
            await self._client.call("getMe")
        except BadRequest:
            return True
        except NetworkError:
            return False
        except TelegramError:
            return True
        return True
