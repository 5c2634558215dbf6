"""The whole bot is killed at random moments, again and again; nothing is lost and nothing counted twice."""

import asyncio
import multiprocessing
import random
import sqlite3
from collections import Counter
from contextlib import closing
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

from bot.app import App, Wiring
from bot.clock import SystemClock
from bot.lock import only_one
from bot.pace import Limits
from rules.programme import Programme
from sandbox.clock import Clock
from sandbox.server import serve
from tests.stage import Stage

KILLS = 100
SEED = 20261116
PEOPLE = 300
UNHURRIED = Limits(overall_per_s=1000, chat_per_s=1000, group_per_min=100_000)


def run_bot(url: str, path: str, token: str) -> None:
    """The bot's process; it never ends by itself."""
    wiring = Wiring(token, url, Path(path), SystemClock(), limits=UNHURRIED, poll_s=1)
    with only_one(Path(path)):
        asyncio.run(App(Programme(), wiring).run())


class Killer:
    """Starts the bot, lets it live for a moment, kills it."""

    def __init__(self, url: str, path: Path, token: str) -> None:
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.chat.test_killed"])
        self._arguments = (url, str(path), token)

    def start(self) -> ForkServerProcess:
        process = self._context.Process(target=run_bot, args=self._arguments, daemon=True)
        process.start()
        return process

    async def life(self, seconds: float) -> None:
        process = self.start()
        await asyncio.sleep(seconds)
        assert process.is_alive(), f"the bot died by itself: {process.exitcode}"
        process.kill()
        await asyncio.to_thread(process.join)


def _people_talk(stage: Stage, dice: random.Random, folk: list, sent: Counter) -> None:
    """A few members check in (some twice), some ask for help in private, some updates come broken or twice."""
    updates = stage.world.updates
    for person in dice.sample(folk, 6):
        what = dice.random()
        if what < 0.6:
            person.say(stage.group, "签到")
        elif what < 0.8:
            person.say(stage.world.private(person), "/help")
            sent[person.id] += 1
        elif what < 0.9:
            updates.add_raw({"message": {"message_id": "broken"}})
        elif updates._queue:
            again = updates._queue[-1]
            updates._queue.append(again)


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_and_double_nothing(stage: Stage, tmp_path: Path) -> None:
    dice = random.Random(SEED)
    stage.world.clock = Clock()
    folk = [stage.world.person(f"车友{n}") for n in range(PEOPLE)]
    for person in folk:
        person.join(stage.group)
        person.start()
        stage.press(person, _greeted(stage, person), "我同意")
    path = tmp_path / "kocbot.db"
    stage.connection.execute("VACUUM INTO ?", (str(path),))
    before = {person.id: len(stage.messages(person)) for person in folk}
    sent: Counter[int] = Counter()

    async def story() -> None:
        async with serve(stage.world) as server:
            killer = Killer(server.url, path, stage.world.token)
            await killer.life(1.5)
            for _ in range(KILLS):
                _people_talk(stage, dice, folk, sent)
                await killer.life(0.05 + dice.random() * 0.15)
            last = killer.start()
            async with asyncio.timeout(30):
                while len(stage.world.updates) or _open(path):
                    await asyncio.sleep(0.05)
            last.kill()
            await asyncio.to_thread(last.join)

    asyncio.run(story())
    with closing(sqlite3.connect(path)) as connection:
        said_so = {person.id for person in folk if any(m.text == "签到" for m in _words(stage, person))}
        credited = dict(
            connection.execute("SELECT m.telegram_id, count(*) FROM check_in JOIN member m ON m.id = member GROUP BY 1")
        )
        assert credited == dict.fromkeys(said_so, 1)
        [[issued, entries]] = connection.execute("SELECT coalesce(sum(amount), 0), count(*) FROM transfer").fetchall()
        assert (issued, entries) == (2 * len(said_so), len(said_so))
        unsure = _count(connection, "SELECT count(*) FROM outbox WHERE state = 'uncertain'")
        quarantined = _count(connection, "SELECT count(*) FROM inbox WHERE state = 'quarantined'")
    arrived = {person.id: len(stage.messages(person)) - before[person.id] for person in folk}
    assert all(arrived[person.id] <= sent[person.id] for person in folk)
    assert sum(sent.values()) - sum(arrived.values()) <= unsure
    assert quarantined > 0
    assert len(said_so) > PEOPLE / 2


def _greeted(stage: Stage, person: object) -> object:
    stage.play()
    return stage.last(person)  # type: ignore[arg-type]


def _words(stage: Stage, person: object) -> list:
    return [m for m in stage.world.messages(stage.group) if m.sender is person]


def _open(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        waiting = _count(connection, "SELECT count(*) FROM inbox WHERE state = 'waiting'")
        return waiting + _count(connection, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')")


def _count(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
