"""Telegram's flood limits: 30 messages a second in all, one a second per chat with a burst, 20 a minute per group."""

import math
from collections import deque
from collections.abc import Callable

OVERALL_PER_S = 30.0
CHAT_BURST = 3.0
GROUP_PER_MINUTE = 20


class Bucket:
    """Refills at `per_s`, holds `size`."""

    __slots__ = ("_at", "_level", "per_s", "size")

    def __init__(self, per_s: float, size: float) -> None:
        self.per_s = per_s
        self.size = size
        self._level = size
        self._at = -math.inf

    def wait_s(self, amount: float, now: float) -> float:
        """Seconds until `amount` fits; an amount over the size fits a full bucket."""
        if self._at == -math.inf:
            self._at = now
        self._level = min(self.size, self._level + (now - self._at) * self.per_s)
        self._at = now
        missing = min(amount, self.size) - self._level
        return max(0.0, missing / self.per_s)

    def take(self, amount: float) -> None:
        """Spend, after `wait_s` said zero."""
        self._level -= amount


class Limits:
    """Counts what the bot sends; `enforced` may be switched off."""

    def __init__(self, pace: Callable[[], float]) -> None:
        self.enforced = True
        self._pace = pace
        self._overall = Bucket(OVERALL_PER_S, OVERALL_PER_S)
        self._chats: dict[int, Bucket] = {}
        self._minutes: dict[int, deque[float]] = {}

    def retry_after_s(self, chat_id: int, *, group: bool, messages: int = 1) -> int:
        """0 and counted, or the whole seconds to wait."""
        if not self.enforced:
            return 0
        now = self._pace()
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = Bucket(1.0, CHAT_BURST)
        wait = max(self._overall.wait_s(messages, now), chat.wait_s(messages, now))
        if group:
            wait = max(wait, self._minute_wait_s(chat_id, messages, now))
        if wait > 1e-9:
            return math.ceil(wait)
        self._overall.take(messages)
        chat.take(messages)
        if group:
            self._minutes[chat_id].extend([now] * messages)
        return 0

    def _minute_wait_s(self, chat_id: int, messages: int, now: float) -> float:
        sent = self._minutes.setdefault(chat_id, deque())
        while sent and sent[0] <= now - 60:
            sent.popleft()
        over = len(sent) + min(messages, GROUP_PER_MINUTE) - GROUP_PER_MINUTE
        return 0.0 if over <= 0 else sent[over - 1] + 60 - now
