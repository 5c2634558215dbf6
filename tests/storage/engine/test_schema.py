"""A migrated database is the declared one."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from actions.ledger import reversals
from actions.operations import audit
from storage.engine import engine
from tests.handlers.daily.asking import solved
from tests.stage import Stage

DECLARED = Path("storage/schema.sql")
HEADER = "-- The schema that all migrations together make. Written by `make schema`; read it, do not edit it.\n"


def _schema(connection: sqlite3.Connection) -> str:
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
    )
    return HEADER + "".join(f"\n{sql};\n" for (sql,) in rows)


def test_all_migrations_together_make_the_declared_schema() -> None:
    with closing(engine.open_database(":memory:")) as connection:
        made = _schema(connection)
    if os.environ.get("KOCBOT_SCHEMA") == "write":
        DECLARED.write_text(made, "utf-8")
    assert DECLARED.read_text("utf-8") == made, "run `make schema` and read the difference"


def test_every_table_is_strict_and_every_constraint_has_a_name() -> None:
    with closing(engine.open_database(":memory:")) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        text = re.sub(r"--.*", "", _schema(connection))
        loose = [name for name, strict in tables if not strict and not name.startswith("sqlite_")]
    assert not loose
    unnamed = [
        text[match.start() - 60 : match.end()]
        for match in re.finditer(r"\b(CHECK \(|REFERENCES )", text)
        if "CONSTRAINT" not in text[text.rfind("\n    ", 0, match.start() - 40) : match.start()]
    ]
    assert not unnamed


def test_a_database_of_a_newer_release_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    with closing(engine.open_database(path)) as connection:
        connection.execute("PRAGMA user_version=9999")
    with pytest.raises(engine.TooNew) as too_new:
        engine.open_database(path)
    assert too_new.value.found == 9999


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k.db"
    engine.open_database(path).close()
    broken = [*engine.migrations(), (9000, "CREATE TABLE half (a INTEGER) STRICT; SELECT nonsense;")]
    monkeypatch.setattr(engine, "migrations", lambda: broken)
    with pytest.raises(sqlite3.OperationalError):
        engine.open_database(path)
    monkeypatch.undo()
    with closing(engine.open_database(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone() == (0,)


def test_opened_for_reading_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    engine.open_database(path).close()
    with closing(engine.open_reading(path)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM member")


def test_what_was_undone_before_features_followed_is_healed() -> None:
    stage = Stage()
    for _ in range(3):
        stage.lin.say(stage.group, "签到")
        stage.mo.say(stage.staff, "/grant @zhou 10 好图")
        stage.play()
        stage.clock.advance(86_400)
    message = stage.zhou.say(stage.group, "胎压在车机里重置")
    stage.play()
    stage.lin.say(stage.group, "谢谢", reply_to=message)
    stage.play()
    solved(stage, stage.he, stage.zhou)
    entries = stage.connection.execute("SELECT id FROM transfer WHERE rule <> 'question_solved' AND id > 2").fetchall()
    mo, occasion = stage.member(stage.mo), stage.occasion()
    for (entry,) in entries:
        stage.do(lambda tx, entry=entry: reversals.take_back(tx, entry, occasion, mo, "看错了"))  # type: ignore[misc]
    assert not stage.do(lambda tx: audit.verify(tx, stage.programme)).ok
    [healing] = [sql for number, sql in engine.migrations() if number == 86]
    stage.connection.executescript(healing)
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()
    rows = stage.connection.execute("SELECT outcome FROM thanks").fetchall()
    assert [tuple(row) for row in rows] == [("taken_back",)]
