"""The bot's side of the Bot API: python-telegram-bot's client, called by method name with plain parameters."""

from typing import Any, cast

from telegram import Bot
from telegram.request import RequestData

from bot.clock import CheckedClock, SystemClock
from bot.telegram.request import AiohttpRequest, Json

JSON = Any
ANSWER_WITHIN_S = 20.0
LATE_S = 5.0
WITNESSES = 5


class Client(Bot):
    """PTB's Bot over aiohttp. `call` is for letters from the outbox, which are stored as plain JSON.

    Bot.do_api_request warns for every method that PTB knows, so `call` goes one step below it, to `_post`.
    """

    def __init__(
        self,
        token: str,
        base_url: str,
        connections: int = 64,
        proxy: str | None = None,
        timeout_s: float = ANSWER_WITHIN_S,
        clock: CheckedClock | None = None,
    ) -> None:
        root = base_url.rstrip("/")
        clock = clock or CheckedClock(SystemClock())
        super().__init__(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=AiohttpRequest(clock, connections, proxy, timeout_s),
            get_updates_request=AiohttpRequest(clock, 1, proxy, timeout_s=60),
        )
        self._clock = clock

    async def shutdown(self) -> None:
        """Close both pools, also when the first request never succeeded."""
        await super().shutdown()
        for request in self._request:
            await request.shutdown()

    async def compare_clocks(self) -> None:
        """Ask again what the time is while Telegram's last answer is borne out by nothing. Raises telegram.error.TelegramError."""
        for _ in range(WITNESSES):
            if not self._clock.doubted:
                return
            await self.call("getMe")

    async def call(self, method: str, **parameters: Any) -> JSON:
        """Call a method; its result as JSON. Raises telegram.error.TelegramError."""
        return await self._post(method, parameters)

    async def send(self, method: str, body: bytes) -> JSON:
        """Call a method with parameters that are JSON already: what the outbox holds is not taken apart and put together again."""
        data = cast(RequestData, Json(body))  # the library hands it on unread to our own AiohttpRequest
        return await self._request[1].post(f"{self._base_url}/{method}", data)

    async def updates(self, offset: int, limit: int, timeout_s: int, allowed: tuple[str, ...]) -> list[dict[str, Any]]:
        """A batch of raw updates from `offset` on, waiting up to `timeout_s` for the first."""
        parameters = {"offset": offset, "limit": limit, "timeout": timeout_s, "allowed_updates": list(allowed)}
        batch: list[dict[str, Any]] = await self._post("getUpdates", parameters, read_timeout=timeout_s + LATE_S)
        return batch
