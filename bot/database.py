"""The one connection on its own thread. A unit of work is one hop, one transaction, and can't be cut in half.

aiosqlite owns the thread; `run` and `soon` lean on its private `_execute` and `_conn`, pinned and watched by a test.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import closing
from typing import Any, Self, TypeVar

import aiosqlite

from storage.engine.engine import Connection, Engine, StorageTrouble
from storage.engine.tx import Tx

T = TypeVar("T")
Note = tuple[Callable[[Tx], Any], "asyncio.Future[None]"]
TROUBLE_S = 0.5
log = logging.getLogger("kocbot.database")


def transact(connection: Connection, work: Callable[[Tx], T]) -> T:
    """Run `work` in one transaction: committed when it returns, undone when it raises."""
    tx = connection.begin()
    try:
        result = work(tx)
        connection.commit()
        return result
    except BaseException:
        connection.rollback()
        raise


def read(engine: Engine, work: Callable[[Tx], T]) -> T:
    """Run `work` beside a running bot, on a connection that can only read. Raises NoDatabase, TooNew, StorageError."""
    with closing(engine.open_reading()) as connection:
        return work(connection.begin_reading())


class Database(aiosqlite.Connection):
    """`await database.run(work)` carries a synchronous function of a transaction to the connection's thread.

    `changed` is set when something was written; whoever waits for that clears it before looking.
    """

    def __init__(self, engine: Engine) -> None:
        opened: Callable[[], Any] = engine.open  # of a connection it only asks that it can be closed
        super().__init__(opened, iter_chunk_size=64)
        self._notes: list[Note] = []
        self._noting: asyncio.Task[None] | None = None
        self._ending: asyncio.Future[Any] | None = None
        self.changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        try:
            await super().__aenter__()
        except BaseException:
            if self._ending is not None:  # its thread answers as it ends, and would find no loop to answer to
                await self._ending
            raise
        return self

    def stop(self) -> "asyncio.Future[Any] | None":
        """Let the thread end; what it answers with is kept for whoever has to wait for that."""
        self._ending = super().stop()
        return self._ending

    async def run(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in a transaction of its own. Being cancelled while waiting does not stop it half-way."""

        def noticed(tx: Tx) -> tuple[T, bool]:
            before = tx.writes
            return work(tx), tx.writes != before

        hop = asyncio.ensure_future(self._hop(lambda: transact(self._open, noticed)))
        result, wrote = await asyncio.shield(hop)
        if wrote:
            self.changed.set()
        return result

    @property
    def _open(self) -> Connection:
        connection: Any = self._conn
        opened: Connection = connection
        return opened

    async def tidy(self) -> None:
        """Leave nothing behind that tells in which order things were written. Raises StorageTrouble."""
        await asyncio.shield(asyncio.ensure_future(self._hop(self._open.tidy)))

    async def _hop(self, work: Callable[[], T]) -> T:
        result: T = await self._execute(work)  # type: ignore[no-untyped-call]  # aiosqlite leaves it untyped
        return result

    async def soon(self, note: Callable[[Tx], Any]) -> None:
        """Run a small write that can't fail by rule together with others of its moment, in one commit."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._notes.append((note, done))
        if self._noting is None or self._noting.done():
            self._noting = asyncio.create_task(self._write_notes())
        await done

    async def _written(self, notes: list[Note]) -> None:
        """Write notes in one transaction, again and again while storage is in trouble: what was sent must not be forgotten."""
        while True:
            try:
                await self.run(lambda tx: [note(tx) for note, _ in notes])
                return
            except StorageTrouble as trouble:
                log.error("storage", extra={"why": str(trouble)})
                await asyncio.sleep(TROUBLE_S)

    async def _write_notes(self) -> None:
        while self._notes:
            notes, self._notes = self._notes, []
            try:
                await self._written(notes)
            except BaseException as failure:
                for _, done in notes:
                    if not done.done():
                        done.set_exception(failure)
                if not isinstance(failure, Exception):
                    raise
            else:
                for _, done in notes:
                    if not done.done():
                        done.set_result(None)
