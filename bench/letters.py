"""Ten thousand monthly letters: how long they take, and how long the longest part holds the database."""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import conditions
from bench.figures import Figure
from bot.database import transact
from bot.flow.schedule import Schedule, Ticked
from bot.letters.compose import Composer
from bot.start.app import identity_of
from rules.people import BRAND
from rules.programme.programme import Programme
from storage.engine.sqlite import Sqlite, SqliteConnection
from storage.engine.tx import Tx

LETTERS, ENTRIES = 10_000, 1_000_000
TARGET_S, TARGET_MS = 120.0, 100.0
FIRST_EVENING = 1_796_122_800  # 2026-12-01 19:00 in Shanghai


def run(*, long: bool = False) -> Iterator[Figure]:
    """As the ticker does it, part after part; between two of them everybody else has their turn."""
    programme = Programme(schedule={"value_letter_words": ""})
    identity = identity_of(programme, "kocbot")
    schedule = Schedule(identity, Composer(identity))
    with tempfile.TemporaryDirectory() as folder:
        connection = Sqlite(Path(folder) / "kocbot.db").open()
        transact(connection, _fill)
        transact(connection, lambda tx: schedule.tick(tx, FIRST_EVENING - 3_600))
        held = list(_parts(connection, schedule))
        written = transact(connection, lambda tx: tx.value("SELECT count(*) FROM value_letter WHERE written = 1"))
        connection.close()
    total, most = sum(held), 1000 * max(held)
    value = f"{written:,} in {total:.1f} s, {len(held)} parts, {most:.0f} ms at most"
    yield Figure("monthly letters", value, "10,000 in 120 s, 100 ms at most", total < TARGET_S and most < TARGET_MS)


def _parts(connection: SqliteConnection, schedule: Schedule) -> Iterator[float]:
    """How long each part of the round took, in seconds."""
    ticked = Ticked(more=True)
    while ticked.more:
        began = time.perf_counter()
        ticked = transact(connection, lambda tx: schedule.tick(tx, FIRST_EVENING))
        yield time.perf_counter() - began


def _fill(tx: Tx) -> None:
    """A year of a large community, in which ten thousand were there in November."""
    conditions.fill(tx, ENTRIES, random.Random(ENTRIES))
    tx.run("UPDATE member SET home = 1")
    tx.many(
        "INSERT INTO tally (member, scope, period, points, checkin) VALUES (?, ?, '2026-11', 1, 1)",
        [(member, BRAND) for member in range(1, LETTERS + 1)],
    )
