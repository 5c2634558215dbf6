"""Reading stays flat as the ledger grows: boards, own rank, /me and best assist of one community with ever longer histories.

A crowd of a hundred thousand is measured beside it, for own rank is counted among those above (docs/decisions/0004).
"""

import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from actions.honour import best_assist, boards, me
from bench.figures import Figure, middle, quantile
from rules.honour.boards import WhichBoard
from rules.occasion import Occasion
from rules.people import Member, Part
from rules.periods import FOREVER, periods
from rules.programme.metrics import Metric
from rules.programme.programme import Programme
from storage import groups, members
from storage.engine.sqlite import Sqlite, SqliteConnection
from storage.engine.tx import Tx

SIZES = (10_000, 100_000, 1_000_000)
LONG = 10_000_000
READS = 300
ROUNDS = 5
TARGET_MS = 2.0
MEMBERS, CROWD = 1_000, 100_000
MOST_GROWTH = 3.0  # with a ledger a hundred times as long; pages come from further away, that is all
THANKS_A_WEEK = 1_000
TALLIED_DAYS = 120
NOW = 1_795_348_800  # Sunday 2026-11-22 20:00 in Shanghai
TODAY = date(2026, 11, 22)
DAY_S = 86_400
RULES = (("checkin", "checkin", 3), ("thanks", "assist", 4), ("grant", "creator", 20))
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds of processor time of a read: the median of the rounds, and the best round's slowest hundredth."""

    p50: float
    p99: float


def run(*, long: bool = False) -> Iterator[Figure]:
    """Latencies at each size of the ledger; the p99 is held against two milliseconds, growth against the length of the ledger."""
    sizes = (*SIZES, LONG) if long else SIZES
    found = {size: _measured(size, MEMBERS) for size in sizes}
    for size in sizes:
        yield from _told(found[size], size, MEMBERS)
    longer = sizes[-1] // SIZES[0]
    for name in found[SIZES[0]]:
        growth = found[sizes[-1]][name].p50 / found[SIZES[0]][name].p50
        target = f"no growth (a sum: {longer})"
        yield Figure(
            f"{name}, p50 with a ledger {longer} times as long", f"{growth:.2f} times", target, growth < MOST_GROWTH
        )
    yield from _told(_measured(SIZES[-1], CROWD), SIZES[-1], CROWD)


def _told(found: dict[str, Latency], entries: int, population: int) -> Iterator[Figure]:
    for name, took in found.items():
        value = f"p50 {took.p50:.3f} ms, p99 {took.p99:.3f} ms"
        yield Figure(f"{name}, {entries:,} entries, {population:,} members", value, "p99 < 2 ms", took.p99 < TARGET_MS)


def _measured(entries: int, population: int) -> dict[str, Latency]:
    with tempfile.TemporaryDirectory() as folder:
        connection = Sqlite(Path(folder) / "kocbot.db").open()
        dice = random.Random(entries)
        fill(connection, entries, population, dice)
        found = {}
        for name, read in reads(connection.begin_reading(), population, dice).items():
            rounds = [[_timed(read) for _ in range(READS)] for _ in range(ROUNDS)]
            found[name] = Latency(
                middle(quantile(times, 0.5) for times in rounds),
                min(quantile(times, 0.99) for times in rounds),
            )
        connection.close()
    return found


def _timed(read: Callable[[], object]) -> float:
    """Milliseconds of processor time: what else the machine does meanwhile is no part of a read."""
    before = time.process_time()
    read()
    return (time.process_time() - before) * 1000


def reads(tx: Tx, population: int, dice: random.Random) -> dict[str, Callable[[], object]]:
    group = groups.active(tx, Part.COMMUNITY)[0]
    occasion = Occasion(NOW, Programme(), group=group.id, timezone=group.timezone)
    week, asked = periods(TODAY)[0], WhichBoard()

    def anybody() -> Member:
        return members.get(tx, dice.randint(1, population))

    return {
        "a week's board": lambda: boards.read(tx, asked, group.id, group.title, 0, occasion, None),
        "own rank": lambda: boards.standing(tx, group.id, week, Metric.POINTS, anybody()),
        "/me": lambda: me.overview(tx, anybody(), occasion, group),
        f"best assist of {THANKS_A_WEEK:,} thanks": lambda: best_assist.find(tx, group, occasion),
    }


def fill(connection: SqliteConnection, entries: int, population: int, dice: random.Random) -> None:
    """A history of that many entries, written straight into the tables: what is measured is reading."""
    groups.activate(connection.begin(), -1001, "车友会", Part.COMMUNITY, "Asia/Shanghai", "zh", 0)
    people = range(1, population + 1)
    connection.executemany(
        "INSERT INTO member (id, telegram_id, name, folded, locale, first_seen) VALUES (?, ?, ?, ?, 'zh', 0)",
        ((n, n, f"车友{n}", f"车友{n}") for n in people),
    )
    connection.executemany(
        "INSERT INTO membership (chat_group, member, since) VALUES (1, ?, 0)", ((n,) for n in people)
    )
    connection.executemany(
        "INSERT INTO account (id, kind, member, posted) VALUES (? + 100, 'member', ?, 1000)", ((n, n) for n in people)
    )
    tallies: dict[tuple[int, str, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    connection.executemany(
        "INSERT INTO transfer (id, at, written_at, debit, credit, amount, phase, contribution, rule, version, key, fingerprint,"
        " chat_group, day, hash) VALUES (?, ?, ?, 1, ?, ?, 'single', ?, ?, 'v', ?, x'00', 1, ?, x'00')",
        _transfers(entries, population, dice, tallies),
    )
    connection.executemany(
        "INSERT INTO tally (scope, period, member, points, checkin, assist, creator) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((*key, *totals) for key, totals in tallies.items()),
    )
    _thank(connection, entries, population, dice)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _transfers(
    entries: int, population: int, dice: random.Random, tallies: dict[tuple[int, str, int], list[int]]
) -> Iterator[Row]:
    """Everybody earns something this week; the rest lies further and further back."""
    for n in range(1, entries + 1):
        back = n % 7 if n <= population else 7 + (n - population) // 3_000
        day = TODAY - timedelta(days=back)
        member = n if n <= population else dice.randint(1, population)
        rule, track, points = RULES[dice.randrange(len(RULES))]
        points += dice.randrange(200)
        column = 1 + ("checkin", "assist", "creator").index(track)
        for scope in (0, 1):
            for name in periods(day) if back < TALLIED_DAYS else (FOREVER,):
                totals = tallies[scope, name, member]
                totals[0] += points
                totals[column] += points
        at = NOW - back * DAY_S - dice.randrange(DAY_S // 2)
        yield n, at, at, member + 100, points, points, rule, f"k{n}", day.isoformat()


def _thank(connection: SqliteConnection, entries: int, population: int, dice: random.Random) -> None:
    """A busy week of thanks after another, as many weeks as a third of the entries fill."""
    helpers = min(population, 400)

    def thanks() -> Iterator[Row]:
        for n in range(1, entries // 3 + 1):
            day = TODAY - timedelta(days=1 + 7 * (n // THANKS_A_WEEK) + n % 7)
            receiver = 1 + int(helpers * dice.random() ** 2)
            giver = 1 + (receiver + dice.randrange(population - 1)) % population
            if giver != receiver:
                yield n, giver, receiver, NOW - (TODAY - day).days * DAY_S, day.isoformat(), n, "讲得特别清楚"

    connection.executemany(
        "INSERT INTO thanks (chat_group, message, giver, receiver, at, day, way, outcome, points, entry, reason,"
        " since, messages, known_since, known_messages, first_at)"
        " VALUES (1, ?1, ?2, ?3, ?4, ?5, 'word', 'credited', 4, ?6, ?7, 0, 100, 0, 100, ?4)",
        thanks(),
    )
