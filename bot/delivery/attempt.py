"""One attempt to send: the call, and what becomes of the letters, whatever the answer is."""

import logging
from collections.abc import Callable, Coroutine, Sequence
from enum import Enum, auto
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.database import Database
from bot.delivery.consequences import (
    Answer,
    Closed,
    Consequences,
    Fate,
    Hasty,
    Lost,
    Moved,
    Refused,
    Taken,
    Unsent,
    consequences,
    settle,
    too_late,
)
from bot.delivery.letters import UNCOUNTED, addressed, call_of, with_file
from bot.delivery.line import Line
from bot.delivery.pace import Pace
from bot.delivery.words import Crowded, Words
from bot.telegram.client import Client
from bot.telegram.request import NotConnected, TurnedAway, seconds
from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Queued

log = logging.getLogger("kocbot.delivery")
NEWS = (Fate.RENEWED, Fate.FAILED, Fate.UNCERTAIN)  # what they bring stands in the outbox
UNKNOWN_METHOD = "method not found"  # by a server older than the method


def taken(result: Any) -> Taken:
    """What Telegram's result tells of the message that stands in the chat."""
    pieces = result if isinstance(result, list) else [result]
    known = pieces[0] if pieces and isinstance(pieces[0], dict) else {}
    album = known.get("media_group_id")
    further = tuple(piece["message_id"] for piece in pieces[1:]) if album else ()
    link = known.get("invite_link", "") if "message_id" not in known else ""
    poll = known["poll"]["id"] if "message_id" in known and "poll" in known else None
    return Taken(known.get("message_id"), "ephemeral_message_id" in known, album, further, link, poll)


def answer_of(wrong: TelegramError) -> Answer:
    """What an error of the library means. Raises InvalidToken when the token is refused."""
    match wrong:
        case RetryAfter():
            return Hasty(seconds(wrong))
        case ChatMigrated():
            return Moved(wrong.new_chat_id)
        case InvalidToken() if UNKNOWN_METHOD not in str(wrong).lower():
            raise wrong
        case BadRequest() | InvalidToken():
            return Refused(str(wrong))
        case Forbidden():
            return Closed(str(wrong))
        case NotConnected() | TurnedAway():
            return Unsent(str(wrong), isinstance(wrong, TurnedAway))
        case NetworkError():
            return Lost(str(wrong))
    return Refused(str(wrong))


def _gathered(tx: Tx, letters: Sequence[Queued], now: int, words: Words) -> None:
    """One letter in the place of many, in the transaction that settles them."""
    first = letters[0]
    said = first.said
    topic = said.message_thread_id if isinstance(said, SendMessage) else None
    readers = [letter.seen_by for letter in letters if letter.seen_by]
    outbox.put(tx, words.crowd(tx, Crowded(first.lane, first.gather or "", topic, tuple(readers)), now), now)
    for letter in letters:
        outbox.sent(tx, letter.id, None)


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
        line: Line,
        words: Words,
        news: Callable[[], None],
        start: Callable[[Coroutine[None, None, None]], None],
    ) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._pace = pace
        self._line = line
        self._words = words
        self._news = news
        self._start = start
        self._gone: list[int] = []
        self.forgetting = False
        self.sent = 0

    async def send(self, letters: Sequence[Queued], tries: int) -> Verdict:
        """One call. Raises InvalidToken, and the letters keep their place; every other answer has its consequence."""
        if not letters[0].repeatable:
            letters = await self._begun(letters)
            if not letters:
                return Verdict.SETTLED
        first = letters[0]
        try:
            answer: Answer = taken(await self._call(letters))
        except TelegramError as wrong:
            answer = await self._meant(wrong, letters)
        if isinstance(answer, Lost | Unsent):
            self._line.broken()
        found = consequences(letters, answer, tries, self._words.speech)
        if found.fate is Fate.FAILED and not isinstance(answer, Lost) and first.method not in UNCOUNTED:
            log.warning("refused", extra={"method": first.method, "why": found.why, "letter": first.id})
        await self._follow(letters, found)
        return Verdict.AGAIN if found.fate is Fate.AGAIN else Verdict.SETTLED

    async def _begun(self, letters: Sequence[Queued]) -> list[Queued]:
        """Those that nobody has withdrawn meanwhile."""
        standing: set[int] = set()

        def begin(tx: Tx) -> None:
            standing.clear()
            standing.update(outbox.sending(tx, [letter.id for letter in letters]))

        await self._database.soon(begin)
        return [letter for letter in letters if letter.id in standing]

    async def _meant(self, wrong: TelegramError, letters: Sequence[Queued]) -> Answer:
        try:
            return answer_of(wrong)
        except InvalidToken:
            now = int(self._clock.now())
            await self._database.soon(lambda tx: outbox.later(tx, [letter.id for letter in letters], now))
            raise

    async def _call(self, letters: Sequence[Queued]) -> Any:
        """Telegram's result."""
        first = letters[0]
        if first.file is not None:
            return await self._client.call(first.method, **with_file(first))
        method, body = call_of(letters)
        return await self._client.send(method, addressed(first, body))

    async def gather(self, letters: Sequence[Queued]) -> None:
        """They become one message for all of their readers, which goes next."""
        now = int(self._clock.now())
        await self._database.soon(lambda tx: _gathered(tx, letters, now, self._words))
        self._news()

    async def drop(self, letter: Queued) -> None:
        """Too late to matter to anybody."""
        await self._note([letter], too_late(letter))

    async def _follow(self, letters: Sequence[Queued], found: Consequences) -> None:
        """Do and write down what follows."""
        first = letters[0]
        self.sent += found.fate in (Fate.SENT, Fate.GONE)
        if found.fate is Fate.GONE and not found.further:
            self._forgotten(first)
            return
        if found.fate is Fate.AGAIN:
            self._pace.blocked(first.lane, found.wait_s)
        if found.fate is not Fate.AGAIN or not first.repeatable:
            await self._note(letters, found)
        if found.further or found.fate in NEWS:
            self._news()

    async def _note(self, letters: Sequence[Queued], found: Consequences) -> None:
        now = int(self._clock.now())
        await self._database.soon(lambda tx: settle(tx, letters, found, now, self._words))

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
