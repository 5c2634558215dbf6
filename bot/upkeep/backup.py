"""Backups: a consistent copy while the bot runs, and a restore that looks before it replaces."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from msgspec import Struct

from actions.operations.audit import AuditReport, verify
from bot.database import read, transact
from bot.flow.doubt import Doubted
from bot.identity import Identity
from bot.upkeep.beside import hand_over
from bot.upkeep.doubted import take_over
from bot.upkeep.forgetting import known_to, write_down
from bot.upkeep.mark import Marks
from rules.operations.forgetting import Forgetting
from rules.programme.programme import Programme
from storage.engine import sqlite_files
from storage.engine.engine import NoDatabase, StorageError
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx

LOG = "-wal"
ENDS = ("", LOG, "-shm")


class BackedUp(Struct, frozen=True):
    """The copy, and what the audit of it found."""

    path: Path
    size_bytes: int
    report: AuditReport


class Restored(Struct, frozen=True):
    """What was restored, where the database before it was put (None when there was none), and what is uncertain now.

    `again` are members who had asked to be forgotten after the backup was made, and are forgotten again.
    """

    report: AuditReport
    before: Path | None
    doubted: Doubted
    again: int = 0


class InTheWay(Exception):
    """There is a file at `path` already; a backup never overwrites."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoFolder(Exception):
    """There is no folder `path` to write into; one is never made of a name that may be mistyped."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoBackup(Exception):
    """There is no file of that name to restore."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Unsound(Exception):
    """The file is no database of ours, or does not add up; nothing was replaced."""

    def __init__(self, path: Path, why: list[str]) -> None:
        super().__init__(path)
        self.path, self.why = path, why


def back_up(database: Path, target: Path, programme: Programme) -> BackedUp:
    """Copy the database to `target`, also beside a running bot, and audit the copy.

    Raises NoDatabase, InTheWay, NoFolder, Unsound.
    """
    if not database.exists():
        raise NoDatabase(str(database))
    if target.exists():
        raise InTheWay(target)
    require_folder(target)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(0o600)
    with _scrapped(part):
        old = os.umask(0o077)
        try:
            sqlite_files.back_up(database, part)
        finally:
            os.umask(old)
        report = sound(part, programme)
        _sync(part)
        part.rename(target)
    return BackedUp(target, target.stat().st_size, report)


def require_folder(target: Path) -> None:
    """Raise NoFolder unless the folder in which `target` shall be is there."""
    if not target.parent.is_dir():
        raise NoFolder(target.parent)


def restore(backup: Path, database: Path, identity: Identity, now: int, forgotten: Path | None = None) -> Restored:
    """Put a backup in the database's place, which is kept beside it. Raises Running, NoBackup, Unsound, TooNew.

    What waited in the backup may have been sent since it was made: it is not sent again. Who stands in the list
    `forgotten`, or was forgotten in the present database, is forgotten in the restored one as well.
    """
    if not backup.exists():
        raise NoBackup(backup)
    with Sqlite(database).only_one():
        fresh = database.with_name(f"{database.name}.restoring")
        with _scrapped(fresh):
            _copy(backup, fresh)
            try:
                report = sound(fresh, identity.programme)
            except Unsound as unsound:
                raise Unsound(backup, unsound.why) from None
            if forgotten:
                write_down(forgotten, _forgotten_in(database))
            with closing(Sqlite(fresh).open()) as connection:
                doubted, again = transact(connection, lambda tx: _take_over(tx, identity, now, forgotten))
            hand_over(fresh, database if database.exists() else database.parent)
            _sync(fresh)
        before = _put_aside(database, now)
        fresh.rename(database)
        _sync(database.parent)
    return Restored(report, before, doubted, again)


def _copy(backup: Path, fresh: Path) -> None:
    """With the log that stands beside a copy made by hand: what was written last is in there alone."""
    for end in ("", LOG):
        source, target = backup.with_name(backup.name + end), fresh.with_name(fresh.name + end)
        target.unlink(missing_ok=True)
        if source.exists():
            target.touch(0o600)
            shutil.copyfile(source, target)


@contextmanager
def _scrapped(file: Path) -> Iterator[None]:
    """What comes to nothing leaves nothing, least of all on a full disk."""
    try:
        yield
    except BaseException:
        for end in ENDS:
            file.with_name(file.name + end).unlink(missing_ok=True)
        raise


def _take_over(tx: Tx, identity: Identity, now: int, forgotten: Path | None) -> tuple[Doubted, int]:
    """It is doubted here: the start has no need to do it once more."""
    if forgotten:
        Marks(forgotten.parent).go_on(tx)
    return take_over(tx, identity, now, forgotten)


def _forgotten_in(database: Path) -> tuple[Forgetting, ...]:
    """Whom the present database has forgotten; of one that can't be read the list beside the backups tells alone."""
    if not database.exists():
        return ()
    try:
        return read(Sqlite(database), known_to)
    except StorageError:
        return ()


def sound(path: Path, programme: Programme) -> AuditReport:
    """The audit of a database file. Raises Unsound when it is none of ours or does not add up, TooNew."""
    try:
        if broken := sqlite_files.faults(path):
            raise Unsound(path, broken)
        report = read(Sqlite(path), lambda tx: verify(tx, programme))
    except StorageError as unreadable:
        raise Unsound(path, [str(unreadable)]) from None
    if not report.ok:
        raise Unsound(path, [str(problem) for problem in report.problems])
    return report


def _put_aside(database: Path, now: int) -> Path | None:
    """Move the present database out of the way, with everything that its write-ahead log still holds."""
    if not database.exists():
        return None
    sqlite_files.fold(database)
    aside = database.with_name(f"{database.name}.before-{now}")
    for end in ENDS:
        file = database.with_name(database.name + end)
        if file.exists():
            file.rename(aside.with_name(aside.name + end))
    return aside


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
