"""Opening the database: pragmas, migrations, and what a transaction begins and ends with."""

import sqlite3
from importlib import resources
from pathlib import Path

from storage.engine.tx import Tx

StorageTrouble = sqlite3.OperationalError  # disk full, locked, an I/O error: nothing was written
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


class TooNew(Exception):
    """The database was made by a newer release than this one; `found` and `known` are migration numbers."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


def open_database(path: Path | str, cache_mb: int = 16) -> sqlite3.Connection:
    """The one connection that writes, migrated to this release's schema. Raises TooNew."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
    for pragma in (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        f"cache_size={-cache_mb * 1024}",
        f"journal_size_limit={WAL_LIMIT_BYTES}",
        "wal_autocheckpoint=4000",
        "temp_store=MEMORY",  # what savepoints may have to undo; a file of it would hold people's words outside our folder
    ):
        connection.execute(f"PRAGMA {pragma}")
    migrate(connection)
    return connection


def open_reading(path: Path | str) -> sqlite3.Connection:
    """A connection that can only read; for the command line beside a running bot."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


def begin_reading(connection: sqlite3.Connection) -> None:
    """Begin a transaction that only reads: everything is seen as it is now, whatever is written meanwhile."""
    connection.execute("BEGIN")


def migrations() -> list[tuple[int, str]]:
    """Number and SQL of each migration, oldest first."""
    folder = resources.files("storage") / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    found: dict[int, str] = {}
    for file in files:
        number = int(file.name[:4])
        found[number] = found.get(number, "") + file.read_text("utf-8")
    return list(found.items())


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, all or nothing. Raises TooNew."""
    known = migrations()
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > known[-1][0]:
        raise TooNew(found, known[-1][0])
    missing = [(number, sql) for number, sql in known if number > found]
    if not missing:
        return
    script = "".join(sql for _, sql in missing)
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version={missing[-1][0]};\nCOMMIT;")
    finally:
        rollback(connection)


def known() -> int:
    """The newest schema this release knows."""
    return migrations()[-1][0]


def version(tx: Tx) -> int:
    """The schema of a database; 0 for one that nobody has used yet."""
    found: int = tx.value("PRAGMA user_version")
    return found


def faults(connection: sqlite3.Connection) -> list[str]:
    """What is broken in the file itself, at most 5 lines. Raises TooNew, sqlite3.DatabaseError when it is no database."""
    told = [row[0] for row in connection.execute("PRAGMA integrity_check(5)").fetchall()]
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > known():
        raise TooNew(found, known())
    return [line for line in told if line != "ok"] or ([] if found else ["it holds no data of this bot"])


def fold(path: Path) -> None:
    """Bring what the write-ahead log still holds into the database file, which nobody else has open."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def in_trouble(raised: BaseException) -> bool:
    """Whether the storage itself is in trouble, which passes, rather than a statement wrong, which does not."""
    return isinstance(raised, sqlite3.Error) and getattr(raised, "sqlite_errorcode", 0) & 0xFF in TROUBLES


def begin(connection: sqlite3.Connection) -> None:
    """Begin a transaction that may write; it waits for the lock at once instead of failing later."""
    connection.execute("BEGIN IMMEDIATE")


def commit(connection: sqlite3.Connection) -> None:
    """End the transaction: what it wrote is durable when this returns."""
    connection.execute("COMMIT")


def rollback(connection: sqlite3.Connection) -> None:
    """End the transaction as if it had never begun."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def back_up(source: Path, target: Path) -> None:
    """A consistent copy of the whole database at `target`, which must not exist yet; also beside a running bot."""
    connection = sqlite3.connect(f"file:{source}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
