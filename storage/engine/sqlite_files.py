"""A file of SQLite: whether it is sound and ours, what its log still holds, and a copy of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.engine.engine import Foreign
from storage.engine.migrations import missing
from storage.engine.sqlite import BUSY_MS, connected_to, only_read, ours, reading

# Of sealed words it would be dated by the copies; a photo that its owner took back would live on in them.
UNCOPIED = ("feedback_sealed", "portrait")
NOTHING = "it holds no data of this bot"


def faults(path: Path) -> list[str]:
    """What is broken in a database file itself, at most 5 lines. Raises TooNew."""
    try:
        with closing(reading(path)) as connection:
            told = [row[0] for row in connection.execute("PRAGMA integrity_check(5)").fetchall()]
            connection.require_ours(str(path))
            found = connection.version()
    except Foreign:
        return [NOTHING]
    except sqlite3.Error as raised:
        return [str(raised)]
    missing("sqlite", found)
    return [line for line in told if line != "ok"] or ([] if found else [NOTHING])


def fold(path: Path) -> None:
    """Bring what the write-ahead log still holds into a database file that nobody else has open; a broken one stays as it is."""
    with closing(connected_to(str(path))) as connection:
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.DatabaseError:
            return


def back_up(source: Path, target: Path) -> None:
    """A consistent copy of the whole database at `target`, which must not exist yet; also beside a running bot.

    Without what a copy would date, for each of them tells when it was made, and without what may be taken back.
    Raises Foreign.
    """
    try:
        with closing(only_read(source)) as connection:
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            connection.require_ours(str(source))
            connection.execute("VACUUM INTO ?", (str(target),))
        with closing(connected_to(str(target))) as copy:
            copy.execute("PRAGMA secure_delete=ON")
            for table in UNCOPIED:
                copy.execute(f"DELETE FROM {table}")
    except sqlite3.Error as raised:
        raise ours(raised) from raised
