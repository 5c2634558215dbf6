"""SQLite: one file, one connection that writes. The default, and the fast one."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from storage.engine.engine import Foreign, NoDatabase, Running, StorageError, StorageTrouble, Violated
from storage.engine.migrations import missing
from storage.engine.tx import Tx, shape

TROUBLES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
BUSY_MS = 5_000
WAL_LIMIT_BYTES = 64 * 1024 * 1024
OTHERS_NOTHING = 0o077
# What every schema of ours has had.
_TABLES, _OURS = "SELECT count(*) FROM sqlite_master", " WHERE name IN ('fact', 'inbox', 'outbox')"


def ours(raised: sqlite3.Error) -> StorageError:
    """The exception that everybody else knows."""
    if getattr(raised, "sqlite_errorcode", 0) & 0xFF in TROUBLES:
        return StorageTrouble(str(raised))
    return (Violated if isinstance(raised, sqlite3.IntegrityError) else StorageError)(str(raised))


class SqliteTx(Tx):
    """A transaction of SQLite; it understands `:name` itself."""

    __slots__ = ("_connection", "_writing")
    BEGIN = "BEGIN IMMEDIATE"

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._connection = connection
        self._writing = (
            connection.cursor()
        )  # what is written leaves no rows behind; a cursor for each would cost a sixth

    def one(self, sql: str, /, **values: Any) -> Any:
        try:
            cursor = self._connection.execute(sql, values)
            row = cursor.fetchone()
        except sqlite3.Error as raised:
            raise ours(raised) from raised
        return None if row is None else shape(sql, cursor)(row)

    def all(self, sql: str, /, **values: Any) -> list[Any]:
        try:
            cursor = self._connection.execute(sql, values)
            return list(map(shape(sql, cursor), cursor))
        except sqlite3.Error as raised:
            raise ours(raised) from raised

    def each(self, sql: str, /, **values: Any) -> Iterator[Any]:
        try:
            cursor = self._connection.execute(sql, values)
            yield from map(shape(sql, cursor), cursor)
        except sqlite3.Error as raised:
            raise ours(raised) from raised

    def value(self, sql: str, /, **values: Any) -> Any:
        try:
            row = self._connection.execute(sql, values).fetchone()
        except sqlite3.Error as raised:
            raise ours(raised) from raised
        return None if row is None else row[0]

    def run(self, sql: str, /, **values: Any) -> int:
        try:
            return self._writing.execute(sql, values).rowcount
        except sqlite3.Error as raised:
            raise ours(raised) from raised

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> int:
        try:
            return self._writing.executemany(sql, rows).rowcount
        except sqlite3.Error as raised:
            raise ours(raised) from raised

    def add(self, sql: str, /, **values: Any) -> int:
        try:
            added = self._writing.execute(sql, values).lastrowid
        except sqlite3.Error as raised:
            raise ours(raised) from raised
        assert added is not None
        return added

    @property
    def writes(self) -> int:
        return self._connection.total_changes

    @property
    def lasts(self) -> bool:
        return self._connection.in_transaction


class SqliteConnection(sqlite3.Connection):
    """A connection whose transactions begin and end when they are told to."""

    def begin(self) -> Tx:
        """It waits for the lock at once instead of failing at the first write."""
        self._say(SqliteTx.BEGIN)
        return SqliteTx(self)

    def begin_reading(self) -> Tx:
        """Every read sees the same moment."""
        self._say("BEGIN")
        return SqliteTx(self)

    def commit(self) -> None:
        """Durable when this returns; an error when the transaction has ended already."""
        self._say("COMMIT")

    def rollback(self) -> None:
        """Also when a full disk has ended it already."""
        if self.in_transaction:
            self._say("ROLLBACK")

    def go_on(self) -> None:
        """SQLite looks for the next number itself."""

    def tidy(self) -> None:
        """The log tells in which order pages were written, and what they held; while somebody reads it stays as it is."""
        self._say("PRAGMA wal_checkpoint(TRUNCATE)")

    def _say(self, word: str) -> None:
        try:
            self.execute(word)
        except sqlite3.Error as raised:
            raise ours(raised) from raised

    def version(self) -> int:
        """The schema of the database; 0 for one that nobody has used yet."""
        found: int = self.execute("PRAGMA user_version").fetchone()[0]
        return found

    def require_ours(self, place: str) -> None:
        """The file of another program is not written to, nor taken for one of a newer release. Raises Foreign."""
        any_, ours = (self.execute(_TABLES + which).fetchone()[0] for which in ("", _OURS))
        if any_ and not ours:
            raise Foreign(place)


class Sqlite:
    """A database in a file, or in memory for `:memory:`."""

    def __init__(self, path: Path | str, cache_mb: int = 16) -> None:
        self._path = Path(path)
        self._cache_mb = cache_mb

    @property
    def place(self) -> str:
        """The file's path."""
        return str(self._path)

    @property
    def file(self) -> Path:
        """The file, beside which its write-ahead log stands."""
        return self._path

    def open(self) -> SqliteConnection:
        """Prepared for one writer that loses nothing, and migrated."""
        try:
            self._require_ours()
            connection = self.connected()
            _migrate(connection)
        except sqlite3.Error as raised:
            raise ours(raised) from raised
        return connection

    def _require_ours(self) -> None:
        """Looked at before anything is set, for that would be written already."""
        if self._path.exists():
            with closing(reading(self._path)) as connection:
                connection.require_ours(self.place)

    def connected(self) -> SqliteConnection:
        """The same, whatever the schema is; a new file is its owner's alone, as customers' names and addresses stand in it."""
        before = os.umask(OTHERS_NOTHING)
        try:
            connection = connected_to(str(self._path), check_same_thread=False, cached_statements=512)
            for pragma in self._pragmas():
                connection.execute(f"PRAGMA {pragma}")
        finally:
            os.umask(before)
        return connection

    def _pragmas(self) -> tuple[str, ...]:
        return (
            f"busy_timeout={BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            f"cache_size={-self._cache_mb * 1024}",
            f"journal_size_limit={WAL_LIMIT_BYTES}",
            "wal_autocheckpoint=4000",
            "temp_store=MEMORY",  # savepoints may undo people's words; a temporary file would hold them outside our folder
        )

    def open_reading(self) -> SqliteConnection:
        """The system itself refuses to write through it."""
        if not self._path.exists():
            raise NoDatabase(self.place)
        try:
            connection = reading(self._path)
            try:
                self._require_known(connection)
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as raised:
            raise ours(raised) from raised
        return connection

    def _require_known(self, connection: SqliteConnection) -> None:
        connection.require_ours(self.place)
        found = connection.version()
        missing("sqlite", found)
        if not found:
            raise NoDatabase(self.place)

    @contextmanager
    def only_one(self) -> Iterator[None]:
        """A lock file beside the database, which the system frees."""
        path = self._path.with_name(self._path.name + ".lock")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch()
        with path.open() as file:  # to read is enough for a lock, and it may be root who made the file
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Running(f"lock file {path}") from None
            yield


def connected_to(path: str, **options: Any) -> SqliteConnection:
    """The file as it is, nothing set yet."""
    return sqlite3.connect(path, isolation_level=None, factory=SqliteConnection, **options)


def only_read(path: Path) -> SqliteConnection:
    """Whatever signs its name has."""
    return connected_to(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def reading(path: Path) -> SqliteConnection:
    """The file through which nothing can be written."""
    connection = only_read(path)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


def _migrate(connection: SqliteConnection) -> None:
    """Apply what is missing, all or nothing. Raises TooNew."""
    lacking = missing("sqlite", connection.version())
    if not lacking:
        return
    script = "".join(sql for _, sql in lacking)
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version={lacking[-1][0]};\nCOMMIT;")
    finally:
        connection.rollback()
