"""Fifty authors, and a script that holds the database, its log, the backups, our log and the staff group's messages.

Everybody chats, checks in and asks the bot things all day. A few of them write anonymously in between. The script
knows every row, and when it was first seen in which backup; it guesses by whatever it finds. It does no better than chance.
"""

import io
import json
import logging
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.logs import JsonLines
from sandbox.world.people import Person
from storage import members
from storage.engine import sqlite_files
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from tests.databases import sqlite_only
from tests.stage import Stage

AUTHORS, TICKETS, HOURS = 50, 12, 9
STEP_S = 20 * 60


class Play:
    """A day in which everybody is about, and a few say what they say to nobody else."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.stage = Stage()
        self.path = folder / "kocbot.db"
        self._moved_to_a_file()
        self.people = [self._arrived(number) for number in range(AUTHORS)]
        self.stage.play()
        self.secret: dict[str, Person] = {}
        self.backups: list[Path] = []

    def _moved_to_a_file(self) -> None:
        connection: Any = self.stage.connection
        connection.execute("VACUUM INTO ?", (str(self.path),))
        connection.close()
        self.stage.connection = Sqlite(self.path).open()

    def _arrived(self, number: int) -> Person:
        person = self.stage.world.person(f"车友{number}", username=f"driver{number}")
        person.join(self.stage.group)
        person.start()
        return person

    def day(self) -> None:
        """From nine in the morning until the batch goes out at eight in the evening, and half an hour more."""
        steps = HOURS * 3_600 // STEP_S
        moments, passing = set(self.chance.sample(range(steps), TICKETS)), self.chance.sample(self.people * 2, steps)
        for step in range(steps):
            self._about()
            passing[step].say(self.stage.group, "路过")
            self.stage.play()
            if step in moments:
                self._confide(passing[step])
            self.stage.advance(STEP_S)
            if step % (3_600 // STEP_S) == 0:
                self._backed_up()
        self.stage.advance(3 * 3_600)

    def _about(self) -> None:
        """A few people do what leaves rows: they chat, and ask the bot for this and that, in private too."""
        for person in self.chance.sample(self.people, 4):
            private = self.stage.world.private(person)
            where, words = self.chance.choice(
                [(private, "/me"), (private, "/guide"), (self.stage.group, "早"), (private, "/feedback")]
            )
            person.say(where, words)
        self.stage.play()

    def _confide(self, person: Person) -> None:
        """The author was about in the group a moment before, as people are."""
        words = f"第 {len(self.secret)} 件事，{self.chance.randrange(7)} 号展厅"
        confide(self.stage, person, words, len(self.secret) % 3)
        self.secret[words] = person
        log = self.path.with_name(self.path.name + "-wal")
        assert words.encode() not in log.read_bytes()

    def _backed_up(self) -> None:
        target = self.folder / f"backup-{len(self.backups)}.db"
        sqlite_files.back_up(self.path, target)
        self.backups.append(target)


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What the bot logs meanwhile, at the most talkative."""
    kept, root = io.StringIO(), logging.getLogger("kocbot")
    handler, level = logging.StreamHandler(kept), root.level
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(handler)
    root.setLevel(level)


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, with the number by which its engine orders it where there is one."""
    with closing(Sqlite(path).open_reading()) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def bytes_of(folder: Path) -> bytes:
    """All that stands in any file, the write-ahead log's frames and free pages as well."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def confide(stage: Stage, person: Person, words: str, way: int = 0) -> None:
    """Somebody writes anonymously: words, an album, or a word that a line more is asked for."""
    private = stage.world.private(person)
    person.say(private, "/feedback")
    stage.play()
    stage.press(person, stage.last(person), "匿名写")
    stage.press(person, stage.last(person), "遇到问题")
    if way == 1:
        person.album(private, [f"a {words}".encode(), f"b {words}".encode()], caption=words)
    elif way == 2:
        person.say(private, "哦")
        stage.play()
        person.say(private, words)
    else:
        person.say(private, words)
    stage.play()


class Script:
    """It holds everything, and ranks those who could have written by all that it finds."""

    def __init__(self, play: Play) -> None:
        self.rows = dump(play.path)
        self.copies = [dump(backup) for backup in play.backups]
        self.said = play.stage.do(lambda tx: {number(tx, person): person.id for person in play.people})
        self.tickets = [
            words
            for row in sorted(self.rows["feedback"])
            for said in row
            if isinstance(said, str) and (words := said.removeprefix("哦\n")) in play.secret
        ]

    def suspects(self) -> dict[str, list[int]]:
        """For each way of guessing the twelve likeliest (Telegram ids), likeliest first."""
        found: dict[str, list[int]] = {}
        for table in self.rows:
            counted = self._counted(self.rows, table)
            if len(counted) > TICKETS:
                found[f"{table}: most rows"] = sorted(counted, key=lambda one: -counted[one])[:TICKETS]
                found[f"{table}: fewest rows"] = sorted(counted, key=lambda one: counted[one])[:TICKETS]
                order = self._in_order(table)
                found[f"{table}: in order"] = [order[n * len(order) // TICKETS] for n in range(TICKETS)]
                found[f"{table}: the latest"] = list(dict.fromkeys(reversed(order)))[:TICKETS]
            found |= self._grown(table)
        return {way: list(dict.fromkeys(suspects)) for way, suspects in found.items()}

    def _grown(self, table: str) -> dict[str, list[int]]:
        """Whose rows grew most from one backup to the next, or did not grow at all."""
        counts = [self._counted(copy, table) for copy in self.copies]
        jumps = {
            one: max(after.get(one, 0) - before.get(one, 0) for before, after in pairwise(counts))
            for one in self.said.values()
        }
        if not any(jumps.values()):
            return {}
        return {f"{table}: grew most": sorted(jumps, key=lambda one: -jumps[one])[:TICKETS]}

    def _counted(self, rows: dict[str, list[tuple[Any, ...]]], table: str) -> dict[int, int]:
        return dict(Counter(who for line in rows.get(table, []) for who in self._who(line, table)))

    def _in_order(self, table: str) -> list[int]:
        return [who for line in self.rows[table] for who in self._who(line, table)]

    def _who(self, line: tuple[Any, ...], table: str) -> set[int]:
        """Whom a row is about, by Telegram's number or by ours."""
        numbers = {value for value in line if isinstance(value, int)}
        ours = {self.said[value] for value in numbers if value in self.said} if table in BY_OUR_NUMBER else set()
        return ours | (numbers & set(self.said.values()))


BY_OUR_NUMBER = {
    "message_author",
    "membership",
    "talk",
    "member",
    "button",
    "label",
    "dialogue",
    "flood",
    "outcome",
    "bystander",
}


def number(tx: Tx, person: Person) -> int:
    """Our number of theirs."""
    member = members.by_telegram_id(tx, person.id)
    assert member
    return member.id


@sqlite_only
def test_a_script_that_holds_everything_guesses_no_better_than_chance(tmp_path: Path) -> None:
    chance = random.Random(20_261_116)
    with logged() as log:
        play = Play(tmp_path, chance)
        play.day()
    script = Script(play)
    assert len(script.tickets) == TICKETS
    authors = {person.id for person in play.secret.values()}
    hits = {way: len(authors & set(suspects)) for way, suspects in script.suspects().items()}
    assert len(hits) > 10
    # Twelve of fifty by chance hold three authors; seven or more by luck alone is one way in two hundred and fifty.
    assert max(hits.values()) <= 7, hits
    assert sum(hits.values()) / len(hits) < 4.5, hits
    # The batch's order is drawn anew in each run, and there are many ways of guessing, of which the best hold seven
    # authors: with those, six in their places is luck once in a hundred thousand. One who can tell has all twelve.
    for way, suspects in script.suspects().items():
        paired = sum(play.secret[words].id == who for words, who in zip(script.tickets, suspects, strict=False))
        assert paired <= 5, way
    # Twelve in the order in which they were written, or nearly: one way in twenty thousand.
    assert abs(_in_step(list(play.secret), script.tickets)) < 0.8, "the order of the batch tells when each was written"
    _nothing_tells(play, log.getvalue())


def _in_step(written: list[str], told: list[str]) -> float:
    """How far two orders of the same are alike: 1 the same, -1 the reverse, 0 as chance has it."""
    pairs = [(a, b) for n, a in enumerate(written) for b in written[n + 1 :]]
    alike = sum(1 if told.index(a) < told.index(b) else -1 for a, b in pairs)
    return alike / len(pairs)


def _nothing_tells(play: Play, log: str) -> None:
    """What would name an author outright is nowhere: no row, no byte, no line."""
    rows, texts = dump(play.path), bytes_of(play.folder)
    for table, lines in rows.items():
        assert not [line for line in lines if "feedback" in repr(line) and table not in ABOUT], table
    handled = [line for line in rows["inbox"] if "done" in line]
    columns = _columns(play.path, "inbox")
    for line in handled:
        row = dict(zip(columns, line, strict=True))
        assert (row["sender"], row["said_at"], row["body"], row["received_at"] % 86_400) == (0, 0, None, 0)
    assert not rows["dialogue"]
    numbers = [dict(zip(columns, line, strict=True))["update_id"] for line in rows["inbox"]]
    assert len(numbers) == max(numbers) - min(numbers) + 1, "a gap tells when something was confided"
    assert not rows["feedback_sealed"]
    assert all(not dump(backup)["feedback_sealed"] for backup in play.backups)
    for words in play.secret:
        assert all(words.encode() not in backup.read_bytes() for backup in play.backups)
        assert words not in log
    assert b"feedback.seal" not in texts
    lines = [json.loads(line) for line in log.splitlines()]
    assert not [line for line in lines if line.get("update") or line["from"] == "kocbot.confidant"]
    assert not [person for person in play.secret.values() if str(person.id) in log]


# Tables that may speak of criticism: what was passed on, to whom staff letters went, which jobs ran.
ABOUT = {
    *("feedback", "feedback_line", "sqlite_schema", "button", "posted", "outbox", "job_run", "job_next", "programme"),
    *("fact", "audit"),
}


def _columns(path: Path, table: str) -> list[str]:
    with closing(Sqlite(path).open_reading()) as connection:
        return [name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")]


@sqlite_only
def test_the_same_words_of_somebody_else_leave_the_same_rows(tmp_path: Path) -> None:
    left = []
    for author in ("lin", "zhou"):
        (folder := tmp_path / author).mkdir()
        stage = Stage()
        confide(stage, getattr(stage, author), "售后排期太久")
        connection: Any = stage.connection
        connection.execute("VACUUM INTO ?", (str(folder / "kocbot.db"),))
        rows = dump(folder / "kocbot.db")
        assert [line[2:] for line in rows["feedback_sealed"]] == [("problem", "售后排期太久", "[]", None)]
        left.append({table: lines for table, lines in rows.items() if table != "feedback_sealed"})
    assert left[0] == left[1]
