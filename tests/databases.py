"""Fresh databases for tests, and copies of one that something has happened in."""

import sqlite3

from storage.engine.sqlite import Sqlite, SqliteConnection


def opened() -> SqliteConnection:
    """A connection to a new, empty database."""
    return Sqlite(":memory:").open()


def kept(connection: SqliteConnection) -> bytes:
    """All that is in a database, to make copies of."""
    return connection.serialize()


def copied(database: bytes) -> SqliteConnection:
    """A connection to a database that begins with what was kept."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=SqliteConnection)
    connection.deserialize(database)
    return connection
