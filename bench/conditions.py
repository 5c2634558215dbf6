"""Everybody's conditions: a hundred thousand members with a million entries, a few at a time, and one member after a deed."""

import random
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from actions.honour import evaluation
from bench.figures import Figure, quantile
from bot.database import transact
from bot.upkeep.evaluation import FIRST, paced
from rules.occasion import Occasion
from rules.people import Part
from rules.programme.conditions import Source
from rules.programme.programme import Programme
from storage import groups, members, touched
from storage.engine.sqlite import Sqlite, SqliteConnection
from storage.engine.tx import Tx

MEMBERS, ENTRIES, LONG = 100_000, 1_000_000, 3_000_000
TARGET_S, TARGET_MS = 60.0, 50.0
ONE_BY_ONE = 500
NOW = 1_795_348_800  # Sunday 2026-11-22 20:00 in Shanghai
DAY_S = 86_400
YEAR = 365


def run(*, long: bool = False) -> Iterator[Figure]:
    """How long the night takes, how long it holds the writer at most, and what a member costs after a deed."""
    entries = LONG if long else ENTRIES
    occasion = Occasion(NOW, Programme())
    with tempfile.TemporaryDirectory() as folder:
        connection = Sqlite(Path(folder) / "kocbot.db").open()
        transact(connection, lambda tx: fill(tx, entries, random.Random(entries)))
        first = _night(connection, occasion)
        again = _night(connection, occasion)
        one = _after_deeds(connection, occasion)
        connection.close()
    for name, held in (("with all badges new", first), ("with nothing new", again)):
        total, most = sum(held) / 1000, max(held)
        value = f"{total:.1f} s, the writer held {quantile(held, 0.99):.1f} ms (99 %), {most:.1f} ms at most"
        what = f"everybody's conditions, {MEMBERS:,} members, {entries:,} entries, {name}"
        yield Figure(what, value, "60 s, 50 ms at most", total < TARGET_S and most < TARGET_MS)
    yield Figure("one member after a check-in and a thank", f"{one:.3f} ms", "", None)


def fill(tx: Tx, entries: int, dice: random.Random) -> None:
    """A year of check-ins, thanks and accepted answers, most of them by few, as everywhere."""
    groups.activate(tx, -1001, "community", Part.COMMUNITY, "Asia/Shanghai", "zh", NOW - YEAR * DAY_S)
    tx.many(
        "INSERT INTO member (telegram_id, name, folded, locale, first_seen, covenant_version, reachable)"
        " VALUES (?, ?, ?, 'zh', ?, 1, 1)",
        [(n, f"m{n}", f"m{n}", NOW - dice.randrange(YEAR) * DAY_S) for n in range(1, MEMBERS + 1)],
    )
    tx.run("INSERT INTO membership (chat_group, member, since, messages) SELECT 1, id, first_seen, 30 FROM member")
    _check_ins(tx, entries * 6 // 10, dice)
    _thanks(tx, entries * 3 // 10, dice)
    _answers(tx, entries // 10, dice)


def _someone(dice: random.Random) -> int:
    return 1 + int(MEMBERS * dice.random() ** 2) % MEMBERS


def _day(n: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(NOW - n * DAY_S))


def _check_ins(tx: Tx, n: int, dice: random.Random) -> None:
    days = [_day(back) for back in range(YEAR)]
    tx.many(
        "INSERT INTO check_in (member, day, streak, at, how, zone, starts_at, chat_group)"
        " VALUES (?, ?, ?, ?, 'made', 'Asia/Shanghai', 240, 1)"
        " ON CONFLICT DO NOTHING",
        [(_someone(dice), dice.choice(days), dice.randrange(1, 40), NOW) for _ in range(n)],
    )


def _thanks(tx: Tx, n: int, dice: random.Random) -> None:
    pairs = ((_someone(dice), _someone(dice)) for _ in range(n))
    tx.many(
        "INSERT INTO thanks (chat_group, message, giver, receiver, at, day, way, outcome, reason, since, messages,"
        " known_since, known_messages, first_at) "
        "VALUES (1, ?, ?, ?, ?, '2026-11-01', 'word', 'credited', 'clear', ?, 30, ?, 30, ?)",
        [
            (at, giver, one, NOW - at, NOW - 9**9, NOW - 9**7, NOW - at)
            for at, (giver, one) in enumerate(pairs)
            if giver != one
        ],
    )


def _answers(tx: Tx, n: int, dice: random.Random) -> None:
    asked = [(at, _someone(dice), _someone(dice)) for at in range(1, n + 1)]
    tx.many(
        "INSERT INTO question (id, chat_group, message, asker, registrar, text, asked_at, state)"
        " VALUES (?, 1, ?, ?, ?, 'how', ?, 'solved')",
        [(at, -at, asker, asker, NOW - DAY_S) for at, asker, _ in asked],
    )
    tx.many(
        "INSERT INTO acceptance (question, n, message, answerer, asker, accepted_by, at) VALUES (?, 1, ?, ?, ?, ?, ?)",
        [(at, at, helper, asker, asker, NOW) for at, asker, helper in asked],
    )


def _night(connection: SqliteConnection, occasion: Occasion) -> list[float]:
    """Milliseconds of processor time that each few members hold the writer, commit included."""
    held: list[float] = []
    after: int | None = 0
    many = FIRST
    while after is not None:
        began = time.process_time()
        after = transact(connection, partial(evaluation.sweep, after=after, many=many, occasion=occasion))
        took = time.process_time() - began
        many = paced(many, took)
        held.append(1000 * took)
    return held


def _after_deeds(connection: SqliteConnection, occasion: Occasion) -> float:
    """Milliseconds of processor time for each of those who were touched."""

    def touch(tx: Tx) -> None:
        for member in members.agreed_after(tx, 0, ONE_BY_ONE):
            touched.mark(tx, Source.CHECK_INS, member)
            touched.mark(tx, Source.THANKS, member)

    transact(connection, touch)
    began, looked = time.process_time(), 0
    while some := transact(connection, lambda tx: evaluation.after_deeds(tx, occasion)):
        looked += some
    return 1000 * (time.process_time() - began) / looked
