"""A migrated database is the declared one."""

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine import migrations
from storage.engine.engine import StorageError, TooNew
from storage.engine.sqlite import Sqlite

DECLARED = Path("storage/schema.sql")
HEADER = "-- The schema that all migrations together make. Written by `make schema`; read it, do not edit it.\n"


def _schema(connection: sqlite3.Connection) -> str:
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
    )
    return HEADER + "".join(f"\n{sql};\n" for (sql,) in rows)


def test_all_migrations_together_make_the_declared_schema() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
        made = _schema(connection)
    if os.environ.get("KOCBOT_SCHEMA") == "write":
        DECLARED.write_text(made, "utf-8")
    assert DECLARED.read_text("utf-8") == made, "run `make schema` and read the difference"


def test_every_table_is_strict_and_every_constraint_has_a_name() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
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
    with closing(Sqlite(path).open()) as connection:
        connection.execute("PRAGMA user_version=9999")
    with pytest.raises(TooNew) as too_new:
        Sqlite(path).open()
    assert too_new.value.found == 9999


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "k.db"
    Sqlite(path).open().close()
    broken = [*migrations.migrations("sqlite"), (9000, "CREATE TABLE half (a INTEGER) STRICT; SELECT nonsense;")]
    monkeypatch.setattr(migrations, "migrations", lambda _: broken)
    with pytest.raises(StorageError):
        Sqlite(path).open()
    monkeypatch.undo()
    with closing(Sqlite(path).open()) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").fetchone() == (0,)


def test_opened_for_reading_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "k.db"
    Sqlite(path).open().close()
    with closing(Sqlite(path).open_reading()) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM member")
