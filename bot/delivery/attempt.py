"""One attempt to send: the call, and what becomes of the letters, whatever the answer is."""

import json
import logging
from collections.abc import Callable, Coroutine, Sequence
from enum import Enum, auto
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.database import Database
from bot.delivery.letters import REPEATABLE, UNCOUNTED, addressed, afterwards, as_it_is, exposed, fallback, gathered
from bot.delivery.pace import Pace
from bot.telegram.client import Client
from bot.telegram.request import NotConnected, seconds
from messages.renderer import Speech
from storage import members
from storage.engine.tx import Tx
from storage.post import moves, outbox
from storage.post.outbox import Queued

log = logging.getLogger("kocbot.delivery")
TRIES = 8
LONGEST_WAIT_S = 60.0
UNKNOWN_METHOD = "method not found"  # by a server older than the method
DONE_ALREADY = ("message is not modified", "message to delete not found")


class Verdict(Enum):
    """What became of the letters: settled for good, or to be tried again, in their place."""

    SETTLED = auto()
    AGAIN = auto()


class Attempts:
    """Sends letters that are one message. `news` is called when an answer brought further letters.

    `start` takes work that nobody waits for.
    """

    def __init__(
        self,
        database: Database,
        client: Client,
        clock: Clock,
        pace: Pace,
        speech: Speech,
        news: Callable[[], None],
        start: Callable[[Coroutine[None, None, None]], None],
    ) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._pace = pace
        self._speech = speech
        self._news = news
        self._start = start
        self._gone: list[int] = []
        self.forgetting = False
        self.sent = 0

    async def send(self, letters: Sequence[Queued], tries: int) -> Verdict:
        """One call. Raises InvalidToken; every other answer has its consequence."""
        first = letters[0]
        if first.method not in REPEATABLE:
            await self._database.soon(lambda tx: outbox.sending(tx, [letter.id for letter in letters]))
        try:
            result, pin = await self._call(letters)
        except InvalidToken as wrong:
            if UNKNOWN_METHOD not in str(wrong).lower():
                raise
            return await self._refused(letters, str(wrong))
        except TelegramError as wrong:
            return await self._failed(letters, wrong, tries)
        await self._arrived(letters, result, pin=pin)
        return Verdict.SETTLED

    async def _call(self, letters: Sequence[Queued]) -> tuple[Any, bool]:
        """Telegram's answer, and whether the message is to be pinned."""
        first = letters[0]
        if first.method in UNCOUNTED:
            return await self._client.send(first.method, as_it_is(first)), False
        body = gathered([json.loads(letter.body) for letter in letters])
        pin = bool(body.pop("pin", False))
        if isinstance(body.get("document"), dict):
            return await self._client.call(first.method, **addressed(first, body)), pin
        return await self._client.send(first.method, json.dumps(addressed(first, body)).encode()), pin

    async def drop(self, letter: Queued, why: str) -> None:
        """Too late to matter to anybody."""
        await self._end([letter], "dropped", why)

    async def _failed(self, letters: Sequence[Queued], wrong: TelegramError, tries: int) -> Verdict:
        match wrong:
            case RetryAfter():
                return await self._again(letters, seconds(wrong))
            case ChatMigrated():
                return await self._moved(letters, wrong.new_chat_id)
            case BadRequest():
                return await self._refused(letters, str(wrong))
            case Forbidden():
                return await self._closed(letters, str(wrong))
            case NetworkError():
                return await self._lost(letters, wrong, tries)
        return await self._refused(letters, str(wrong))

    def _forgotten(self, letter: Queued) -> None:
        """It arrived and nobody will ask for it: deleted with others of its moment; after a crash it goes once more."""
        self._gone.append(letter.id)
        if not self.forgetting:
            self.forgetting = True
            self._start(self._forget())

    async def _forget(self) -> None:
        while self._gone:
            gone, self._gone = self._gone, []
            await self._database.soon(lambda tx, ids=gone: outbox.done_with(tx, ids))  # type: ignore[misc]  # a default
        self.forgetting = False

    async def _arrived(self, letters: Sequence[Queued], result: Any, *, pin: bool) -> None:
        self.sent += 1
        if letters[0].method in UNCOUNTED:
            self._forgotten(letters[0])
            return
        message = result.get("message_id") if isinstance(result, dict) else None
        ephemeral = isinstance(result, dict) and "ephemeral_message_id" in result
        first, now = letters[0], int(self._clock.now())
        extra = afterwards(first, message, pin=pin)
        if "ephemeral_message_parameters" in first.body and not ephemeral:
            extra += exposed(first, message, self._speech)

        def note(tx: Tx) -> None:
            for letter in letters:
                outbox.sent(tx, letter.id, message)
            if first.keep and message:
                outbox.keep(tx, first.keep, first.lane, message, now)
            outbox.put(tx, extra, now)

        await self._database.soon(note)
        if extra:
            self._news()

    async def _again(self, letters: Sequence[Queued], wait_s: float) -> Verdict:
        """Certainly not posted: once more later. Its chat waits, others go on."""
        self._pace.blocked(letters[0].lane, wait_s)
        if letters[0].method not in REPEATABLE:
            due = int(self._clock.now())
            await self._database.soon(lambda tx: outbox.later(tx, [letter.id for letter in letters], due))
        return Verdict.AGAIN

    async def _lost(self, letters: Sequence[Queued], wrong: NetworkError, tries: int) -> Verdict:
        """No answer: what can't be repeated without harm is uncertain, for people to look at."""
        harmless = isinstance(wrong, NotConnected) or letters[0].method in REPEATABLE
        if harmless and tries + 1 < TRIES:
            return await self._again(letters, min(2.0**tries, LONGEST_WAIT_S))
        await self._end(letters, "failed" if harmless else "uncertain", str(wrong))
        return Verdict.SETTLED

    async def _closed(self, letters: Sequence[Queued], why: str) -> Verdict:
        """The person can't be written to (any more): the letters wait for their start. A group is gone."""
        lane = letters[0].lane
        if lane <= 0:
            return await self._refused(letters, why)

        def note(tx: Tx) -> None:
            member = members.by_telegram_id(tx, lane)
            if member:
                members.set_reachable(tx, member.id, False)
            for letter in letters:
                outbox.park(tx, letter.id)

        await self._database.soon(note)
        return Verdict.SETTLED

    async def _refused(self, letters: Sequence[Queued], why: str) -> Verdict:
        """Telegram will never take it: the fall-back goes instead, or it ends here."""
        if any(known in why.lower() for known in DONE_ALREADY):
            await self._arrived(letters, None, pin=False)
            return Verdict.SETTLED
        first, now = letters[0], int(self._clock.now())
        if first.method not in UNCOUNTED:
            log.warning("refused", extra={"method": first.method, "why": why, "letter": first.id})

        def note(tx: Tx) -> None:
            for letter in letters:
                outbox.ended(tx, letter.id, "failed", why)
                outbox.put(tx, fallback(letter, self._speech), now)

        await self._database.soon(note)
        if first.fallback:
            self._news()
        return Verdict.SETTLED

    async def _moved(self, letters: Sequence[Queued], new_chat_id: int) -> Verdict:
        """The group became a supergroup: the letters are queued anew, for its new address."""
        old, now = letters[0].lane, int(self._clock.now())

        def note(tx: Tx) -> None:
            outbox.later(tx, [letter.id for letter in letters], now)  # so that the move takes them along
            moves.migrate(tx, old, new_chat_id)
            for letter in letters:
                outbox.renew(tx, letter.id, now)

        await self._database.soon(note)
        self._news()
        return Verdict.SETTLED

    async def _end(self, letters: Sequence[Queued], state: str, why: str) -> None:
        def note(tx: Tx) -> None:
            for letter in letters:
                outbox.ended(tx, letter.id, state, why)

        await self._database.soon(note)
