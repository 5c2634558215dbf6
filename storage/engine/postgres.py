"""PostgreSQL 15 or newer: a server that other machines watch over. psycopg is imported when this is."""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import pq
from psycopg.adapt import Loader
from psycopg.raw_cursor import RawCursor, RawServerCursor
from psycopg.types.numeric import Int8BinaryDumper
from psycopg.types.string import StrDumper

from storage.engine import dialect
from storage.engine.copying import tables
from storage.engine.engine import Held, NoDatabase, Running, StorageError, StorageTrouble, Violated
from storage.engine.migrations import missing
from storage.engine.tx import Tx, shape

# Out of reach, out of room, shut down, an I/O error, a deadlock, a lock not to be had, a server that only reads.
TROUBLES = ("08", "53", "57P", "58", "40", "55P03", "25006")
PREPARED_FROM, PREPARED_MOST = 2, 1024  # a statement is planned once: from its third time on, for so many statements
FETCHED = 500
PATIENCE: dict[str, Any] = {
    "connect_timeout": 10,
    "tcp_user_timeout": 30_000,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
}
DONE = (pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK)
WRITER, BOT = 0x6B_6F_63_62_6F_74, 0x6B_6F_63_62_6F_75  # two advisory locks of each schema
LOCK_ASKED, LOCK_EVERY_S = 5, 0.1
GO_ON = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), coalesce(max(id), 0) + 1, false) FROM {0}"
SETTINGS = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"


def _ours(raised: psycopg.Error) -> StorageError:
    """The exception that everybody else knows. The server's details would quote values, so only its first line is kept."""
    said = raised.diag.message_primary or str(raised)
    lost = isinstance(raised, psycopg.OperationalError) or type(raised) is psycopg.DatabaseError
    state = raised.sqlstate or ("08000" if lost else "")
    if state.startswith(TROUBLES):
        return StorageTrouble(said)
    return (Violated if state.startswith("23") else StorageError)(said)


class _Whole(Loader):
    """A sum of whole numbers is a whole number, as it is in SQLite; an average is not."""

    def load(self, data: Any) -> int | float:
        text = bytes(data).decode()
        return float(text) if "." in text else int(text)


class PostgresTx(Tx):
    """A transaction of PostgreSQL."""

    __slots__ = ("_connection", "_cursor")
    BEGIN = "BEGIN"

    def __init__(self, connection: "PostgresConnection") -> None:
        super().__init__()
        self._connection = connection
        self._cursor = connection.cursor

    def _ask(self, sql: str, values: dict[str, Any]) -> RawCursor[Any]:
        text, names = dialect.spoken(sql)
        try:
            cursor = self._cursor.execute(text, [values[name] for name in names])
        except psycopg.Error as raised:
            raise _ours(raised) from raised
        if not (cursor.statusmessage or "").startswith("SELECT"):
            self._connection.writes += cursor.rowcount
        return cursor

    def one(self, sql: str, /, **values: Any) -> Any:
        cursor = self._ask(sql, values)
        row = cursor.fetchone()
        return None if row is None else shape(sql, cursor)(row)

    def all(self, sql: str, /, **values: Any) -> list[Any]:
        cursor = self._ask(sql, values)
        return list(map(shape(sql, cursor), cursor.fetchall()))

    def each(self, sql: str, /, **values: Any) -> Iterator[Any]:
        text, names = dialect.spoken(sql)
        try:
            with self._connection.reading() as cursor:
                cursor.execute(text, [values[name] for name in names])
                yield from map(shape(sql, cursor), cursor)
        except psycopg.Error as raised:
            raise _ours(raised) from raised

    def value(self, sql: str, /, **values: Any) -> Any:
        row = self._ask(sql, values).fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, /, **values: Any) -> int:
        return self._ask(sql, values).rowcount

    def many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> int:
        try:
            self._cursor.executemany(dialect.spoken(sql)[0], rows)
        except psycopg.Error as raised:
            raise _ours(raised) from raised
        self._connection.writes += self._cursor.rowcount
        return self._cursor.rowcount

    def add(self, sql: str, /, **values: Any) -> int:
        row = self._ask(dialect.adding(sql), values).fetchone()
        assert row is not None
        number: int = row[0]
        return number

    @property
    def writes(self) -> int:
        return self._connection.writes

    @property
    def lasts(self) -> bool:
        return self._connection.in_transaction

    def _word(self, word: str) -> None:
        self._connection.say(word)


class PostgresConnection:
    """A connection that is made anew, with the next transaction, after it was lost."""

    def __init__(self, address: str, place: str, lock: int | None = None) -> None:
        self._address, self._place, self._lock = address, place, lock
        self.writes = self._portals = 0
        self._connect()

    def _connect(self) -> None:
        """Raises Running when another process writes here, StorageError."""
        try:
            self._raw = psycopg.connect(self._address, autocommit=True, application_name="kocbot", **PATIENCE)
        except psycopg.ProgrammingError as unreadable:  # its text may quote the address, password and all
            raise StorageError(f"{self._place} is no address of a server") from unreadable
        except psycopg.Error as raised:
            raise _ours(raised) from raised
        _adapt(self._raw)
        self.cursor = RawCursor(self._raw)
        self.say(SETTINGS if self._lock == WRITER else f"{SETTINGS}; SET default_transaction_read_only = on")
        if self._lock and not self._locked(self._lock):
            self._raw.close()
            raise Held(f"advisory lock in {self._place}")

    def _locked(self, lock: int) -> bool:
        """A lock lives and dies with its connection: whoever has lost the writer's can't write any more either.
        The server notices a moment later that a process has ended; one that begins at once waits for that."""
        asked = "SELECT pg_try_advisory_lock(hashtextextended(current_schema(), $1))"
        for _ in range(LOCK_ASKED):
            row = self.cursor.execute(asked, [lock]).fetchone()
            if row and row[0]:
                return True
            time.sleep(LOCK_EVERY_S)
        return False

    def begin(self) -> Tx:
        """Through a new connection when the server was out of reach meanwhile."""
        self._begin(PostgresTx.BEGIN)
        return PostgresTx(self)

    def begin_reading(self) -> Tx:
        """Every read sees the same moment."""
        self._begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return PostgresTx(self)

    def _begin(self, word: str) -> None:
        if self._raw.closed:
            try:
                self._connect()
            except Running as held:  # by our own lost connection, until the server notices, or by another bot
                raise StorageTrouble(held.lock) from held
        self.say(word)

    def commit(self) -> None:
        """Durable when this returns. When the server is lost right now, only the server knows whether it is."""
        self.say("COMMIT")

    def rollback(self) -> None:
        """Also when a lost server has ended it already."""
        if self.in_transaction:
            self.say("ROLLBACK")

    def go_on(self) -> None:
        """The sequences do not notice numbers that came with their rows."""
        self.say("; ".join(GO_ON.format(table.name) for table in tables() if table.columns[0] == "id"))

    def tidy(self) -> None:
        """A server's log is the server's own (decision 41 says what follows from that)."""

    def close(self) -> None:
        """The lock is free with that."""
        self._raw.close()

    @property
    def in_transaction(self) -> bool:
        """Whether one has begun and not ended; one that only waits to be undone has not ended."""
        state = self._raw.info.transaction_status
        return state in (pq.TransactionStatus.INTRANS, pq.TransactionStatus.INERROR)

    def say(self, words: str) -> None:
        """Statements without values, past psycopg, which forgets every prepared statement with a ROLLBACK."""
        try:
            result = self._raw.pgconn.exec_(words.encode())
            if result.status not in DONE:
                raise psycopg.errors.error_from_result(result)
            if words == "COMMIT" and result.command_status == b"ROLLBACK":
                raise StorageError("an error had ended the transaction")
        except psycopg.Error as raised:
            raise _ours(raised) from raised

    def reading(self) -> RawServerCursor[Any]:
        """A cursor whose rows stay on the server until they are asked for."""
        self._portals += 1
        cursor = RawServerCursor(self._raw, f"each_{self._portals}")
        cursor.itersize = FETCHED
        return cursor

    def version(self) -> int:
        """The schema of the database; 0 for one that nobody has used yet."""
        row = self.cursor.execute("SELECT to_regclass('schema_version')").fetchone()
        if not row or row[0] is None:
            return 0
        row = self.cursor.execute("SELECT max(number) FROM schema_version").fetchone()
        return int(row[0]) if row and row[0] else 0

    def migrate(self) -> None:
        """Apply what is missing, all or nothing. Raises TooNew."""
        lacking = missing("postgres", self.version())
        if not lacking:
            return
        try:
            self.say("BEGIN; CREATE TABLE IF NOT EXISTS schema_version (number BIGINT PRIMARY KEY)")
            for number, script in lacking:
                self.say(f"{script}; INSERT INTO schema_version VALUES ({number})")
            self.say("COMMIT")
        finally:
            self.rollback()


def _adapt(raw: "psycopg.Connection[Any]") -> None:
    """Every whole number and truth is an int8, every text a text: a statement has one plan, whatever its values."""
    raw.prepare_threshold, raw.prepared_max = PREPARED_FROM, PREPARED_MOST
    raw.adapters.register_dumper(int, Int8BinaryDumper)
    raw.adapters.register_dumper(bool, Int8BinaryDumper)
    raw.adapters.register_dumper(str, StrDumper)
    raw.adapters.register_loader("numeric", _Whole)


class Postgres:
    """A database on a server, or the schema of one that its `search_path` names."""

    def __init__(self, address: str) -> None:
        self._address = address

    @property
    def place(self) -> str:
        """Server and database; who and with which password is nobody's business."""
        parts = urlsplit(self._address)
        return f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"

    @property
    def file(self) -> None:
        """The server keeps it."""
        return

    def open(self) -> PostgresConnection:
        """The connection that writes; while it stands no other can be opened."""
        connection = PostgresConnection(self._address, self.place, WRITER)
        try:
            connection.migrate()
        except BaseException:
            connection.close()
            raise
        return connection

    def open_reading(self) -> PostgresConnection:
        """The server refuses to write through it."""
        connection = PostgresConnection(self._address, self.place)
        try:
            found = connection.version()
            missing("postgres", found)
            if not found:
                raise NoDatabase(self.place)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def only_one(self) -> Iterator[None]:
        """A lock of its own for as long as the block runs; the connection that writes has another one, whatever runs."""
        with closing(PostgresConnection(self._address, self.place, BOT)):
            yield
