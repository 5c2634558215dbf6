"""How fast the bot may speak: Telegram's limits, kept on our side so that nothing is ever refused for haste."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from msgspec import Struct

GROUP_WINDOW_S = 60.0
LONGEST_NAP_S = 0.5
ENDLESS = 1_000_000


class Limits(Struct, frozen=True):
    """Calls per second overall, messages per second in one chat, messages per minute in one group."""

    overall_per_s: float = 28.0
    chat_per_s: float = 1.0
    group_per_min: int = 19


@dataclass(slots=True)
class Room:
    """What a chat's minute still holds: `left` messages of `most`; what each has `had` of it; when a `crowded` kind was told."""

    left: int
    most: int
    had: Counter[Hashable]
    crowded: dict[Hashable, float]

    def allows(self, who: Hashable, *, first: bool) -> bool:
        """Whether `who` may have another. While there is plenty anybody may; then whoever had less than half of what is left.

        A fifth of the minute is kept for results and announcements (`first`).
        """
        left = self.left if first else self.left - self.most // 5
        return left > 0 and (left > self.most // 3 or 2 * self.had[who] < left)


@dataclass(slots=True)
class _Chat:
    last: float = -1e9
    recent: deque[tuple[float, Hashable]] = field(default_factory=deque)
    had: Counter[Hashable] = field(default_factory=Counter)
    crowded: dict[Hashable, float] = field(default_factory=dict)
    blocked_until: float = 0.0


class Pace:
    """Waits until a call may be made. Reactions and toasts count for the overall limit alone.

    `now` tells seconds of a steady clock; a sandbox's clock jumps, so a long wait is slept in short naps.
    """

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits = limits
        self._now = now
        self._chats: dict[int, _Chat] = {}
        self._next_overall = 0.0

    def limit(self, limits: Limits) -> None:
        """Keep to other limits from here on; what was said until now counts no more."""
        self._limits = limits
        self._chats.clear()
        self._next_overall = 0.0

    async def ready(self, chat_id: int) -> None:
        """Return when that chat may be written to, as far as the second and Telegram's own wish to wait are concerned."""
        chat = self._chats.setdefault(chat_id, _Chat())
        every_s = 1.0 / self._limits.chat_per_s
        while (wait_s := max(chat.blocked_until, chat.last + every_s) - self._now()) > 0:
            await asyncio.sleep(min(wait_s, LONGEST_NAP_S))

    def room(self, chat_id: int) -> Room:
        """What is left of that chat's minute; only groups have one."""
        chat = self._chats.setdefault(chat_id, _Chat())
        self._recall(chat)
        most = self._limits.group_per_min if chat_id < 0 else ENDLESS
        return Room(most - len(chat.recent), most, chat.had, chat.crowded)

    def spend(self, chat_id: int, who: Hashable) -> None:
        """A message of `who` goes to that chat now."""
        chat, now = self._chats.setdefault(chat_id, _Chat()), self._now()
        chat.last = now
        if chat_id < 0:
            chat.recent.append((now, who))
            chat.had[who] += 1
        if len(self._chats) > 10_000:
            self._forget(now)

    async def overall(self) -> None:
        """Return when the next call to any chat may be made."""
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

    def _recall(self, chat: _Chat) -> None:
        """The minute moves on."""
        begin = self._now() - GROUP_WINDOW_S
        while chat.recent and chat.recent[0][0] <= begin:
            _, who = chat.recent.popleft()
            chat.had[who] -= 1
            if not chat.had[who]:
                del chat.had[who]

    def _forget(self, now: float) -> None:
        quiet = [
            id for id, chat in self._chats.items() if chat.last < now - GROUP_WINDOW_S and chat.blocked_until < now
        ]
        for id in quiet:
            del self._chats[id]
