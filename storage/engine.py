"""Opening the database: pragmas, migrations, and what a transaction begins and ends with."""

import sqlite3
from importlib import resources
from pathlib import Path

StorageTrouble = sqlite3.OperationalError  # disk full, locked, an I/O error: nothing was written
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
    return [(int(f.name[:4]), f.read_text("utf-8")) for f in files]


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


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """A consistent copy of the whole database at `target`, which must not exist yet."""
    connection.execute("VACUUM INTO ?", (str(target),))
