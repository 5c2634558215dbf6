"""How the database is opened."""

from pathlib import Path

from storage.engine.sqlite import Sqlite


def test_what_savepoints_may_have_to_undo_stays_in_memory_and_out_of_the_systems_temporary_folder(
    tmp_path: Path,
) -> None:
    connection = Sqlite(tmp_path / "kocbot.db").open()
    memory = 2
    assert connection.execute("PRAGMA temp_store").fetchone()[0] == memory
    connection.close()


def test_a_commit_is_durable_and_keys_are_kept(tmp_path: Path) -> None:
    connection = Sqlite(tmp_path / "kocbot.db").open()
    full, on = 2, 1
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys")}
    assert found == {"synchronous": full, "foreign_keys": on}
    assert connection.execute("PRAGMA secure_delete").fetchone()[0] == on
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    connection.close()
