"""The network is away, or Telegram is: nothing that is said gets lost, nothing comes twice, and its order is kept."""

import asyncio
import json
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from telegram import InputFile
from telegram.error import NetworkError, TimedOut

from bot.database import Database
from bot.delivery import line
from bot.delivery.delivery import Delivery
from bot.delivery.pace import Limits
from bot.delivery.words import Words
from bot.start import failures
from bot.telegram import request
from bot.telegram.client import Client
from bot.telegram.request import Distrusted, NotConnected, TurnedAway
from messages.renderer import Speech
from rules.letters import Kind
from storage.engine.sqlite import Sqlite
from storage.post import outbox
from storage.post.bodies import SendMessage
from storage.post.letters import Letter
from tests.bot.telegram import Answer, Telegram, refusal, telegram
from tests.letters import letters_by_state
from tests.stage import Stage

UNHURRIED = Limits(overall_per_s=10_000, chat_per_s=10_000, group_per_min=1_000_000)
WORDS = Words(Speech("UTC", "x"), *([lambda *_: []] * 4))
GROUP = -1001
DAY_S = 86_400


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def deaf_port() -> Iterator[int]:
    """A port whose queue is full: what asks for a connection hears nothing, as behind a firewall that drops."""
    with closing(socket.socket()) as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        port = int(deaf.getsockname()[1])
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        yield port
        for one in waiting:
            one.close()


async def call(url: str, timeout_s: float = 2.0) -> None:
    client = Client("42:sandbox", url, timeout_s=timeout_s)
    await client._request[1].initialize()
    try:
        await client.call("sendMessage", chat_id=1, text="早")
    finally:
        await client._request[1].shutdown()


def test_a_certificate_that_is_not_valid_by_the_machines_date_is_told_from_no_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = ConnectionKey("telegram.invalid", 443, True, True, None, None, None)

    async def expired(*_: object) -> None:
        raise aiohttp.ClientConnectorCertificateError(key, ssl.SSLCertVerificationError("certificate has expired"))

    monkeypatch.setattr(aiohttp.TCPConnector, "connect", expired)
    with pytest.raises(Distrusted) as caught:
        asyncio.run(call("https://telegram.invalid"))
    told = failures.told(caught.value, "zh")
    assert told is not None
    assert "先看看机器的日期" in told[1]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # aiohttp leaves it to be collected
def test_what_never_left_the_machine_is_told_from_what_may_have_arrived(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refused() -> None:
        await call(f"http://127.0.0.1:{free_port()}")

    async def unnamed() -> None:
        await call("http://telegram.invalid")

    async def dropped() -> None:
        with deaf_port() as port:
            await call(f"http://127.0.0.1:{port}")

    async def without_tls() -> None:
        async with telegram(None) as there:
            await call(there.url.replace("http:", "https:"))

    async def by_proxy() -> None:
        client = Client("42:sandbox", "https://api.telegram.org", proxy=f"http://127.0.0.1:{free_port()}")
        await client._request[1].initialize()
        try:
            await client.call("sendMessage", chat_id=1, text="早")
        finally:
            await client._request[1].shutdown()

    for sock_connect, connect in ((0.2, 5.0), (5.0, 0.2)):
        patience = aiohttp.ClientTimeout(connect=connect, sock_connect=sock_connect)
        monkeypatch.setattr(request, "_patience", lambda wait_s, files, patience=patience: patience)
        for story in (refused, unnamed, dropped, without_tls, by_proxy):
            with pytest.raises(NotConnected):
                asyncio.run(story())


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (Answer(hangs=True), TimedOut),
        (Answer(breaks=True), NetworkError),
        (Answer(502, b"<html>"), TurnedAway),
        (refusal(502, "Bad Gateway"), TurnedAway),
        (Answer(503, b""), TurnedAway),
        (Answer(504, b""), NetworkError),
    ],
)
def test_an_answer_that_did_not_come_may_be_a_message_that_did(answer: Answer, meant: type[NetworkError]) -> None:
    async def story() -> None:
        async with telegram(answer) as there:
            await call(there.url, timeout_s=0.2)

    with pytest.raises(meant) as wrong:
        asyncio.run(story())
    assert not isinstance(wrong.value, NotConnected)
    assert isinstance(wrong.value, TurnedAway) == (meant is TurnedAway)


class Outage:
    """A delivery whose Telegram comes and goes."""

    def __init__(self, stage: Stage, database: Database, client: Client) -> None:
        self.stage, self.database = stage, database
        self.delivery = Delivery(database, client, stage.clock, UNHURRIED, WORDS, lambda: None)

    async def put(self, *letters: Letter) -> None:
        now = int(self.stage.clock.now())
        await self.database.run(lambda tx: outbox.put(tx, letters, now))
        self.delivery.wake()

    async def until(self, **states: int) -> None:
        async with asyncio.timeout(10):
            while await self.database.run(letters_by_state) != states:
                self.delivery.wake()
                await asyncio.sleep(0.02)

    async def pass_by(self, seconds: float) -> None:
        """Time goes by in which nothing can be sent."""
        self.stage.clock.advance(seconds)
        self.delivery.wake()
        await asyncio.sleep(0.2)


@asynccontextmanager
async def outage(stage: Stage, folder: Path, port: int, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Outage]:
    monkeypatch.setattr(line, "FIRST_WAIT_S", 0.05)
    monkeypatch.setattr(line, "LONGEST_WAIT_S", 0.1)
    path = folder / "k.db"
    stage.connection.execute("VACUUM INTO ?", (str(path),))
    client = Client("42:sandbox", f"http://127.0.0.1:{port}", timeout_s=1)
    async with Database(Sqlite(path)) as database:
        await client._request[1].initialize()
        found = Outage(stage, database, client)
        task = asyncio.create_task(found.delivery.run())
        try:
            yield found
        finally:
            await found.delivery.settle(1)
            task.cancel()
            await asyncio.wait([task])
            await client._request[1].shutdown()


def words(there: Telegram) -> list[str]:
    return [json.loads(text)["text"] for text in there.said]


def test_a_night_without_a_network_costs_nothing_but_time(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()

    async def story() -> None:
        async with outage(stage, tmp_path, port, monkeypatch) as away:
            await away.put(*(Letter(GROUP, SendMessage(f"第 {n} 条"), kind=Kind.ANNOUNCEMENT) for n in range(5)))
            await away.put(*(Letter(7, SendMessage(f"第 {n} 封"), kind=Kind.RESULT) for n in range(3)))
            for _ in range(12):
                await away.pass_by(3_600)
            assert await away.database.run(letters_by_state) == {"queued": 8}
            async with telegram(None, port=port) as there:
                await away.until(sent=8)
                said = words(there)
        assert [text for text in said if "条" in text] == [f"第 {n} 条" for n in range(5)]
        assert [text for text in said if "封" in text] == [f"第 {n} 封" for n in range(3)]

    asyncio.run(story())


async def send_file(url: str, name: str) -> None:
    client = Client("42:sandbox", url, timeout_s=2.0)
    await client._request[1].initialize()
    try:
        await client.call("sendDocument", chat_id=1, document=InputFile(b"1,2", filename=name))
    finally:
        await client._request[1].shutdown()


def test_a_file_keeps_its_name_in_every_script() -> None:
    async def story() -> None:
        async with telegram(None) as there:
            await send_file(there.url, "成员 2026-11-23.csv")
            assert 'filename="成员 2026-11-23.csv"' in there.said[0]

    asyncio.run(story())


def test_what_came_too_late_is_dropped_and_what_staff_would_miss_is_told(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()

    async def story() -> None:
        async with outage(stage, tmp_path, port, monkeypatch) as away:
            board = Letter(GROUP, SendMessage("本周榜单"), kind=Kind.ANNOUNCEMENT, lasts_s=DAY_S)
            whisper = Letter(GROUP, SendMessage("你已经签过到"), seen_by=7)
            code = Letter(7, SendMessage("券码 XT-1"), kind=Kind.RESULT)
            await away.put(board, whisper, code)
            await away.pass_by(2 * DAY_S)
            async with telegram(None, port=port) as there:
                await away.until(failed=1, dropped=1, sent=1)
                assert words(there) == ["券码 XT-1"]

    asyncio.run(story())


@pytest.mark.parametrize("answer", [Answer(502, b"<html>"), refusal(502, "Bad Gateway"), Answer(503, b"")])
def test_a_spell_of_bad_gateways_loses_no_post(
    answer: Answer, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = free_port()

    async def story() -> None:
        async with (
            telegram(answer, frozenset({"sendMessage"}), port) as there,
            outage(stage, tmp_path, port, monkeypatch) as away,
        ):
            there.times = 20
            await away.put(Letter(GROUP, SendMessage("本周榜单"), kind=Kind.ANNOUNCEMENT))
            async with asyncio.timeout(20):
                while not there.said:
                    stage.clock.advance(60)
                    await asyncio.sleep(0.05)
            await away.until(sent=1)
            assert words(there) == ["本周榜单"]

    asyncio.run(story())


def test_while_one_answer_is_lost_nothing_else_is_put_at_stake(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that answers nothing is asked a harmless question until it does."""
    port = free_port()

    async def story() -> None:
        async with telegram(Answer(hangs=True), port=port) as there, outage(stage, tmp_path, port, monkeypatch) as away:
            there.mute = True
            await away.put(Letter(GROUP, SendMessage("第 1 条")))
            await away.until(uncertain=1)
            await away.put(*(Letter(GROUP - n, SendMessage("下一条")) for n in range(10)))
            await asyncio.sleep(0.5)
            assert there.asked["sendMessage"] == 1
            there.mute = False
            await away.until(uncertain=1, sent=10)

    asyncio.run(story())
