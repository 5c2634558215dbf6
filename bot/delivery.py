"""The delivery: letters of the outbox go out, in order per chat, paced, merged where they may be, never blindly twice."""

import asyncio
import heapq
import json
import logging
from collections import deque
from collections.abc import Callable
from typing import Any

from telegram import InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.client import Client
from bot.clock import Clock
from bot.database import Database
from bot.pace import Limits, Pace
from bot.request import NotConnected, seconds
from storage import groups, members, outbox
from storage.engine import StorageTrouble
from storage.outbox import Letter, Queued
from storage.tx import Tx

log = logging.getLogger("kocbot.delivery")
REPEATABLE = {
    "setMessageReaction",
    "answerCallbackQuery",
    "editMessageText",
    "editMessageCaption",
    "editEphemeralMessageText",
    "deleteMessage",
    "setMyCommands",
}
UNCOUNTED = {"setMessageReaction", "answerCallbackQuery", "setMyCommands"}
IN_MEMORY = 2_000
TRIES = 6
GATHERED = 50
TEXT_LIMIT = 4096
DONE_ALREADY = ("message is not modified", "message to delete not found")


class Delivery:
    """One task reads the outbox; each chat with something to say has a lane of its own."""

    def __init__(
        self, database: Database, client: Client, clock: Clock, limits: Limits, beat: Callable[[], None]
    ) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._beat = beat
        self._pace = Pace(limits, clock.pace)
        self._lanes: dict[int, deque[Queued]] = {}
        self._later: list[tuple[float, int, Queued]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self._cursor = 0
        self._held = 0
        self.sent = 0
        self.fatal: BaseException | None = None

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._news.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        await self._database.run(outbox.interrupted)
        while True:
            self._news.clear()
            self._beat()
            await self._fetch()
            self._release()
            if self.fatal:
                raise self.fatal
            try:
                await asyncio.wait_for(self._news.wait(), timeout=0.25 if self._later else 1.0)
            except TimeoutError:
                continue

    async def settle(self, grace_s: float = 10.0) -> None:
        """Let what is being sent arrive, for a clean end."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace_s)
        for task in self._tasks:
            task.cancel()

    @property
    def idle(self) -> bool:
        """Nothing is being sent and nothing due waits in memory."""
        return not self._lanes and not self._news.is_set()

    async def _fetch(self) -> None:
        while self._held < IN_MEMORY:
            cursor, room = self._cursor, min(500, IN_MEMORY - self._held)
            try:
                letters = await self._database.run(lambda tx, c=cursor, r=room: outbox.queued(tx, c, r))  # type: ignore[misc]
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
                return
            if not letters:
                return
            self._cursor = letters[-1].id
            self._held += len(letters)
            now = self._clock.now()
            for letter in letters:
                if letter.not_before > now:
                    heapq.heappush(self._later, (letter.not_before, letter.id, letter))
                else:
                    self._enqueue(letter)

    def _release(self) -> None:
        now = self._clock.now()
        while self._later and self._later[0][0] <= now:
            self._enqueue(heapq.heappop(self._later)[2])

    def _enqueue(self, letter: Queued) -> None:
        if letter.method in UNCOUNTED:
            self._start(self._single(letter))
            return
        lane = self._lanes.get(letter.lane)
        if lane is None:
            lane = self._lanes[letter.lane] = deque([letter])
            self._start(self._lane(letter.lane, lane))
        else:
            lane.append(letter)

    def _start(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()):
            log.error("delivery", exc_info=failure)
            self.fatal = failure
            self._news.set()

    async def _single(self, letter: Queued) -> None:
        if self._stale(letter):
            await self._end(letter, "dropped", "too late to matter")
            return
        await self._pace.turn(letter.lane, counts=False)
        await self._send([letter])

    async def _lane(self, chat_id: int, lane: deque[Queued]) -> None:
        while lane:
            await self._pace.turn(chat_id, counts=True)
            letters = [lane.popleft()]
            while letters[0].gather and lane and lane[0].gather == letters[0].gather and len(letters) < GATHERED:
                letters.append(lane.popleft())
            await self._send(letters)
        del self._lanes[chat_id]

    def _stale(self, letter: Queued) -> bool:
        return letter.expires_at is not None and letter.expires_at < self._clock.now()

    async def _send(self, letters: list[Queued]) -> None:
        first = letters[0]
        body = gathered([json.loads(letter.body) for letter in letters])
        pin = body.pop("pin", False)
        if first.method not in REPEATABLE:
            await self._database.soon(lambda tx: outbox.sending(tx, [letter.id for letter in letters]))
        try:
            result = await self._client.call(first.method, **addressed(first, body))
        except RetryAfter as wait:
            self._pace.blocked(first.lane, seconds(wait))
            await self._again(letters, seconds(wait))
        except ChatMigrated as moved:
            await self._migrated(letters, moved.new_chat_id)
        except InvalidToken:
            raise
        except BadRequest as wrong:
            await self._refused(letters, str(wrong))
        except Forbidden as closed:
            await self._closed(letters, str(closed))
        except NotConnected:
            await self._again(letters, min(2.0**first.tries, 60.0))
        except NetworkError as lost:
            await self._lost(letters, str(lost))
        except TelegramError as wrong:
            await self._refused(letters, str(wrong))
        else:
            await self._arrived(letters, result, pin=bool(pin))

    async def _arrived(self, letters: list[Queued], result: Any, *, pin: bool) -> None:
        message = result.get("message_id") if isinstance(result, dict) else None
        ephemeral = isinstance(result, dict) and "ephemeral_message_id" in result
        first, now = letters[0], int(self._clock.now())
        extra = _afterwards(first, message, pin=pin)
        if "ephemeral_message_parameters" in first.body and not ephemeral:
            extra += _exposed(first, message)

        def note(tx: Tx) -> None:
            for letter in letters:
                outbox.sent(tx, letter.id, message)
            if first.keep and message:
                outbox.keep(tx, first.keep, first.lane, message, now)
            outbox.put(tx, extra, now)

        self._held -= len(letters)
        self.sent += 1
        await self._database.soon(note)
        if extra:
            self.wake()

    async def _again(self, letters: list[Queued], wait_s: float) -> None:
        """Not accepted, certainly not posted: once more later, at the end of everything if it never works."""
        if letters[0].tries + 1 >= TRIES:
            for letter in letters:
                await self._end(letter, "failed", "gave up")
            return
        due = self._clock.now() + wait_s
        await self._database.soon(lambda tx: outbox.later(tx, [letter.id for letter in letters], int(due)))
        for letter in letters:
            heapq.heappush(self._later, (due, letter.id, retried(letter)))

    async def _lost(self, letters: list[Queued], why: str) -> None:
        """The answer got lost: what can't be repeated without harm is uncertain, for people to look at."""
        if letters[0].method in REPEATABLE:
            await self._again(letters, min(2.0 ** letters[0].tries, 60.0))
            return
        for letter in letters:
            await self._end(letter, "uncertain", why)

    async def _closed(self, letters: list[Queued], why: str) -> None:
        """The person can't be written to (any more): the letters wait for their start. A group is gone."""
        lane = letters[0].lane
        if lane <= 0:
            await self._refused(letters, why)
            return

        def note(tx: Tx) -> None:
            member = members.by_telegram_id(tx, lane)
            if member:
                members.set_reachable(tx, member.id, False)
            for letter in letters:
                outbox.park(tx, letter.id)

        self._held -= len(letters)
        await self._database.soon(note)

    async def _refused(self, letters: list[Queued], why: str) -> None:
        """Telegram will never take it: the fall-back goes instead, or it ends here."""
        if any(known in why.lower() for known in DONE_ALREADY):
            await self._arrived(letters, None, pin=False)
            return
        first, now = letters[0], int(self._clock.now())
        if first.method not in UNCOUNTED:
            log.warning("refused", extra={"method": first.method, "why": why, "letter": first.id})

        def note(tx: Tx) -> None:
            for letter in letters:
                outbox.ended(tx, letter.id, "failed", why)
            outbox.put(tx, fallback(first), now)

        self._held -= len(letters)
        await self._database.soon(note)
        if first.fallback:
            self.wake()

    async def _migrated(self, letters: list[Queued], new_chat_id: int) -> None:
        old = letters[0].lane

        def note(tx: Tx) -> None:
            outbox.later(tx, [letter.id for letter in letters], int(self._clock.now()))
            groups.migrate(tx, old, new_chat_id)

        await self._database.soon(note)
        for letter in letters:
            self._enqueue(retried(letter, lane=new_chat_id))

    async def _end(self, letter: Queued, state: str, why: str) -> None:
        self._held -= 1
        await self._database.soon(lambda tx: outbox.ended(tx, letter.id, state, why))


def retried(letter: Queued, lane: int | None = None) -> Queued:
    """The letter for another attempt, to another chat if `lane` is given."""
    values = {name: getattr(letter, name) for name in Queued.__slots__}
    return Queued(**{**values, "tries": letter.tries + 1, "lane": letter.lane if lane is None else lane})


def gathered(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    """One body for several that may be joined: the header, then a line each."""
    first = bodies[0]
    header = first.pop("header", None)
    if len(bodies) == 1:
        return first
    lines = [header, *(body["text"] for body in bodies)] if header else [body["text"] for body in bodies]
    text = ""
    for line in lines:
        if len(text) + len(line) + 1 > TEXT_LIMIT:
            break
        text += line + "\n"
    joined = {**first, "text": text.rstrip()}
    joined.pop("reply_parameters", None)
    return joined


def addressed(letter: Queued, body: dict[str, Any]) -> dict[str, Any]:
    """The parameters of the call: the chat it goes to, and a file where the body holds its content."""
    if letter.lane:
        body["chat_id"] = letter.lane
    document = body.get("document")
    if isinstance(document, dict):
        body["document"] = InputFile(document["content"].encode(), filename=document["name"])
    return body


def fallback(letter: Queued) -> list[Letter]:
    """The letter that goes when this one can't."""
    if letter.fallback is None:
        return []
    other = json.loads(letter.fallback)
    return [Letter(other["lane"], other.get("method", "sendMessage"), other["body"], fade_s=other.get("fade_s"))]


def _afterwards(letter: Queued, message: int | None, *, pin: bool) -> list[Letter]:
    if message is None:
        return []
    extra = []
    if letter.fade_s:
        fade = json.dumps({"message_id": message})
        extra.append(Letter(letter.lane, "deleteMessage", fade, delay_s=letter.fade_s))
    if pin:
        body = json.dumps({"message_id": message, "disable_notification": True})
        extra.append(Letter(letter.lane, "pinChatMessage", body))
    return extra


def _exposed(letter: Queued, message: int | None) -> list[Letter]:
    """An older server has shown a whisper to everyone: delete it at once, and whisper elsewhere."""
    gone = [Letter(letter.lane, "deleteMessage", json.dumps({"message_id": message}))] if message else []
    return gone + fallback(letter)
