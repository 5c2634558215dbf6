"""How fast the bot may speak: Telegram's limits, kept on our side so that nothing is ever refused for haste."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

GROUP_WINDOW_S = 60.0
LONGEST_NAP_S = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls per second overall, messages per second in one chat, messages per minute in one group."""

    overall_per_s: float = 28.0
    chat_per_s: float = 1.0
    group_per_min: int = 19


@dataclass(slots=True)
class _Chat:
    last: float = -1e9
    recent: deque[float] = field(default_factory=deque)
    blocked_until: float = 0.0


class Pace:
    """Waits until a call may be made. Reactions and toasts count for the overall limit alone.

    `now` tells seconds; a sandbox's clock jumps, so a long wait is slept in short naps.
    """

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._chats: dict[int, _Chat] = {}
        self._next_overall = 0.0

    async def turn(self, chat_id: int, *, counts: bool) -> None:
        """Return when the next call to that chat may be made; `counts` when it uses the chat's own limit."""
        if counts:
            await self._chat_turn(chat_id)
        now = self._now()
        start = max(now, self._next_overall)
        self._next_overall = max(self._next_overall, now - 1.0) + 1.0 / self._limits.overall_per_s
        if start > now:
            await asyncio.sleep(start - now)

    def blocked(self, chat_id: int, retry_after_s: float) -> None:
        """Telegram asked to wait in that chat; other chats go on."""
        self._chats.setdefault(chat_id, _Chat()).blocked_until = self._now() + retry_after_s

    async def rest(self, chat_id: int) -> None:
        """Return when Telegram no longer asks to wait in that chat."""
        chat = self._chats.get(chat_id)
        while chat and (wait_s := chat.blocked_until - self._now()) > 0:
            await asyncio.sleep(min(wait_s, LONGEST_NAP_S))

    async def _chat_turn(self, chat_id: int) -> None:
        chat = self._chats.setdefault(chat_id, _Chat())
        while (wait_s := self._wait_s(chat, self._now(), group=chat_id < 0)) > 0:
            await asyncio.sleep(min(wait_s, LONGEST_NAP_S))
        now = self._now()
        chat.last = now
        if chat_id < 0:
            chat.recent.append(now)
        if len(self._chats) > 10_000:
            self._forget(now)

    def _wait_s(self, chat: _Chat, now: float, *, group: bool) -> float:
        wait_s = max(chat.blocked_until - now, chat.last + 1.0 / self._limits.chat_per_s - now)
        if group:
            while chat.recent and chat.recent[0] <= now - GROUP_WINDOW_S:
                chat.recent.popleft()
            if len(chat.recent) >= self._limits.group_per_min:
                wait_s = max(wait_s, chat.recent[0] + GROUP_WINDOW_S - now)
        return wait_s

    def _forget(self, now: float) -> None:
        quiet = [
            id for id, chat in self._chats.items() if chat.last < now - GROUP_WINDOW_S and chat.blocked_until < now
        ]
        for id in quiet:
            del self._chats[id]
