"""The tables that are carried over are all that there are, with all their columns."""

from contextlib import closing

from storage.engine.copying import counted, tables, untouched
from tests.databases import opened, sqlite_only
from tests.stage import Stage


@sqlite_only
def test_every_table_and_column_of_the_schema_is_carried() -> None:
    with closing(opened()) as connection:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
        found = {
            name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})").fetchall())
            for (name,) in names
        }
    assert {table.name: table.columns for table in tables()} == found


@sqlite_only
def test_a_table_stands_behind_those_it_refers_to() -> None:
    with closing(opened()) as connection:
        seen: set[str] = set()
        for table in tables():
            refers = {row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()}
            assert refers - {table.name} <= seen, table.name
            seen.add(table.name)


def test_a_new_database_is_untouched_until_something_happens(stage: Stage) -> None:
    with closing(opened()) as connection:
        tx = connection.begin()
        assert untouched(tx)
        assert counted(tx)["account"] == 4
        connection.rollback()
    assert not stage.do(untouched)
