"""What a database engine is to everybody else: how it is opened, what a connection does, and what goes wrong."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from storage.engine.tx import Tx


class StorageError(Exception):
    """The database could not do what it was told; the engine's own words, which hold no values, are its text."""


class StorageTrouble(StorageError):
    """Disk full, locked, an I/O error, a server out of reach: nothing was written, and it passes."""


class Violated(StorageError):
    """A constraint or a trigger of the schema refused what was written."""


class TooNew(Exception):
    """The database was made by a newer release than this one; `found` and `known` are migration numbers."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


class Foreign(Exception):
    """The file at `place` is the database of another program."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class NoDriver(Exception):
    """The address is a server's, and what speaks to servers is not installed."""


class NoDatabase(Exception):
    """There is no database at `place` yet: the bot has not run with this configuration."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Running(Exception):
    """Another process writes to this database; `lock` is what it holds."""

    def __init__(self, lock: str) -> None:
        super().__init__(lock)
        self.lock = lock


class Held(Running):
    """The same, as a server says it: it may be a process that is gone already, for a minute until the server notices."""


class Connection(Protocol):
    """An open connection, used by one thread at a time and for one transaction at a time."""

    def begin(self) -> Tx:
        """Begin a transaction that may write."""

    def begin_reading(self) -> Tx:
        """Begin a transaction that only reads: everything is seen as it is now, whatever is written meanwhile."""

    def commit(self) -> None:
        """End the transaction: what it wrote is durable when this returns."""

    def rollback(self) -> None:
        """End the transaction as if it had never begun."""

    def go_on(self) -> None:
        """Rows came with numbers of their own: the next row of each table goes on behind them."""

    def tidy(self) -> None:
        """Bring what the write-ahead log holds into the database and empty it, where the engine lets us."""

    def close(self) -> None:
        """Nothing more is asked of it."""


class Engine(Protocol):
    """One database: where it is, and how it is opened. Making one opens nothing."""

    @property
    def place(self) -> str:
        """Where it is, in words that may be shown and logged."""

    @property
    def file(self) -> Path | None:
        """The one file that holds all of it; None when a server does."""

    def open(self) -> Connection:
        """The one connection that writes, migrated to this release's schema. Raises TooNew, Foreign, Running, StorageError."""

    def open_reading(self) -> Connection:
        """A connection that can only read, beside a running bot. Raises NoDatabase, TooNew, Foreign, StorageError."""

    def only_one(self) -> AbstractContextManager[None]:
        """Keep a second bot out, however this process ends. Raises Running."""
