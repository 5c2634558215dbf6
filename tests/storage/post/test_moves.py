"""Every table that knows messages by their number is dealt with when a group moves."""

from contextlib import closing

from storage.declarations import Renumbered, declared
from tests.databases import columns_of, opened, tables

FORGOTTEN = ("message_author", "posted")
# Telegram's own id is in their key, or the ledger, which never changes and is read by number and time.
APART = ("album_piece", "transfer")


def test_no_table_is_forgotten() -> None:
    with closing(opened()) as connection:
        columns = {table: columns_of(connection, table) for table in tables(connection)}
    knowing = {table for table, names in columns.items() if "message" in names}
    renumbered = {one.table: one.whose for one in declared("RENUMBERED", Renumbered)}
    assert knowing == {*renumbered, *FORGOTTEN, *APART}
    assert all("chat_group" in columns[table] for table, whose in renumbered.items() if whose.startswith("chat_group"))
