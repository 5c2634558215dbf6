"""Whatever the server answers to whatever the bot calls: nothing is said twice, nothing vanishes unseen, the bot lives on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.database import Database
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Limits
from bot.delivery.words import Words
from bot.intake.intake import Intake
from bot.telegram.client import Client
from messages.renderer import Speech
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from storage.post import inbox, misses, outbox
from storage.post.bodies import REPEATABLE, SendDocument, SendMessage, SendPhoto
from storage.post.body import Body
from storage.post.letters import Attached, Letter
from storage.post.standing import STANDING
from tests.bot.telegram import SPARED, Answer, Telegram, refusal, telegram
from tests.letters import BODIES, letters_by_state
from tests.stage import Stage

UNHURRIED = Limits(overall_per_s=10_000, chat_per_s=10_000, group_per_min=1_000_000)
WORDS = Words(Speech("UTC", "x"), *([lambda *_: []] * 4))
PATIENCE_S = 2.5
GROUP, MOVED = -1001, -9009
HTML = b"<html><body>502 Bad Gateway</body></html>"
WELL = "all is well"
STANDINGS = {kind.method for kind in STANDING}
ANYWHERE = {"answerCallbackQuery", "setMyCommands", *STANDINGS}
UNLISTED = {"setMessageReaction", "setMyCommands", "deleteMessage", *STANDINGS}
UNLISTED |= {"unpinChatMessage"}
SAID = (
    "sendMessage",
    "sendPhoto",
    "sendVideo",
    "sendAnimation",
    "sendDocument",
    "sendMediaGroup",
    "sendPoll",
    "pinChatMessage",
)


@dataclass(frozen=True)
class Fate:
    """What must become of what can't be repeated, and of what can: its state, and how often it was carried out.

    `spared` is how often the fall-back goes instead.
    """

    said: str
    again: str
    times_said: int
    times_again: int
    spared: int = 0


SENT = Fate("sent", "sent", 1, 1)
REFUSED = Fate("failed", "failed", 0, 0, spared=1)
LOST = Fate("uncertain", "sent", 0, 1)
ANSWER_LOST = Fate("uncertain", "sent", 1, 2)

TABLE: dict[str, tuple[Answer | None, Fate]] = {
    WELL: (None, SENT),
    "400": (refusal(400, "Bad Request: chat not found"), REFUSED),
    "400 rights": (refusal(400, "Bad Request: not enough rights to send text messages to the chat"), REFUSED),
    "400 reply": (refusal(400, "Bad Request: message to be replied not found"), REFUSED),
    "400 reaction": (refusal(400, "Bad Request: REACTION_INVALID"), REFUSED),
    "400 same": (refusal(400, "Bad Request: message is not modified"), Fate("sent", "sent", 0, 0)),
    "400 gone": (refusal(400, "Bad Request: message to delete not found"), Fate("sent", "sent", 0, 0)),
    "400 moved": (refusal(400, "Bad Request: upgraded", migrate_to_chat_id=MOVED), Fate("sent", "dropped", 1, 0)),
    "403": (refusal(403, "Forbidden: bot was kicked from the supergroup chat"), REFUSED),
    "404 method": (refusal(404, "Not Found: method not found"), REFUSED),
    "409": (refusal(409, "Conflict: terminated by other request"), REFUSED),
    "413": (refusal(413, "Request Entity Too Large"), LOST),
    "429": (refusal(429, "Too Many Requests: retry after 1", retry_after=1), SENT),
    "500": (refusal(500, "Internal Server Error"), LOST),
    "500 after the work": (refusal(500, "Internal Server Error", posted=True), ANSWER_LOST),
    "502": (Answer(502, HTML), SENT),
    "503 empty": (Answer(503, b""), SENT),
    "504": (Answer(504, HTML), LOST),
    "404 of a proxy": (Answer(404, HTML), LOST),
    "403 of a proxy": (Answer(403, HTML), LOST),
    "time-out": (Answer(hangs=True), LOST),
    "time-out after the work": (Answer(hangs=True, posted=True), ANSWER_LOST),
    "reset": (Answer(breaks=True), LOST),
    "reply lost": (Answer(breaks=True, posted=True), ANSWER_LOST),
    "malformed": (Answer(200, b'{"ok": tr', posted=True), ANSWER_LOST),
    "a page": (Answer(200, HTML, posted=True), ANSWER_LOST),
    "no result": (Answer(200, b"{}", posted=True), ANSWER_LOST),
    "a list": (Answer(200, b"[]", posted=True), ANSWER_LOST),
}


def _letter(lane: int, body: Body) -> Letter:
    file = Attached("a.csv", "a,b") if isinstance(body, SendDocument) else None
    return Letter(lane, body, fallback=Letter(GROUP, SendMessage(SPARED)), lasts_s=120, file=file)


def _letters() -> list[Letter]:
    """One for each method that a letter may call, each with something that goes instead."""
    assert {body.method for body in BODIES} == {*SAID, *REPEATABLE}
    return [_letter(GROUP - n, body) for n, body in enumerate(BODIES)]


class Post:
    """A delivery with a database of its own, before a server that answers as it is told."""

    def __init__(self, database: Database, client: Client, stage: Stage) -> None:
        self.database = database
        self.delivery = Delivery(database, client, stage.clock, UNHURRIED, WORDS, lambda: None)

    async def deliver(self) -> None:
        """Until everything is settled. Raises what ends the process."""
        task = asyncio.create_task(self.delivery.run())
        try:
            async with asyncio.timeout(20):
                while await self.database.run(_open) and not task.done():
                    self.delivery.wake()
                    await asyncio.sleep(0.02)
                if task.done():
                    task.result()
        finally:
            await self.delivery.settle(2)
            task.cancel()
            await asyncio.wait([task])

    async def states(self, ids: dict[int, str]) -> dict[str, str]:
        """What became of each method's letter; what is settled well may be forgotten, what moved got another number."""
        rows = await self.database.run(lambda tx: tx.all("SELECT id, method, state FROM outbox"))
        renewed = {row.method: row.state for row in rows if row.id not in ids}
        found = {row.id: row.state for row in rows}
        return {method: found.get(id) or renewed.get(method, "sent") for id, method in ids.items()}


def _open(tx: Tx) -> int:
    return int(tx.value("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')"))


@asynccontextmanager
async def _client(there: Telegram) -> AsyncIterator[Client]:
    client = Client("42:sandbox", there.url, timeout_s=PATIENCE_S)
    await client.initialize()
    try:
        yield client
    finally:
        await client.shutdown()


async def _meet(name: str, stage: Stage, path: Path) -> str:
    """Every method before one answer; what is wrong about it, or nothing."""
    answer, fate = TABLE[name]
    async with telegram(answer) as there, Database(Sqlite(path)) as database, _client(there) as client:
        post = Post(database, client, stage)
        ids = await database.run(lambda tx: _put(tx, int(stage.clock.now())))
        entries = await database.run(_entries)
        try:
            await post.deliver()
        except Exception as ended:  # noqa: BLE001  # whatever it is, the bot has ended
            return f"{name}: ended by {ended!r}"
        states = await post.states(ids)
        listed = await database.run(lambda tx: sum(count for count, _ in misses.unsettled(tx, 0).values()))
        assert entries == await database.run(_entries), "the ledger does not hear of deliveries"
    wrong = [
        f"{name}: {method} {states[method]}, carried out {there.posted[method]} times"
        for method in ids.values()
        if (states[method], there.posted[method]) != _fate(name, method)
    ]
    if there.posted[SPARED] != fate.spared * len(ids):
        wrong.append(f"{name}: {there.posted[SPARED]} fall-backs")
    unsettled = sum(state in ("uncertain", "failed") for method, state in states.items() if method not in UNLISTED)
    if listed != unsettled:
        wrong.append(f"{name}: {listed} of {unsettled} listed")
    return "\n".join(wrong)


def _fate(name: str, method: str) -> tuple[str, int]:
    """What is about one message stays behind when a group moves, a pin too, which can't be repeated."""
    _, fate = TABLE[name]
    again = method in (REPEATABLE - ANYWHERE | {"pinChatMessage"} if name == "400 moved" else REPEATABLE)
    return (fate.again, fate.times_again) if again else (fate.said, fate.times_said)


def _put(tx: Tx, now: int) -> dict[int, str]:
    outbox.put(tx, _letters(), now)
    return {row.id: row.method for row in tx.all("SELECT id, method FROM outbox")}


def _entries(tx: Tx) -> int:
    return int(tx.value("SELECT count(*) FROM transfer"))


def _copies(stage: Stage, folder: Path) -> dict[str, Path]:
    paths = {name: folder / f"{n}.db" for n, name in enumerate(TABLE)}
    for path in paths.values():
        stage.connection.execute("VACUUM INTO ?", (str(path),))
    return paths


def test_every_answer_to_every_method_has_its_one_consequence(stage: Stage, tmp_path: Path) -> None:
    paths = _copies(stage, tmp_path)

    async def story() -> list[str]:
        return await asyncio.gather(*(_meet(name, stage, path) for name, path in paths.items()))

    assert "\n".join(filter(None, asyncio.run(story()))) == ""


@pytest.mark.parametrize("answer", [refusal(401, "Unauthorized"), refusal(404, "Not Found")])
def test_a_refused_token_ends_the_process_and_what_was_on_its_way_goes_with_the_right_one(
    answer: Answer, stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "k.db"
    stage.connection.execute("VACUUM INTO ?", (str(path),))

    async def story() -> None:
        revoked = telegram(answer, frozenset({"sendMessage"}))
        async with revoked as there, Database(Sqlite(path)) as database, _client(there) as client:
            await database.run(lambda tx: _put(tx, int(stage.clock.now())))
            with pytest.raises(InvalidToken):
                await Post(database, client, stage).deliver()
            assert there.posted["sendMessage"] == 0
            state = await database.run(lambda tx: tx.value("SELECT state FROM outbox WHERE method = 'sendMessage'"))
            assert state == "queued"
        async with telegram(None) as there, Database(Sqlite(path)) as database, _client(there) as client:
            await Post(database, client, stage).deliver()
            assert there.posted["sendMessage"] == 1
            assert max(there.posted.values()) == 1
            assert not await database.run(_open)

    asyncio.run(story())


ENDS = {"404 method"}  # to a poll it says that the token is wrong


async def _poll(name: str, stage: Stage, path: Path) -> str:
    """A check-in waits behind one bad answer to getUpdates."""
    answer, _ = TABLE[name]
    if answer and answer.posted:
        answer = Answer(answer.status, answer.body, hangs=answer.hangs, breaks=answer.breaks)
    bad = telegram(answer, frozenset({"getUpdates"}))
    async with bad as there, Database(Sqlite(path)) as database, _client(there) as client:
        there.updates = [{"update_id": 9, "message": {}}]
        intake = Intake(database, client, stage.clock, stage.confidant, lambda: None, lambda: None, lambda: None)
        task = asyncio.create_task(intake.run(0))
        ended = ""
        async with asyncio.timeout(20):
            while 10 not in there.offsets and not task.done():
                await asyncio.sleep(0.01)
        if task.done():
            ended = type(task.exception()).__name__
        task.cancel()
        with suppress(asyncio.CancelledError, InvalidToken):
            await task
        waiting = await database.run(inbox.backlog)
    return (
        "" if (ended, waiting) == (("InvalidToken", 0) if name in ENDS else ("", 1)) else f"{name}: {ended} {waiting}"
    )


def test_polling_gets_over_every_answer_but_a_refused_token(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.intake.CONFLICT_WAIT_S", 0.01)
    monkeypatch.setattr("bot.telegram.client.LATE_S", PATIENCE_S)
    paths = _copies(stage, tmp_path)

    async def story() -> list[str]:
        return await asyncio.gather(*(_poll(name, stage, path) for name, path in paths.items()))

    assert "\n".join(filter(None, asyncio.run(story()))) == ""


def test_who_has_blocked_the_bot_hears_it_when_they_come_back(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    stage.connection.execute("VACUUM INTO ?", (str(path),))
    lane, now = stage.lin.id, int(stage.clock.now())

    async def story() -> None:
        blocked = refusal(403, "Forbidden: bot was blocked by the user")
        async with telegram(blocked) as there, Database(Sqlite(path)) as database, _client(there) as client:
            letters = [Letter(lane, SendMessage("说一次")), Letter(lane, SendPhoto())]
            await database.run(lambda tx: outbox.put(tx, letters, now))
            await Post(database, client, stage).deliver()
            assert await database.run(letters_by_state) == {"parked": 2}
            await database.run(lambda tx: outbox.release(tx, lane, now))
            await Post(database, client, stage).deliver()
            assert there.posted == {"sendMessage": 1, "sendPhoto": 1}

    asyncio.run(story())
