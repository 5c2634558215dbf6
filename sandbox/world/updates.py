"""The bot's queue of updates, with the exact semantics of getUpdates."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.world.refusals import conflict

KEPT_S = 24 * 3600
MOST_AT_ONCE = 100
LONGEST_POLL_S = 50
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "message_reaction",
        "message_reaction_count",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
    ]
)
DEFAULT_KINDS = KINDS - NOT_BY_DEFAULT


def encode(body: object) -> bytes:
    """JSON as the server sends it."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(slots=True, frozen=True)
class Waiting:
    """One update not yet confirmed."""

    id: int
    at: float
    body: bytes


class Updates:
    """What waits for the bot, oldest first."""

    def __init__(self, now: Callable[[], float], first_id: int = 700_000_001) -> None:
        self.kinds = DEFAULT_KINDS
        self._now = now
        self._next_id = first_id
        self._queue: deque[Waiting] = deque()
        self._poller: asyncio.Future[bool] | None = None

    def __len__(self) -> int:
        return len(self._queue)

    def add(self, kind: str, body: dict[str, object]) -> None:
        """Queue one update, if the bot asked for its kind."""
        if kind in self.kinds:
            self.add_raw({kind: body})

    def add_raw(self, body: dict[str, object]) -> int:
        """Queue an update of any shape, also a malformed one; gives its id."""
        update_id = self._next_id
        self._next_id += 1
        self._queue.append(Waiting(update_id, self._now(), encode({"update_id": update_id} | body)))
        self._wake(True)
        return update_id

    def repeat(self, body: dict[str, object], update_id: int) -> None:
        """Queue a body under a given id (duplicates, ids that jump)."""
        self._queue.append(Waiting(update_id, self._now(), encode({"update_id": update_id} | body)))
        self._next_id = max(self._next_id, update_id + 1)
        self._wake(True)

    def waiting(self) -> list[dict[str, object]]:
        """All that waits, as the bot would get it; nothing is confirmed."""
        return [json.loads(update.body) for update in self._queue]

    def clear(self) -> None:
        """Drop all that waits."""
        self._queue.clear()

    def allow(self, kinds: list[str]) -> None:
        """Remember which kinds to queue from now on; an empty list means the usual ones."""
        self.kinds = frozenset(kinds) if kinds else DEFAULT_KINDS

    async def poll(self, offset: int, limit: int, timeout_s: int) -> list[bytes]:
        """Confirm everything before `offset`, wait for something if nothing is there, give at most `limit`."""
        self._wake(False)
        self._confirm(offset)
        if not self._queue and timeout_s > 0:
            await self._wait(min(timeout_s, LONGEST_POLL_S))
        self._expire()
        most = min(max(limit, 1), MOST_AT_ONCE)
        return [self._queue[i].body for i in range(min(most, len(self._queue)))]

    def stop(self) -> None:
        """Let a waiting poller go home."""
        self._wake(True)

    def _confirm(self, offset: int) -> None:
        queue = self._queue
        if offset < 0:
            while len(queue) > -offset:
                queue.popleft()
        while queue and queue[0].id < offset:
            queue.popleft()

    def _expire(self) -> None:
        oldest = self._now() - KEPT_S
        while self._queue and self._queue[0].at < oldest:
            self._queue.popleft()

    async def _wait(self, seconds: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        timer = asyncio.get_running_loop().call_later(seconds, self._time_out, poller)
        try:
            if not await poller:
                raise conflict(OTHER_POLLER)
        finally:
            timer.cancel()
            if self._poller is poller:
                self._poller = None

    @staticmethod
    def _time_out(poller: asyncio.Future[bool]) -> None:
        if not poller.done():
            poller.set_result(True)

    def _wake(self, news: bool) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(news)
