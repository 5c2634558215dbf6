"""Backups by themselves: one at a time, in a process of its own, audited; the old ones go, a failure is told."""

import asyncio
import errno
import logging
import math
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from bot.clock import Clock
from bot.database import Database
from bot.letters.compose import Composer
from bot.logs import scrubbed
from handlers.effects import Tell
from rules.letters import Kind
from rules.operations.backup import BackupFailed, made_at, name_of, outlived
from rules.operations.doctor import BACKUP_FAILED_AT, BACKUP_MADE_AT, BACKUP_WHY
from rules.people import Role
from storage import facts, members
from storage.engine.engine import StorageTrouble
from storage.engine.tx import Tx
from storage.post import outbox

log = logging.getLogger("kocbot.backups")
GLANCE_S = 20
AGAIN_S = 900
TOLD_EVERY_S = 86_400
LONGEST_S = 3600
NICENESS = 10
WHY_LIMIT = 300


class BackupPlan(Struct, frozen=True):
    """Where backups go, how often, and how many stay. `command` followed by a file name makes one and audits it."""

    folder: Path
    every_s: int
    keep: int
    days: int
    command: Sequence[str]


# Why the machine would not have it: named as in labels.toml of the doctor.
CAUSE, OTHER = "backup_", "other"
CAUSES = frozenset({"EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOENT", "ENOTDIR", "EEXIST"})


class Backups:
    """Makes a backup whenever the newest one is old enough."""

    def __init__(self, plan: BackupPlan, database: Database, composer: Composer, clock: Clock) -> None:
        self._plan = plan
        self._database = database
        self._composer = composer
        self._clock = clock

    async def run(self, glance_s: float = GLANCE_S) -> None:
        """Look after the backups until cancelled."""
        not_before = -math.inf
        while True:
            await asyncio.sleep(glance_s)
            now, steady = int(self._clock.now()), self._clock.pace()
            if steady < not_before:
                continue
            try:
                if not self._is_due(now):
                    continue
                why = await self._make(now)
                if not why:  # what is old goes only after a good one
                    self._rotate()
            except OSError as broken:
                why = _cause(broken)
            not_before = steady + AGAIN_S if why else -math.inf
            await self._note(now, why)

    def _made(self) -> dict[int, Path]:
        if not self._plan.folder.is_dir():
            return {}
        return {at: path for path in self._plan.folder.iterdir() if (at := made_at(path.name)) is not None}

    def _is_due(self, now: int) -> bool:
        """Whether the newest one is old enough; one from the future, by a clock that was wrong, delays nothing."""
        newest = max((at for at in self._made() if at <= now), default=0)
        return now >= newest + self._plan.every_s

    async def _make(self, now: int) -> str:
        """One backup; why there is none, or nothing. It reads beside the writer and never holds it up. Raises OSError."""
        self._plan.folder.mkdir(parents=True, exist_ok=True)
        for part in self._plan.folder.glob("kocbot-*.db.part*"):
            part.unlink()
        process = await asyncio.create_subprocess_exec(
            *self._plan.command,
            str(self._plan.folder / name_of(now)),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        try:
            async with asyncio.timeout(LONGEST_S):
                _, said = await process.communicate()
        except TimeoutError:
            return f"it took more than {LONGEST_S} s"
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        return "" if process.returncode == 0 else _one_line(said) or f"exit code {process.returncode}"

    async def _note(self, now: int, why: str) -> None:
        """Remember what became of it, for /doctor."""
        if why:
            log.error("backup", extra={"why": why})
        try:
            await self._database.run(lambda tx: self._noted(tx, now, why))
        except StorageTrouble as trouble:
            log.error("storage", extra={"why": str(trouble)})

    def _rotate(self) -> None:
        made = self._made()
        for at in outlived(made, self._plan.keep, self._plan.days):
            made[at].unlink(missing_ok=True)

    def _noted(self, tx: Tx, now: int, why: str) -> None:
        if not why:
            facts.put(tx, BACKUP_MADE_AT, str(now))
            facts.put(tx, BACKUP_FAILED_AT, "")
            return
        facts.put(tx, BACKUP_WHY, why)
        told_at = int(facts.get(tx, BACKUP_FAILED_AT) or 0)
        if 0 <= now - told_at < TOLD_EVERY_S:
            return
        facts.put(tx, BACKUP_FAILED_AT, str(now))
        failure = BackupFailed(why, int(facts.get(tx, BACKUP_MADE_AT) or 0))
        owners = members.with_role(tx, Role.OWNER)
        told = [Tell(owner.id, "doctor/backup_failed", failure, kind=Kind.NOTICE) for owner in owners]
        outbox.put(tx, self._composer.posts(tx, told, now), now)


def _one_line(said: bytes) -> str:
    return scrubbed(" ".join(said.decode("utf-8", "replace").split()))[:WHY_LIMIT]


def _cause(broken: OSError) -> str:
    """What the machine says, by a name that /doctor has words for; its own words are in the log alone."""
    log.error("backup", extra={"why": str(broken)})
    named = errno.errorcode.get(broken.errno or 0, "")
    return f"{CAUSE}{named if named in CAUSES else OTHER}"
