"""One hop, one transaction: nothing can be cut in half, nothing of one is lost by another."""

import asyncio
from pathlib import Path

import aiosqlite
import pytest

from bot.database import Database
from storage import facts
from storage.engine.engine import StorageTrouble
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx


def _stories(tmp_path: Path, story) -> None:  # type: ignore[no-untyped-def]
    async def told() -> None:
        async with Database(Sqlite(tmp_path / "k.db")) as database:
            await story(database)

    asyncio.run(told())


def test_what_raises_is_undone_as_a_whole(tmp_path: Path) -> None:
    async def story(database: Database) -> None:
        def broken(tx: Tx) -> None:
            facts.put(tx, "a", "1")
            raise LookupError

        with pytest.raises(LookupError):
            await database.run(broken)
        assert await database.run(lambda tx: facts.get(tx, "a")) is None

    _stories(tmp_path, story)


def test_it_is_told_that_something_was_written_and_not_that_something_was_read(tmp_path: Path) -> None:
    async def story(database: Database) -> None:
        await database.run(lambda tx: facts.get(tx, "a"))
        assert not database.changed.is_set()
        await database.run(lambda tx: facts.put(tx, "a", "1"))
        assert database.changed.is_set()

    _stories(tmp_path, story)


def test_a_cancelled_caller_does_not_cut_the_work_in_half_nor_block_the_next(tmp_path: Path) -> None:
    async def story(database: Database) -> None:
        def slow(tx: Tx) -> None:
            facts.put(tx, "a", "1")
            tx.value(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT max(i) FROM n"
            )
            facts.put(tx, "b", "2")

        caller = asyncio.create_task(database.run(slow))
        await asyncio.sleep(0.01)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert await database.run(lambda tx: (facts.get(tx, "a"), facts.get(tx, "b"))) == ("1", "2")

    _stories(tmp_path, story)


def test_a_hundred_increments_at_once_all_count(tmp_path: Path) -> None:
    async def story(database: Database) -> None:
        def increment(tx: Tx) -> None:
            facts.put(tx, "n", str(int(facts.get(tx, "n") or 0) + 1))

        await asyncio.gather(
            *(database.run(increment) for _ in range(50)), *(database.soon(increment) for _ in range(50))
        )
        assert await database.run(lambda tx: facts.get(tx, "n")) == "100"

    _stories(tmp_path, story)


def test_notes_wait_until_storage_has_recovered(tmp_path: Path) -> None:
    async def story(database: Database) -> None:
        times = 0

        def full_at_first(tx: Tx) -> None:
            nonlocal times
            times += 1
            if times < 3:
                raise StorageTrouble("database or disk is full")
            facts.put(tx, "a", "1")

        await database.soon(full_at_first)
        assert await database.run(lambda tx: facts.get(tx, "a")) == "1"

    _stories(tmp_path, story)


def test_aiosqlite_still_has_the_private_parts_we_lean_on() -> None:
    assert asyncio.iscoroutinefunction(aiosqlite.Connection._execute)
    assert isinstance(aiosqlite.Connection._conn, property)
