"""Every table that knows messages by their number is dealt with when a group moves."""

from contextlib import closing

from storage.engine import engine
from storage.post.moves import RENUMBERED

FORGOTTEN = ("message_author", "posted")
# Telegram's own id is in their key, or the ledger, which never changes and is read by number and time.
APART = ("album_piece", "transfer")
OF_QUESTION = ("acceptance",)


def test_no_table_is_forgotten() -> None:
    with closing(engine.open_database(":memory:")) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {
            table: {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}
            for table in tables
        }
    knowing = {table for table, names in columns.items() if "message" in names}
    assert knowing == {*RENUMBERED, *FORGOTTEN, *APART, *OF_QUESTION}
    assert all("chat_group" in columns[table] for table in RENUMBERED)
