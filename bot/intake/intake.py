"""The intake: raw updates go into the inbox; only what stands there is confirmed to Telegram."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from actions.operations.silence import listening
from bot.clock import Clock
from bot.database import Database
from bot.delivery.directly import say_directly
from bot.flow.confidant import Confidant
from bot.intake.abreast import Abreast
from bot.intake.attachments import Attachments
from bot.intake.memberships import Memberships
from bot.intake.moments import moments
from bot.telegram.client import Client
from bot.telegram.request import seconds
from rules.operations.silence import NOTED_EVERY_S
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.packing import packed
from storage.post import inbox
from storage.post.inbox import Arrived
from storage.post.letters import Letter

log = logging.getLogger("kocbot.intake")
ALLOWED = (
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "chat_member",
    "my_chat_member",
    "chat_join_request",
    "poll",
    "poll_answer",
)
POLL_S = 25
BATCH = 100
BACKLOG = 50_000
RESUME = 40_000
TRUSTED_S = 6 * 86_400
CONFLICTS = 5
LARGEST_ID = 2**52  # Telegram's own promise
CONFLICT_WAIT_S = 3.0


class TokenUsedElsewhere(Exception):
    """Another process polls with the same token, again and again."""


class Intake:
    """Polls, stores, confirms. `on_news` is called after each stored batch, `on_conflict` once another process polls too."""

    def __init__(
        self,
        database: Database,
        client: Client,
        clock: Clock,
        confidant: Confidant,
        on_news: Callable[[], None],
        beat: Callable[[], None],
        on_conflict: Callable[[], object],
    ) -> None:
        self._database = database
        self._client = client
        self._attachments = Attachments(database, client)
        self._memberships = Memberships(database, client)
        self._clock = clock
        self._confidant = confidant
        self._saying: set[asyncio.Task[None]] = set()
        self._on_news = on_news
        self._beat = beat
        self._on_conflict = on_conflict
        self._backlog = 0
        self._noted_at: float | None = None
        self.received = 0
        self.abreast = Abreast(database)

    async def run(self, poll_s: int = POLL_S) -> None:
        """Poll until cancelled. Raises InvalidToken, TokenUsedElsewhere."""
        offset, self._backlog = await self._database.run(lambda tx: (self._offset(tx), inbox.backlog(tx)))
        conflicts = 0
        wait_s = 1.0
        while True:
            self._beat()
            try:
                await self._room()
                batch = await self._client.updates(offset, BATCH, poll_s if self.abreast.listening else 0, ALLOWED)
                await self._heard()
                if batch:
                    await self._store(batch)
                    offset = batch[-1]["update_id"] + 1
                if len(batch) < BATCH:
                    self.abreast.nothing_kept_back()
            except InvalidToken:
                raise
            except Conflict:
                conflicts += 1
                if conflicts == 1:
                    self._on_conflict()
                log.error("conflict", extra={"times": conflicts})
                if conflicts >= CONFLICTS:
                    raise TokenUsedElsewhere from None
                await asyncio.sleep(CONFLICT_WAIT_S * conflicts)
            except RetryAfter as wait:
                await asyncio.sleep(seconds(wait))
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
                await asyncio.sleep(wait_s)
            except (NetworkError, TelegramError) as broken:
                self.abreast.cut_off()
                log.warning("poll", extra={"why": type(broken).__name__})
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, 30.0)
            else:
                conflicts, wait_s = 0, 1.0

    async def _store(self, batch: list[dict[str, Any]]) -> None:
        openly = [update for update in batch if not self._confidant.hears(update)]
        for update in openly:
            await self._attachments.fetch(update)
        now = int(self._clock.now())
        await self._memberships.learn(openly, now)
        letters, self._backlog = await self._database.run(
            lambda tx: (take_in(tx, self._confidant, batch, now), inbox.backlog(tx))
        )
        if letters is not None:
            await self._database.tidy()
            saying = asyncio.create_task(say_directly(self._client, letters))
            self._saying.add(saying)
            saying.add_done_callback(self._saying.discard)
        self.received += len(batch)
        self._on_news()

    async def _heard(self) -> None:
        """Note that we listen, before anything is handled that was said while we did not."""
        steady = self._clock.pace()
        if self._noted_at is not None and steady - self._noted_at < NOTED_EVERY_S:
            return
        now = int(self._clock.now())
        silent_s = await self._database.run(lambda tx: listening(tx, now))
        self._noted_at = steady
        if silent_s:
            log.warning("unheard", extra={"for_s": silent_s})

    async def _room(self) -> None:
        """Polling pauses while too much waits; Telegram keeps updates for a day.

        How much waits was counted as the last batch was stored: the next is asked for while that one is handled.
        """
        if self._backlog < BACKLOG:
            return
        log.warning("backlog", extra={"more_than": BACKLOG})
        while self._backlog > RESUME:
            self._beat()
            await asyncio.sleep(0.5)
            self._backlog = await self._database.run(inbox.backlog)

    def _offset(self, tx: Tx) -> int:
        """Where to go on. After a week of silence Telegram may count from elsewhere, so an old number is not trusted."""
        last = inbox.last(tx)
        if last is None or self._clock.now() - last[1] > TRUSTED_S:
            return 0
        return last[0] + 1


def take_in(tx: Tx, confidant: Confidant, batch: Sequence[dict[str, Any]], now: int) -> list[Letter] | None:
    """Store a batch, in its order; the answers to what is confided in it, None when nothing is.

    That is answered within the transaction that stores the others, and all of it that is stored is that it came.
    """
    rows: list[Arrived] = []
    letters: list[Letter] | None = None
    for arrived, update in zip(rows_of(batch, now), batch, strict=True):
        if confidant.hears(update) and not confidant.said_openly(tx, update, now):
            rows.append(Arrived(arrived.update_id, None, 0, 0))
            fresh = not inbox.known(tx, arrived.update_id)
            letters = [*(letters or []), *(confidant.answer(tx, update, now) if fresh else [])]
        else:
            rows.append(arrived)
    inbox.put(tx, rows, now)
    return letters


def rows_of(batch: Sequence[dict[str, Any]], now: int) -> list[Arrived]:
    """What the inbox keeps of the updates of a batch, whatever their shape."""
    said = zip(batch, moments(batch, now), strict=True)
    return [Arrived(update["update_id"], packed(update), sender_of(update), said_at) for update, said_at in said]


def sender_of(update: dict[str, Any]) -> int:
    """The Telegram id of whoever caused the update, 0 where nobody did; for fairness between senders."""
    for content in update.values():
        if isinstance(content, dict):
            person = content.get("from") or content.get("user")
            id = person.get("id") if isinstance(person, dict) else None
            return id if isinstance(id, int) and abs(id) < LARGEST_ID else 0
    return 0
