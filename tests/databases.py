"""Fresh databases for tests, and copies of one that something has happened in: SQLite's in memory, or PostgreSQL's.

With KOCBOT_TEST_DATABASE=postgresql://... (tests/postgres.py sets it) each process keeps a few databases on that server
and empties one that nobody uses any more, which is much faster than to make one.
"""

import gc
import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.database import transact
from storage.engine.engine import Connection, Engine, Running
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite, SqliteConnection

SERVER = os.environ.get("KOCBOT_TEST_DATABASE", "")
sqlite_only = pytest.mark.skipif(bool(SERVER), reason="it is about SQLite's own ways")
Kept = bytes | dict[str, bytes]
HOUSE = "INSERT INTO account (id, kind) VALUES (1, 'issue'), (2, 'shop'), (3, 'expired'), (4, 'void')"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' ORDER BY 1"


def opened() -> Connection:
    """A connection to a new, empty database."""
    return _lent(HOUSE) if SERVER else _beginning_with(_empty())


def kept(connection: Any) -> Kept:
    """All that is in a database, to make copies of."""
    if isinstance(connection, SqliteConnection):
        return connection.serialize()
    return {table: _copied_out(connection, table) for table in _tables()}


def copied(database: Kept) -> Connection:
    """A connection to a database that begins with what was kept."""
    if isinstance(database, bytes):
        with closing(sqlite3.connect(":memory:")) as held:
            held.deserialize(database)
            return _beginning_with(held)
    lent: Connection = _lent("")
    _fill(lent, database)
    return lent


@cache
def _empty() -> SqliteConnection:
    """What every new database begins with: to copy its pages is a sixth of the work of making them."""
    return Sqlite(":memory:").open()


def _beginning_with(pages: sqlite3.Connection) -> SqliteConnection:
    """A database in memory, as the product opens it, with these pages."""
    connection = Sqlite(":memory:").connected()
    pages.backup(connection)
    return connection


def housed(connection: Any, folder: Path) -> Engine:
    """A database that lasts, and begins with all that is in this one; the same one again for the same folder."""
    fresh = not any(folder.glob("kocbot.*"))
    engine = lasting(folder)
    if not fresh:
        return engine
    if isinstance(connection, SqliteConnection):
        connection.execute("VACUUM INTO ?", (str(folder / "kocbot.db"),))
    else:
        with closing(engine.open()) as empty:
            _fill(empty, kept(connection))
    return engine


def lasting(folder: Path) -> Engine:
    """An empty database that lasts, the same one again for the same folder."""
    if not SERVER:
        return Sqlite(folder / "kocbot.db")
    if not (note := folder / "kocbot.address").exists():
        note.write_text(empty_address(), "utf-8")
    return engine_at(note.read_text("utf-8"))


def rows(connection: Connection, sql: str, **values: Any) -> list[Any]:
    """What a query finds, in a transaction of its own."""
    tx = connection.begin()
    try:
        return tx.all(sql, **values)
    finally:
        connection.rollback()


def change(connection: Connection, sql: str, **values: Any) -> int:
    """Change rows behind everybody's back; how many."""
    return transact(connection, lambda tx: tx.run(sql, **values))


def tables(connection: Any) -> list[str]:
    """Every table of the product."""
    if isinstance(connection, SqliteConnection):
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return _tables()


def columns_of(connection: Any, table: str) -> set[str]:
    """The names of a table's columns."""
    if isinstance(connection, SqliteConnection):
        return {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
    query = "SELECT column_name FROM information_schema.columns WHERE table_name = :table"
    return {row.column_name for row in rows(connection, query, table=table)}


@contextmanager
def unguarded(connection: Any) -> Iterator[None]:
    """Meanwhile neither triggers nor references guard what is written, nor checks where the engine can be told so."""
    if not isinstance(connection, SqliteConnection):
        connection.say("SET session_replication_role = replica")
        try:
            yield
        finally:
            connection.say("RESET session_replication_role")
        return
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for words in ("PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON"):
        connection.execute(words)
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, made in triggers:
        connection.execute(made)
    for words in ("PRAGMA foreign_keys = ON", "PRAGMA ignore_check_constraints = OFF"):
        connection.execute(words)


# PostgreSQL's --------------------------------------------------------------------------------------------------------


@dataclass
class Lent:
    """A database of this process and whoever uses it now."""

    address: str
    user: "weakref.ref[Any]" = field(default=lambda: None)  # type: ignore[assignment]  # nobody yet

    def free(self) -> bool:
        """Whether its user is gone."""
        user = self.user()
        return user is None or user._raw.closed


_LENT: list[Lent] = []
_NUMBERS = count()


def _fill(connection: Any, database: dict[str, bytes]) -> None:
    with unguarded(connection):
        for table, rows in database.items():
            connection.say(f'DELETE FROM "{table}"')
            if rows:
                with connection.cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                    copy.write(rows)
    connection.go_on()


def _lent(first: str) -> Any:
    """A connection to an emptied database, in which `first` was said."""
    if not (free := _free()):
        gc.collect()
        free = _free() or _made()
    connection = _patiently(engine_at(free.address))
    free.user = weakref.ref(connection)
    weakref.finalize(connection, connection._raw.close)
    with unguarded(connection):
        connection.say("; ".join([*(f'DELETE FROM "{table}"' for table in _tables()), first or "SELECT"]))
    connection.go_on()
    return connection


def _patiently(engine: Engine) -> Any:
    """The server takes a moment to notice that a connection was closed."""
    until = time.monotonic() + 5
    while True:
        try:
            return engine.open()
        except Running:
            if time.monotonic() > until:
                raise
            time.sleep(0.005)


def _free() -> Lent | None:
    return next((one for one in _LENT if one.free()), None)


def _made() -> Lent:
    _LENT.append(Lent(empty_address()))
    return _LENT[-1]


def empty_address() -> str:
    """The address of a new database on the server, in which nothing is."""
    import psycopg

    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


@cache
def _tables() -> list[str]:
    import psycopg

    with psycopg.connect(_LENT[0].address) as connection:
        return [row[0] for row in connection.execute(TABLES)]


def _copied_out(connection: Any, table: str) -> bytes:
    with connection.cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(bytes(part) for part in copy)
