"""PostgreSQL databases, lent to tests: each process keeps a few and clears one whose user is gone.

A connection that stands open clears them: it knows every table already, and nothing guards what it writes.
The connection that was lent out stands open too, for whoever comes next: to learn the tables and to plan every
statement anew was half of the server's work. One that somebody has closed, or left within a transaction, is made anew;
whoever changes its session closes it.
"""

import gc
import os
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from storage.engine.copying import tables
from storage.engine.engine import Engine, Running
from storage.engine.engines import engine_at

SERVER = os.environ.get("KOCBOT_TEST_DATABASE", "")
HOUSE = b"".join(b"%d\t%b\t\\N\t0\t0\n" % one for one in enumerate((b"issue", b"shop", b"expired", b"void"), start=1))
CLEAR = """
CREATE FUNCTION pg_temp.clear() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    {steps}
END $$
"""
ONCE_AGAIN = "PERFORM setval(pg_get_serial_sequence('{0}', 'id'), 1, false);"
MOST, SWEPT_EVERY = 8, 100


@dataclass
class Lent:
    """A database of this process and whoever uses it now."""

    address: str
    keeper: Any
    times: int = 0
    standing: Any = None
    user: "weakref.ref[Any]" = field(default=lambda: None)  # type: ignore[assignment]  # nobody yet

    def free(self) -> bool:
        """Whether its user is gone."""
        user = self.user()
        return user is None or user._raw.closed

    def connection(self) -> Any:
        """What stands open, in new hands."""
        if self.standing is not None and self.standing.in_transaction:
            self.standing.close()
        if self.standing is None or self.standing._raw.closed:
            self.standing = _patiently(engine_at(self.address))
        used = copy(self.standing)
        self.user = weakref.ref(used)
        return used

    def clear(self, filled: Mapping[str, bytes]) -> None:
        """Only what is in `filled` is in it. What tests have deleted is swept away now and then."""
        from storage.engine.postgres import GO_ON

        self.times += 1
        if self.times % SWEPT_EVERY == 0:
            self.keeper.execute("VACUUM")
        self.keeper.execute("SELECT pg_temp.clear()")
        for table, rows in filled.items():
            if rows:
                _copied_in(self.keeper, table, rows)
                if table in _numbered():
                    self.keeper.execute(GO_ON.format(table))


_LENT: list[Lent] = []
_NUMBERS = count()


def lent(filled: Mapping[str, bytes] | None = None) -> Any:
    """A connection to a database in which nothing is but the house's accounts, or what is in `filled`."""
    one = _free() or _made()
    connection = one.connection()
    one.clear({"account": HOUSE} if filled is None else filled)
    return connection


def _free() -> Lent | None:
    found = next((one for one in _LENT if one.free()), None)
    if found is None and len(_LENT) >= MOST:
        gc.collect()
        found = next((one for one in _LENT if one.free()), None)
    return found


def _made() -> Lent:
    import psycopg

    address = empty_address()
    engine_at(address).open().close()
    keeper = psycopg.connect(address, autocommit=True)
    keeper.execute("SET session_replication_role = replica")
    deletions = [f'DELETE FROM "{table}";' for table in _tables_in(keeper)]
    keeper.execute(CLEAR.format(steps="\n    ".join([*deletions, *map(ONCE_AGAIN.format, _numbered())])))
    _LENT.append(Lent(address, keeper))
    return _LENT[-1]


@cache
def _numbered() -> frozenset[str]:
    return frozenset(table.name for table in tables() if table.columns[0] == "id")


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


def empty_address() -> str:
    """The address of a new database on the server, in which nothing is."""
    import psycopg

    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


@cache
def names_of_tables() -> list[str]:
    """Every table of the product."""
    return _tables_in(_LENT[0].keeper)


def _tables_in(keeper: Any) -> list[str]:
    found = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version' ORDER BY 1"
    return [row[0] for row in keeper.execute(found)]


@contextmanager
def replaying(connection: Any) -> Iterator[None]:
    """Meanwhile nothing guards what is written."""
    connection.say("SET session_replication_role = replica")
    try:
        yield
    finally:
        connection.say("RESET session_replication_role")


def fill(connection: Any, database: Mapping[str, bytes]) -> None:
    """What was kept takes the place of all that is there."""
    with replaying(connection):
        for table, rows in database.items():
            connection.say(f'DELETE FROM "{table}"')
            if rows:
                _copied_in(connection._raw, table, rows)
    connection.go_on()


def _copied_in(raw: Any, table: str, rows: bytes) -> None:
    with raw.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        copy.write(rows)


def copied_out(connection: Any, table: str) -> bytes:
    """The rows of a table, as PostgreSQL copies them."""
    with connection.cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(bytes(part) for part in copy)
