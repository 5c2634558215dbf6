"""Every table that knows messages by their number is dealt with when a group moves."""

from contextlib import closing

from storage.declarations import Renumbered, declared
from storage.engine.sqlite import Sqlite

FORGOTTEN = ("message_author", "posted")
# Telegram's own id is in their key, or the ledger, which never changes and is read by number and time.
APART = ("album_piece", "transfer")


def test_no_table_is_forgotten() -> None:
    with closing(Sqlite(":memory:").open()) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {
            table: {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
            for table in tables
        }
    knowing = {table for table, names in columns.items() if "message" in names}
    renumbered = {one.table: one.whose for one in declared("RENUMBERED", Renumbered)}
    assert knowing == {*renumbered, *FORGOTTEN, *APART}
    assert all("chat_group" in columns[table] for table, whose in renumbered.items() if whose.startswith("chat_group"))
