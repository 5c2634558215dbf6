"""The monthly report at a hundred thousand members and a million entries: how long it holds the database, also by command."""

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from actions.operations import monthly
from actions.operations import monthly_wished as wished
from bench import conditions
from bench.conditions import DAY_S, MEMBERS, NOW, YEAR
from bench.figures import Figure
from bot.database import transact
from rules.occasion import Occasion
from rules.programme.programme import Programme
from storage.engine.engine import Connection
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx

ENTRIES, TALKING = 1_000_000, 5_000
DECEMBER_2 = 1_796_178_600  # 2026-12-02 10:30 in Shanghai
DECEMBER_31 = DECEMBER_2 + 29 * DAY_S
TARGET_MS, PART_MS = 1_000.0, 50.0


def run(*, long: bool = False) -> Iterator[Figure]:
    """Both months in one go; in parts as the job reads them, and as the command does a month later, with all that moved since."""
    occasion = Occasion(DECEMBER_2, Programme())
    with tempfile.TemporaryDirectory() as folder:
        connection = Sqlite(Path(folder) / "kocbot.db").open()
        transact(connection, lambda tx: _fill(tx, random.Random(ENTRIES)))
        took = []
        for _ in range(2):
            began = time.process_time()
            transact(connection, lambda tx: monthly.tell(tx, "2026-11", occasion))
            took.append(1000 * (time.process_time() - began))
        longest = _in_parts(connection, occasion)
        asked = _asked(connection, Occasion(DECEMBER_31, Programme()))
        connection.close()
    value = f"{took[0]:.0f} ms, again {took[1]:.0f} ms"
    yield Figure(f"monthly report, {MEMBERS:,} members, {ENTRIES:,} entries", value, "1 s", max(took) < TARGET_MS)
    yield Figure("monthly report, its longest part", f"{longest:.0f} ms", "50 ms", longest < PART_MS)
    yield Figure("monthly report by command, its longest part", f"{asked:.0f} ms", "50 ms", asked < PART_MS)


def _in_parts(connection: Connection, occasion: Occasion) -> float:
    """How long the longest part holds the database, as the job does them."""
    longest, more = 0.0, True
    while more:
        began = time.process_time()
        more = transact(connection, lambda tx: monthly.prepare(tx, "2026-11", occasion))
        longest = max(longest, 1000 * (time.process_time() - began))
    began = time.process_time()
    transact(connection, lambda tx: monthly.tell(tx, "2026-11", occasion))
    return max(longest, 1000 * (time.process_time() - began))


def _asked(connection: Connection, occasion: Occasion) -> float:
    """How long the longest part holds the database when somebody asks for it: the command, each part, and the telling."""
    longest, wish = 0.0, wished.Wish("2026-11", 1, 1)
    steps = [lambda tx: monthly.at_hand(tx, wish.month, occasion), lambda tx: wished.ask(tx, wish)]
    while steps:
        step, began = steps.pop(0), time.process_time()
        more = transact(connection, step)
        longest = max(longest, 1000 * (time.process_time() - began))
        if not steps and more:
            steps = [lambda tx: wished.next_part(tx, occasion) or bool(wished.answer(tx, occasion))]
    return longest


def _fill(tx: Tx, dice: random.Random) -> None:
    """A year of a large community, with the talk of seven weeks and a ledger; a twelfth of the members came in October."""
    conditions.fill(tx, ENTRIES // 5, dice)
    tx.run("UPDATE membership SET joined_at = since")
    tx.run("UPDATE thanks SET at = :now - (message % 365) * 86400, first_at = :now - (message % 365) * 86400", now=NOW)
    tx.run("UPDATE thanks SET day = date(at, 'unixepoch')")
    tx.run("UPDATE question SET asked_at = :now - (id % 365) * 86400", now=NOW)
    tx.run("UPDATE acceptance SET at = :now - (question % 365) * 86400", now=NOW)
    days = [time.strftime("%Y-%m-%d", time.gmtime(NOW + (n - 45) * DAY_S)) for n in range(50)]
    tx.many(
        "INSERT INTO talk (chat_group, day, member, messages, replies, pictures, videos) VALUES (1, ?, ?, 1, 0, 0, 0)",
        [(day, member) for day in days for member in dice.sample(range(1, MEMBERS + 1), TALKING)],
    )
    tx.many("INSERT INTO account (kind, member) VALUES ('member', ?)", [(n,) for n in range(1, MEMBERS + 1)])
    began, step = NOW - YEAR * DAY_S, (DECEMBER_31 - NOW + YEAR * DAY_S) / ENTRIES
    tx.many(
        "INSERT INTO transfer (id, at, written_at, debit, credit, amount, phase, contribution, rule, version, key, fingerprint,"
        " day, hash) VALUES (?, ?, ?, 1, ?, 2, 'single', 2, 'checkin', 'v', ?, x'00', '2026-11-01', x'00')",
        [(n, int(began + n * step), int(began + n * step), 5 + n % MEMBERS, f"k{n}") for n in range(1, ENTRIES + 1)],
    )
