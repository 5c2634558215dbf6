"""The two engines side by side: check-ins over HTTP, and reading one community with a hundred thousand entries.

Both have what they answered safe on the disk: SQLite in WAL with `synchronous=FULL`, PostgreSQL with
`synchronous_commit=on`, on this machine, over TCP. Without a server that can start the figures are left out.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from bench.arena import in_arena
from bench.boards import fill, reads
from bench.figures import Figure, middle, quantile, spread
from bench.throughput import burst_of_ours
from bot.database import transact
from storage.engine.copying import copy
from storage.engine.postgres import Postgres
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from tests.postgres import NoServer, serving

PEOPLE, GROUPS = 1_000, 10
ROUNDS = 3
ENTRIES, MEMBERS = 100_000, 1_000
READS = 200
AS_SQLITE = ("synchronous_commit=on",)
_NUMBERS = count()


def run(*, long: bool = False) -> Iterator[Figure]:
    """Updates per second and milliseconds of reads, SQLite's before PostgreSQL's."""
    try:
        with serving(AS_SQLITE, in_memory=False) as server:
            yield from _check_ins(server)
            yield from _reading(server)
    except NoServer as reason:
        yield Figure("SQLite and PostgreSQL side by side", f"left out: {reason}")


def empty_database(server: str) -> str:
    """The address of a new database on the server."""
    name = f"bench_{next(_NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def _check_ins(server: str) -> Iterator[Figure]:
    rates: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        ours = [in_arena(PEOPLE, GROUPS, burst_of_ours, database=where).rate for where in ("", empty_database(server))]
        rates.append((ours[0], ours[1]))
    file, remote = (middle(rate) for rate in zip(*rates, strict=True))
    yield Figure("check-in, SQLite and PostgreSQL", f"{file:.0f} and {remote:.0f} updates/s")
    yield Figure("check-in, PostgreSQL : SQLite", spread(there / here for here, there in rates))


def _reading(server: str) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        here = Sqlite(Path(folder) / "kocbot.db").open()
        with closing(here), closing(Postgres(empty_database(server)).open()) as there:
            fill(here, ENTRIES, MEMBERS, random.Random(ENTRIES))
            old = here.begin_reading()
            transact(there, lambda tx: copy(old, tx, lambda *_: None))
            there.say("ANALYZE")
            there.commit()
            for (name, at_home), (_, abroad) in zip(_reads(old), _reads(there.begin_reading()), strict=True):
                yield Figure(f"{name}, SQLite and PostgreSQL", f"{_told(at_home)} and {_told(abroad)}")


def _reads(tx: Tx) -> Iterator[tuple[str, list[float]]]:
    for name, read in reads(tx, MEMBERS, random.Random(1)).items():
        yield name, [_timed(read) for _ in range(READS)]


def _timed(read: Callable[[], object]) -> float:
    """Milliseconds until it is done, for a server's work is no part of our processor time."""
    before = time.perf_counter()
    read()
    return (time.perf_counter() - before) * 1000


def _told(times: list[float]) -> str:
    return f"p50 {quantile(times, 0.5):.2f}, p99 {quantile(times, 0.99):.2f} ms"
