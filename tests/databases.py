"""Fresh databases for tests, and copies of one that something has happened in: SQLite's in memory, or PostgreSQL's.

With KOCBOT_TEST_DATABASE=postgresql://... (tests/postgres.py sets it) they are lent out on that server (tests/lending.py).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.database import transact
from storage.engine.engine import Connection, Engine
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite, SqliteConnection
from tests.lending import SERVER, copied_out, empty_address, fill, lent, names_of_tables, replaying

sqlite_only = pytest.mark.skipif(bool(SERVER), reason="it is about SQLite's own ways")
Kept = bytes | dict[str, bytes]


def opened() -> Connection:
    """A connection to a new, empty database."""
    return lent() if SERVER else _beginning_with(_empty())


def kept(connection: Any) -> Kept:
    """All that is in a database, to make copies of."""
    if isinstance(connection, SqliteConnection):
        return connection.serialize()
    return {table: copied_out(connection, table) for table in names_of_tables()}


def copied(database: Kept) -> Connection:
    """A connection to a database that begins with what was kept."""
    if isinstance(database, bytes):
        with closing(sqlite3.connect(":memory:")) as held:
            held.deserialize(database)
            return _beginning_with(held)
    return lent(database)


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
            fill(empty, kept(connection))
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
    return names_of_tables()


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
        with replaying(connection):
            yield
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
