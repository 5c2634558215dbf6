"""What is PostgreSQL's own: one writer, a server that goes away, what is never shown, and a schema like SQLite's."""

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.database import read, transact
from bot.logs import scrubbed
from bot.start.cli import cli
from storage import facts
from storage.engine.engine import NoDatabase, Running, StorageError, StorageTrouble, Violated
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from tests.databases import opened, rows
from tests.lending import SERVER, empty_address

pytestmark = pytest.mark.skipif(not SERVER, reason="there is no PostgreSQL server to ask")
GUARDS = (
    "SELECT conname AS name FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace"
)
INDEXES = "SELECT indexname AS name, indexdef AS said FROM pg_indexes WHERE schemaname = 'public'"
TRIGGERS = "SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal"


@pytest.fixture
def connection() -> Iterator[Any]:
    with closing(opened()) as found:
        yield found


def _sqlite(kind: str) -> dict[str, str]:
    with closing(Sqlite(":memory:").open()) as ours:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        return dict(ours.execute(query, (kind,)).fetchall())


def test_both_have_the_same_tables_and_columns_of_the_same_kinds(connection: Any) -> None:
    query = """
        SELECT table_name, column_name, is_nullable, data_type FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> 'schema_version'
        """
    kinds = {"bigint": "INTEGER", "text": "TEXT", "bytea": "BLOB"}
    theirs = {(row[0], row[1], row[2] == "NO", kinds[row[3]]) for row in rows(connection, query)}
    with closing(Sqlite(":memory:").open()) as ours:
        mine = {
            (table, name, bool(needed or key), kind)
            for table in _sqlite("table")
            for _, name, kind, needed, _, key in ours.execute(f"PRAGMA table_info({table})")
        }
    assert theirs == mine


def test_both_have_the_same_checks_references_indexes_and_triggers(connection: Any) -> None:
    declared = " ".join(_sqlite("table").values())
    named = set(re.findall(r"CONSTRAINT (\w+)\s+(?:CHECK|REFERENCES|FOREIGN)", declared))
    assert {row.name for row in rows(connection, GUARDS)} == named
    found = {row.name: row.said for row in rows(connection, INDEXES)}
    ours = _sqlite("index")
    assert {name for name, sql in ours.items() if "UNIQUE" in sql} <= {n for n, sql in found.items() if "UNIQUE" in sql}
    assert set(ours) <= set(found)
    assert set(re.findall(r"CONSTRAINT (\w+) UNIQUE", declared)) <= set(found)
    assert {row.name for row in rows(connection, TRIGGERS)} == {*_sqlite("trigger"), "transfer_never_empties"}


def test_text_is_sorted_by_code_points_as_sqlite_does(connection: Any) -> None:
    def work(tx: Tx) -> list[str]:
        for name in ("b", "B", "a", "_", "甲", "é"):
            facts.put(tx, name, "1")
        return [row.name for row in tx.all("SELECT name FROM fact ORDER BY name")]

    assert transact(connection, work) == sorted(("b", "B", "a", "_", "甲", "é"))


def test_a_second_one_that_writes_is_refused_until_the_first_is_gone() -> None:
    engine = engine_at(empty_address())
    with closing(engine.open()):
        with pytest.raises(Running, match="advisory lock"):
            engine.open()
        assert read(engine, lambda tx: tx.value("SELECT count(*) FROM member")) == 0


def test_a_second_bot_is_refused_while_the_first_runs() -> None:
    engine = engine_at(empty_address())
    with engine.only_one(), closing(engine.open()), pytest.raises(Running, match="advisory lock"), engine.only_one():
        raise AssertionError("two bots at once")
    with engine.only_one():
        pass


def test_one_that_begins_as_another_ends_waits_until_the_server_has_noticed() -> None:
    engine = engine_at(empty_address())
    first = engine.open()
    ending = threading.Timer(0.15, first.close)
    ending.start()
    with closing(engine.open()) as second:
        assert second.version()
    ending.join()


def test_opened_for_reading_nothing_can_be_written_and_nothing_is_made() -> None:
    engine = engine_at(empty_address())
    with pytest.raises(NoDatabase):
        engine.open_reading()
    engine.open().close()
    with pytest.raises(StorageError):
        read(engine, lambda tx: tx.run("DELETE FROM member"))


def test_a_server_that_goes_away_is_trouble_and_what_comes_after_is_as_before() -> None:
    engine = engine_at(empty_address())
    connection: Any = engine.open()

    def lost(tx: Tx) -> None:
        facts.put(tx, "half", "1")
        with closing(engine_at(SERVER).open()) as other:
            backend = connection._raw.info.backend_pid
            transact(other, lambda at: at.value("SELECT pg_terminate_backend(:backend::int)", backend=backend))
        with tx.savepoint():
            facts.put(tx, "more", "1")

    with pytest.raises(StorageTrouble):
        transact(connection, lost)
    transact(connection, lambda tx: facts.put(tx, "after", "1"))
    assert [row.name for row in rows(connection, "SELECT name FROM fact")] == ["after"]
    with pytest.raises(Running):
        engine.open()
    connection.close()


def test_an_error_is_undone_to_its_savepoint_and_plans_are_kept(connection: Any) -> None:
    def work(tx: Tx) -> None:
        for n in range(9):
            facts.put(tx, "n", str(n))
        plans = tx.value("SELECT count(*) FROM pg_prepared_statements")
        with pytest.raises(Violated, match="account_held"), tx.savepoint():
            tx.run("UPDATE account SET held = -1")
        assert plans > 0
        assert tx.value("SELECT count(*) FROM pg_prepared_statements") >= plans
        assert facts.get(tx, "n") == "8"

    transact(connection, work)


def test_a_commit_after_an_error_that_nobody_undid_is_no_commit(connection: Any) -> None:
    tx = connection.begin()
    with pytest.raises(StorageError):
        tx.run("SELECT nothing FROM nowhere")
    with pytest.raises(StorageError, match="an error had ended"):
        connection.commit()


def test_long_reads_come_in_portions_while_others_are_asked(connection: Any) -> None:
    def work(tx: Tx) -> int:
        tx.many("INSERT INTO fact (name, value) VALUES (?, ?)", [(str(n), "") for n in range(2000)])
        return sum(tx.value("SELECT 1") for _ in tx.each("SELECT name FROM fact ORDER BY name"))

    assert transact(connection, work) == 2000


def test_no_password_is_shown_whatever_goes_wrong() -> None:
    address = "postgresql://koc:s3cret-word@127.0.0.1:1/koc?connect_timeout=1"
    engine = engine_at(address)
    assert engine.place == "postgresql://127.0.0.1:1/koc"
    with pytest.raises(StorageTrouble) as trouble:
        engine.open()
    assert "s3cret" not in f"{trouble.value} {trouble.value!r}"
    assert "s3cret" not in scrubbed(f"could not open {address} (password=s3cret-word)")


def test_the_command_line_reads_it_and_says_how_it_is_copied(tmp_path: Path) -> None:
    address, config = empty_address(), tmp_path / "config.toml"
    config.write_text(f'[storage]\ndatabase = "{address}"\n')
    engine_at(address).open().close()
    run = CliRunner().invoke
    assert "账都对得上" in run(cli, ["audit", "--config", str(config)]).output
    assert run(cli, ["export", "members", "--config", str(config)]).exit_code == 0
    refused = run(cli, ["backup", str(tmp_path / "copy"), "--config", str(config)]).exception
    assert type(refused).__name__ == "OnAServer"
